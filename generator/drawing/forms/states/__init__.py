"""A state machine: states on a line, or below each other where the window is narrow."""
