"""Tells pages and their scripts which language they are in.

settings({"theme": {…}, "extra": {…}}, wording)  ->  {"theme": {"language": "de", …}, "extra": {"words": True, …}}
files(wording)                                     ->  "assets/words.js", b'window.__words={"Copied":"Kopiert",…}'
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.languages.tables import spoken_by_scripts
from generator.model import Wording


def settings(given: Mapping[str, Any], wording: Wording) -> dict[str, Any]:
    """The settings of mkdocs.yml with the language of the site, and the names of its menu in that language."""
    extra = given["extra"]
    menu = [{**entry, "name": wording(str(entry.get("name", "")))} for entry in extra["menu"]]
    said = {"menu": menu, "direction": wording.direction, "words": bool(wording.table)}
    return {**given, "theme": {**given["theme"], "language": wording.language}, "extra": {**extra, **said}}


def files(wording: Wording) -> Iterator[tuple[str, bytes]]:
    """The script that each page loads before all others, where they are not to speak English."""
    if wording.table:
        table = json.dumps(spoken_by_scripts(wording), ensure_ascii=False, separators=(",", ":"))
        yield "assets/words.js", f"window.__words={table};\n".encode()
