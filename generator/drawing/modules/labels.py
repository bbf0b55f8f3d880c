r"""The words of labels as people see them, without the marks that Graphviz reads.

plain("<b>Chat</b><br/>in Go>")  ->  "Chat\nin Go"      cells("{ id | name }") -> "id\nname"
"""

import re
from html import unescape


def plain(label: str) -> str:
    r"""A label's text: lines, without the marks of Graphviz' own HTML, which the library's C4 nodes use."""
    if label.startswith("<") and label.endswith(">"):
        lines = re.sub(r"<br[^<>]*>|</t[dr]>", "\n", label[1:-1], flags=re.IGNORECASE)
        label = re.sub(r"\n\s*\n+", "\n", unescape(re.sub(r"<[^<>]*>", "", lines)))
    return re.sub(r"\\[nlr]", "\n", label)


def line(label: str) -> str:
    """A label's text in one line."""
    return " ".join(plain(label).split())


def cells(label: str) -> str:
    """The fields of a record's label, one a line, without braces and the names of its ports."""
    fields = (re.sub(r"<[^<>]*>", "", field) for field in re.split(r"(?<!\\)[|{}]", label))
    return "\n".join(field.strip() for field in fields if field.strip())
