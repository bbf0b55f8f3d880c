"""Places cards, lines and labels: from a graph to a scene of coordinates."""
