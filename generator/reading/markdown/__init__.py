"""Reads Markdown as GitHub does: from text to our tree of elements."""
