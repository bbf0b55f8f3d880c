"""Time or a quantity along a line, with its rows, marks and spans."""
