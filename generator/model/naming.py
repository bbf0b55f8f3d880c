"""Names for what has an address and no words of its own, and addresses for what has only a name.

https://e.org/img/plan%20a.png?w=100  ->  plan a.png
aws/compute/lambda                    ->  assets/icons/aws-compute-lambda.png
"""

import re
from urllib.parse import unquote

_PARTS = re.compile(r"data:([^;,]*)|(?:[^?#]*/)?([^/?#]+)/?(?:[?#]|$)", re.IGNORECASE)
"""The kind of data that stands in the address itself, or the last part of a path."""

_WHOLE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
"""What addresses of other sites begin with."""

OUTLINES = ("fontawesome/", "material/", "octicons/", "simple/")
"""Sets of icons that are drawn into pictures as outlines and have no file."""


def name_at(address: str) -> str:
    """The name that an address ends with; the whole address where it has none."""
    match = _PARTS.match(address)
    name = (match[1] or match[2] or address) if match else address
    shown = unquote(name)
    return shown if shown.isprintable() and "\ufffd" not in shown else name


def is_elsewhere(address: str) -> bool:
    """Whether an address is whole in itself, and means something on other sites than the bank's."""
    return _WHOLE.match(address) is not None


def icon_path(icon: str) -> str:
    """Path in the site of an icon's file; empty for none and for outlines."""
    return f"assets/icons/{icon.replace('/', '-')}.png" if icon and not icon.startswith(OUTLINES) else ""
