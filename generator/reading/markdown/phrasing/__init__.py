"""What stands in a line of text: runs of inline elements, formulas, names of emoji."""
