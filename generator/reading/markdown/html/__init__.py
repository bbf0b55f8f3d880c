"""HTML among Markdown: which of it is read, and the elements that it becomes."""
