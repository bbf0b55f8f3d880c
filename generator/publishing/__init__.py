"""The last steps of a build: answers compared with sources, links checked, offline files, all swapped in at once."""
