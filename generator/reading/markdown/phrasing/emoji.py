"""Names of emoji between colons, ":rocket:", as GitHub reads them."""

import re

_NAME = re.compile(r":[a-z0-9_+-]+:")


def with_emoji(text: str) -> str:
    """The text with the characters that names stand for; what names none stays."""
    return _NAME.sub(_sign, text) if ":" in text else text


def _sign(match: re.Match[str]) -> str:
    """The emoji of a name, or the name again."""
    from pymdownx.gemoji_db import aliases, emoji  # GitHub's own table; most banks need it never

    found = emoji.get(aliases.get(match[0], match[0]), {})
    codes = found.get("unicode", "")
    return "".join(chr(int(code, 16)) for code in codes.split("-")) if codes else match[0]
