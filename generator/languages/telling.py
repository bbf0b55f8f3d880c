"""Tells pages and their scripts which language they are in.

settings({"theme": {…}, "extra": {…}}, words)  ->  {"theme": {"language": "de", …}, "extra": {"words": True, …}}
files(words)                                   ->  "assets/words.js", b'window.__words={"Copied":"Kopiert",…}'
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.languages.tables import spoken_by_scripts
from generator.model import Words


def settings(given: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """The settings of mkdocs.yml with the language of the site, and the names of its menu in that language."""
    extra = given["extra"]
    menu = [{**entry, "name": words(str(entry.get("name", "")))} for entry in extra["menu"]]
    said = {"menu": menu, "direction": words.direction, "words": bool(words.table)}
    return {**given, "theme": {**given["theme"], "language": words.language}, "extra": {**extra, **said}}


def files(words: Words) -> Iterator[tuple[str, bytes]]:
    """The script that each page loads before all others, where they are not to speak English."""
    if words.table:
        table = json.dumps(spoken_by_scripts(words), ensure_ascii=False, separators=(",", ":"))
        yield "assets/words.js", f"window.__words={table};\n".encode()
