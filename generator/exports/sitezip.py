"""The built site as a zip archive that works when it is unpacked and opened from the file system.

Three things that a server does are done beforehand:

- `href="../905/"` becomes `href="../905/index.html"`, for a folder shows its listing there;
- modules are put into one plain script (from-files.js), for browsers load none from files;
- beside data that scripts read, `assets/data/questions.json`, stands a script that puts the same value into
  `window.__data`: `assets/data/questions.json.js`. So it is for pages of questions, parts of which other pages show.
"""

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from generator.exports.shared.archives import archive

_LOADER = Path(__file__).parent / "from-files.js"
_PLACE = "assets/javascripts/from-files.js"
DOWNLOADS = "downloads/"
SITE = f"{DOWNLOADS}site.zip"
"""Where the archive stands on the site."""
_EMPTY: Mapping[str, bytes] = {}
_LARGEST = 300_000
"""Bytes of a module that still goes into the script; what is larger is no module of ours and is loaded by itself."""

_ADDRESS = re.compile(r'(?<=[\s"\'])(href|action)="([^"#?]*)([^"]*)"')
_MODULE = re.compile(r'<script type="?module"? src="?([^" >]*?)(assets/javascripts/[^" >]+)"?></script>')
_PRELOAD = re.compile(r'<link rel="?(?:modulepreload|preload)"?[^>]*>')
_SPECIFIER = re.compile(r"""(\bfrom\s*|\bimport\s*\(?\s*)(["'])(\.{1,2}/[^"']+)\2""")
_POLICY = re.compile(r'<meta http-equiv="?Content-Security-Policy"?[^>]*>')
"""It speaks of the site's own host; files have none."""
_QUESTION = re.compile(r"questions/\d+/index\.html")


def zip_site(
    files: Mapping[str, bytes], timestamp: int, folder: str = "site", own: Mapping[str, bytes] = _EMPTY
) -> bytes:
    """The archive of a finished site, whose files are given by their path below its root, in a folder of its own.

    The other downloads stay outside and are not read: who has the archive has them beside it, and each would be there
    twice. Files of the archive's own stand before the site's.
    """
    kept = {path: files[path] for path in files if not path.startswith(DOWNLOADS) or path.endswith(".html")} | dict(own)
    return archive(((f"{folder}/{path}", data) for path, data in sorted(_packed(kept))), timestamp)


def _packed(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    modules = {
        path: _bare(path, data.decode())
        for path, data in sorted(files.items())
        if path.endswith(".js") and path.startswith("assets/") and len(data) <= _LARGEST
    }
    yield _PLACE, _LOADER.read_text("utf-8").replace("MODULES;", f"{_script(modules)};", 1).encode()
    for path, data in files.items():
        if path.endswith("card.png"):  # what other sites show of a link; a folder is not linked to
            continue
        if not path.endswith(".html"):
            yield path, data
            if path.startswith("assets/") and path.endswith(".json"):
                yield f"{path}.js", _known(path, json.loads(data))
            continue
        page = from_files(data.decode())
        yield path, page.encode()
        if _QUESTION.fullmatch(path):
            yield f"{path}.js", _known(path, _main(page))


def from_files(page: str) -> str:
    """A page whose links and scripts work from the file system."""
    page = _PRELOAD.sub("", _ADDRESS.sub(_file_address, _POLICY.sub("", page, count=1)))
    return _MODULE.sub(rf'<script defer src="\1{_PLACE}" data-module="\2"></script>', page)


def _file_address(match: re.Match[str]) -> str:
    name, path, rest = match.groups()
    folder = path.endswith("/") or path in {".", ".."} or path.endswith("/..")
    if not folder or ":" in path or path.startswith("//"):
        return match.group()
    return f'{name}="{path.rstrip("/")}/index.html{rest}"'


def _bare(path: str, text: str) -> str:
    """The module with `../shared/dom.js` named `site/assets/javascripts/shared/dom.js`, as the import map has it."""

    def named(match: re.Match[str]) -> str:
        return f'{match[1]}"site/{posixpath.normpath(posixpath.join(posixpath.dirname(path), match[3]))}"'

    return _SPECIFIER.sub(named, text)


def _main(page: str) -> str:
    main = LexborHTMLParser(page).css_first("main")
    return (main.html if main else "") or ""


def _known(path: str, value: object) -> bytes:
    return f"(window.__data ??= {{}})[{_script(path)}] = {_script(value)};\n".encode()


def _script(value: object) -> str:
    """The value as JavaScript, of which JSON is a part."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
