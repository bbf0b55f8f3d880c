"""First diagrams for answers that have none: from the structure of an answer to code of a module."""
