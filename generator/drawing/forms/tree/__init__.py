"""Hierarchies: parents above their children, or an indented list."""
