r"""Writes a page: fields as front matter, then the running text.

    page({"title": 'A & B: "C"'}, "Text.")  ->  ---
                                                title: "A & B: \"C\""
                                                ---

                                                Text.

Every value is JSON, which YAML reads as it is: no title can break out of its line, and writing costs little.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

NEWLINE = "\n"

NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Characters that YAML refuses or folds when they are not escaped, though JSON allows them."""


JSON = json.JSONEncoder(ensure_ascii=False)
"""Made once: for each value that is not plain, `json.dumps` would make one anew."""


def page(fields: Mapping[str, Any], body: str = "") -> str:
    """A page's text; fields that are None, empty or 0 are left out."""
    lines = "".join([f"{name}: {JSON.encode(value)}\n" for name, value in fields.items() if value])
    front = f"---\n{NOT_IN_YAML.sub(_code, lines)}---\n"
    return f"{front}\n{body.strip(NEWLINE)}\n" if body else front


def _code(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign[0]):04x}"
