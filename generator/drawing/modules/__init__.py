"""Finds, runs and reads the diagram modules that authors write: from a file to the graph that its code says."""
