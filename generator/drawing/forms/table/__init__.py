"""Tables of sample data, with arrows between their rows."""
