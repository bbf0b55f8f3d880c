"""Are all links of the finished site whole? Every internal address and anchor must lead somewhere.

Each page is read once, when it is made; what it links to and offers is kept as `facts` beside it, so that a build of
one changed page reads one page:

    facts("questions/901/index.html", html) -> ("> questions/905/#answer", "# answer", …)
"""

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import accumulate
from sys import intern
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from generator.problems import Place, Problem

_LINK, _ANCHOR = "> ", "# "
_ADDRESS_ATTRIBUTES = {"a": "href", "link": "href", "img": "src", "script": "src", "source": "src", "form": "action"}
_ASKED = ",".join(("[id]", *(f"{tag}[{attribute}]" for tag, attribute in _ADDRESS_ATTRIBUTES.items())))

_PLAIN = re.compile(r"((?:\.\./)*)((?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?)")
"""Steps up, and then names: an address, as nearly all are, that needs no taking apart."""


def facts(path: str, html: str) -> tuple[str, ...]:
    """Internal targets, relative to the site's root, and anchors of a page, sorted; foreign addresses are left out."""
    found, addresses = set(), set()
    for node in LexborHTMLParser(html).css(_ASKED):
        attributes = node.attributes
        if "id" in attributes:
            found.add(intern(f"{_ANCHOR}{attributes['id']}"))
        if (name := _ADDRESS_ATTRIBUTES.get(node.tag or "")) in attributes:
            addresses.add(attributes[name] or "")
    above = tuple(accumulate((f"{folder}/" for folder in path.split("/")[:-1]), initial=""))
    outer = above[:-1] or above
    for address in addresses:  # most lead up and on, and so to the same from each page of a folder
        fact = _upwards(outer, address) if address.startswith("../") else _near(above, address)
        if fact is None and (target := _target(path, address)) is not None:
            fact = _LINK + target
        if fact is not None:
            found.add(fact)
    return tuple(sorted(found))


def broken_links(
    pages: Mapping[str, tuple[str, ...]],
    files: Iterable[str],
    place: Callable[[str, str], Place] = lambda path, target: Place(path),
) -> Iterator[Problem]:
    """A problem for each link to a file or anchor that is not there; `pages` are facts by path.

    `place` tells where a page's link to a target was written.
    """
    there = set(files)
    every = set().union(*pages.values())  # each link once, for thousands of pages have the same
    faults = {fact: fault for fact in every if fact.startswith(_LINK) and (fault := _fault(fact, pages, there))}
    for path, known in pages.items() if faults else ():
        for fact in filter(faults.__contains__, known):
            yield Problem(place(path, fact[len(_LINK) :]), f"links to {fact[len(_LINK) :]}, {faults[fact]}")


def _fault(link: str, pages: Mapping[str, tuple[str, ...]], there: Collection[str]) -> str:
    """What is wrong with a link to a file or anchor, or nothing."""
    address, _, anchor = link[len(_LINK) :].partition("#")
    file = f"{address}index.html" if address.endswith("/") or not address else address
    if file not in there:
        return "which is not there"
    lacking = anchor and file in pages and _ANCHOR + anchor not in pages[file]
    return "but that page has no such anchor" if lacking else ""


@lru_cache(maxsize=1 << 16)
def _upwards(outer: tuple[str, ...], address: str) -> str | None:
    """The link to an address that begins with a step up; `outer`: the folders above the page's own."""
    return _near((*outer, ""), address)


def _near(above: tuple[str, ...], address: str) -> str | None:
    """The link to an address that needs no taking apart, as nearly none does; `above`: the page's folders."""
    plain = _PLAIN.fullmatch(address)
    if not plain or not address:
        return None
    return intern(f"{_LINK}{above[max(0, len(above) - 1 - len(plain[1]) // 3)]}{plain[2]}")


def _target(path: str, address: str) -> str | None:
    """The address relative to the site's root with its anchor, or None if it leads elsewhere."""
    try:
        parts = urlsplit(address)
    except ValueError:  # brackets of an address of a host that are not closed
        return address
    if parts.scheme or parts.netloc or address.startswith("//"):
        return None
    if parts.path.startswith("/"):
        return None if path == "404.html" else parts.path.lstrip("/") + (f"#{parts.fragment}" if parts.fragment else "")
    folder = posixpath.dirname(path) + "/"
    whole = posixpath.normpath(posixpath.join("/", folder, unquote(parts.path)) if parts.path else "/" + path)
    if parts.path.endswith(("/", "..", "/.")) or parts.path == ".":
        whole += "/"
    return whole.lstrip("/") + (f"#{unquote(parts.fragment)}" if parts.fragment else "")
