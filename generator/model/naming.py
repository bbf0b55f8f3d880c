"""A name for what has an address and no words of its own.

https://e.org/img/plan%20a.png?w=100  ->  plan a.png
"""

import re
from urllib.parse import unquote

PARTS = re.compile(r"data:([^;,]*)|(?:[^?#]*/)?([^/?#]+)/?(?:[?#]|$)", re.IGNORECASE)
"""The kind of data that stands in the address itself, or the last part of a path."""


def name_at(address: str) -> str:
    """The name that an address ends with; the whole address where it has none."""
    match = PARTS.match(address)
    name = (match[1] or match[2] or address) if match else address
    shown = unquote(name)
    return shown if shown.isprintable() and "\ufffd" not in shown else name
