"""Decides, once for the whole bank, which shape it has: proposals, how well each explains it, or why none does."""
