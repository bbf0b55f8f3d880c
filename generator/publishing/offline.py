"""The service worker that keeps the site on a reader's device, whole and of one version, from the list of its files.

    {"index.html": Entry(…, "47DEQ…"), …}  ->  "sw.js":         self.offline = {"now": {"./": "47DEQ…"}, …}
                                               "offline.json":  what may wait: {"questions/901/": "n4bQg…", …}

Every file is named with the hash of its bytes, and docs/assets/javascripts/offline/worker.js takes nothing else for it:
what it shows offline, or together with what it shows offline, is of the same build or is not shown.

A small site is kept at the first visit. Of a large one (hundreds of megabytes at 10,000 questions) nobody wants all
unasked: then what most readers need is kept at once, a page when it is visited, and the rest when the reader asks.
"""

from collections.abc import Mapping
from urllib.parse import quote

from msgspec.json import encode

from generator.files.hashing import content_hash
from generator.files.memory import Entry

LIMIT = 24_000_000
"""Bytes, uncompressed, to keep unasked: a quarter of it goes over the wire, as much as a minute of video."""

_WAITING = ("assets/search/", "topics/", "components/", "questions/")
"""Folders that may wait where all is too much, in the order in which they are worth having."""

LARGE = 1_000_000
"""Bytes of a file outside those folders that waits longest, such as a library that few pages need."""

_TAKEN_ALONG = ("downloads/", "api/")
"""Files that readers save where they like; a second copy in the browser would serve nobody."""

_FOR_MACHINES = ("sitemap.xml", "feed.xml", "llms.txt", "robots.txt", "404.html", "card.png")
"""Names of files that no page shows."""

LIBRARIES = ("workbox-core", "workbox-routing", "workbox-strategies", "workbox-precaching")
"""Parts of the library in the order in which they need each other."""

_LIST = "offline.json"
WORKER = "assets/javascripts/offline/worker.js"

_ENDING = """// This site works offline no longer: what an earlier edition kept goes away, and this worker with it.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(
  caches.keys()
    .then((names) => names.filter((name) => name.endsWith(` ${self.registration.scope}`)))
    .then((names) => Promise.all(names.map((name) => caches.delete(name))))
    .then(() => self.registration.unregister())
));
"""


def files(site: Mapping[str, Entry]) -> Mapping[str, bytes]:
    """The worker and its list for a site of these files by path; nothing where the worker's scripts are missing."""
    scripts = _scripts(site)
    if not scripts:
        return {}
    now, later = _split({path: file for path, file in sorted(site.items()) if _is_shown(path)})
    waiting = encode(_addresses(later))
    settings = {
        "now": {**_addresses(now), _LIST: content_hash(waiting)},
        "later": {"path": _LIST, "files": len(later), "bytes": sum(file.size for file in later.values())},
    }
    calls = b"".join(b"importScripts(%b);\n" % encode(path) for path in scripts)
    return {_LIST: waiting, "sw.js": b"self.offline = " + encode(settings) + b";\n" + calls}


def ending() -> Mapping[str, bytes]:
    """The worker of a site that no longer works offline: it takes away what an earlier one kept, and itself."""
    return {"sw.js": _ENDING.encode()}


def _scripts(site: Mapping[str, Entry]) -> tuple[str, ...]:
    """Addresses that change with what is behind them, so that a browser may keep them as long as it likes."""
    paths = sorted(site)
    found = [next((path for path in paths if path.startswith(f"assets/vendor/{name}-")), "") for name in LIBRARIES]
    return (*found, f"{WORKER}?{quote(site[WORKER].content, safe='')}") if all(found) and WORKER in site else ()


def _is_shown(path: str) -> bool:
    if path.startswith(_TAKEN_ALONG):
        return path.endswith(".html")
    return path.rpartition("/")[2] not in _FOR_MACHINES and not path.endswith((".map", "NOTICES.txt"))


def _split(site: Mapping[str, Entry]) -> tuple[dict[str, Entry], dict[str, Entry]]:
    """What is kept at once and what waits."""
    now = {path: file for path, file in site.items() if not path.startswith(_WAITING) and file.size <= LARGE}
    groups = [{path: file for path, file in site.items() if path.startswith(folder)} for folder in _WAITING]
    groups.append({path: file for path, file in site.items() if not path.startswith(_WAITING) and file.size > LARGE})
    later: dict[str, Entry] = {}
    for group in groups:
        fits = not later and sum(file.size for file in (*now.values(), *group.values())) <= LIMIT
        (now if fits else later).update(group)
    return now, later


def _addresses(site: Mapping[str, Entry]) -> dict[str, str]:
    """Hashes by address as the browser asks for it: "questions/901/", and "./" for the home page."""
    return {path.removesuffix("index.html") or "./": file.content for path, file in sorted(site.items())}
