"""Are all links of the finished site whole? Every internal address and anchor must lead somewhere.

Each page is read once, when it is made; what it links to and offers is kept as `facts` beside it, so that a build of
one changed page reads one page:

    facts("questions/901/index.html", html) -> ("> questions/905/#answer", "# answer", …)
"""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from generator.problems import Place, Problem

LINK, ANCHOR = "> ", "# "
ADDRESS_ATTRIBUTES = {"a": "href", "link": "href", "img": "src", "script": "src", "source": "src", "form": "action"}


def facts(path: str, html: str) -> tuple[str, ...]:
    """Internal targets, relative to the site's root, and anchors of a page, sorted; foreign addresses are left out."""
    tree = LexborHTMLParser(html)
    found = {ANCHOR + str(node.attributes["id"]) for node in tree.css("[id]")}
    for tag, attribute in ADDRESS_ATTRIBUTES.items():
        for node in tree.css(f"{tag}[{attribute}]"):
            target = _target(path, node.attributes[attribute] or "")
            if target is not None:
                found.add(LINK + target)
    return tuple(sorted(found))


def broken_links(pages: Mapping[str, tuple[str, ...]], files: Iterable[str]) -> Iterator[Problem]:
    """A problem for each link to a file or anchor that is not there; `pages` are facts by path."""
    there = set(files)
    for path, known in pages.items():
        for target in (fact[len(LINK) :] for fact in known if fact.startswith(LINK)):
            address, _, anchor = target.partition("#")
            file = posixpath.join(address, "index.html") if address.endswith("/") or not address else address
            if file not in there:
                yield Problem(Place(path), f"links to {target}, which is not there")
            elif anchor and file in pages and ANCHOR + anchor not in pages[file]:
                yield Problem(Place(path), f"links to {target}, but that page has no such anchor")


def _target(path: str, address: str) -> str | None:
    """The address relative to the site's root with its anchor, or None if it leads elsewhere."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or address.startswith("//"):
        return None
    if parts.path.startswith("/"):
        return None if path == "404.html" else parts.path.lstrip("/") + (f"#{parts.fragment}" if parts.fragment else "")
    folder = posixpath.dirname(path) + "/"
    whole = posixpath.normpath(posixpath.join("/", folder, unquote(parts.path)) if parts.path else "/" + path)
    if parts.path.endswith(("/", "..", "/.")) or parts.path in {".", ".."}:
        whole = whole.rstrip("/") + "/"
    return whole.lstrip("/") + (f"#{unquote(parts.fragment)}" if parts.fragment else "")
