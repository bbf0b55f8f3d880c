"""Which icon stands for which name, and the files of the icons."""
