"""Cards beside a form, and their arrows to it."""
