"""What the command line can do besides building and checking, one module a task; `generator/cli.py` calls them."""
