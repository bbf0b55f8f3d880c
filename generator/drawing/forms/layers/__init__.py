"""One thing above the other, with the arrows between them."""
