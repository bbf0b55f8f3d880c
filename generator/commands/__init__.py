"""What the command line can do besides building and checking, one module per task; `generator/cli.py` calls them."""
