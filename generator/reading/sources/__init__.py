"""Finds, decodes and repairs the files of a bank."""
