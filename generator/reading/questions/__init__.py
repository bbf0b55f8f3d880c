"""Finds questions, answers and topics in the tree of a file."""
