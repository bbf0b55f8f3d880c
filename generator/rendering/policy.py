"""What the policy of pages allows besides the site's own files: what the author put into their frame, or asked for.

    allowed('<script>…</script><script src="https://stats.example.org/s.js">…', "", {})
        ->  {"script": " 'sha256-…' https://stats.example.org", "style": "", …}

The frame is trusted, for it comes from templates and mkdocs.yml. What an answer holds never widens the policy.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from generator.files.hashing import content_hash

_KINDS = ("script", "style", "img", "font", "connect", "frame", "media")
"""Directives, without their "-src", that an author may widen."""

_SOURCES = {
    "script": ("script", "src"),
    "style": ("link[rel~=stylesheet]", "href"),
    "img": ("img", "src"),
    "frame": ("iframe", "src"),
}
_ORIGIN = re.compile(r"https?://[\w.*-]+(?::\d+)?")
_SAID = re.compile(r"[\w.*:/'+=-]+")
_DATA = ("application/json", "application/ld+json", "importmap")

_META = re.compile(r"""(<meta http-equiv=["']?Content-Security-Policy["']? content=")([^"]+)""")
"""Where a page says its policy."""

_ALONG: Mapping[str, Mapping[str, str]] = {
    "https://fonts.googleapis.com": {"font": "https://fonts.gstatic.com"},
    "https://www.googletagmanager.com": {
        "connect": "https://*.google-analytics.com https://*.analytics.google.com https://*.googletagmanager.com",
        "img": "https://*.google-analytics.com https://*.googletagmanager.com",
    },
}
"""What comes from other hosts on behalf of one, as its owners say."""


def allowed(frame: str, analytics: str, asked: Mapping[str, Any]) -> dict[str, str]:
    """For each kind its sources, each behind a space; `styles` are hashes, beside which no inline style is allowed.

    `analytics` is the part of the frame that may also ask the hosts it names; `asked` is what mkdocs.yml adds.
    """
    tree = LexborHTMLParser(frame)
    found = {kind: list(_named(tree, kind)) for kind in _KINDS}
    found["script"][:0] = _hashes(tree, "script")
    for host in dict.fromkeys(_ORIGIN.findall(analytics)):
        for kind in ("script", "connect", "img"):
            found[kind].append(host)
    for host in [host for hosts in found.values() for host in hosts]:
        for kind, more in _ALONG.get(host, {}).items():
            found[kind] += more.split()
    for kind in _KINDS:
        said = asked.get(f"{kind}-src") or ()
        found[kind] += _SAID.findall(" ".join(map(str, said if isinstance(said, list) else [said])))
    found["styles"] = list(_hashes(tree, "style"))
    return {kind: "".join(f" {source}" for source in dict.fromkeys(sources)) for kind, sources in found.items()}


def _named(tree: LexborHTMLParser, kind: str) -> Iterator[str]:
    """The hosts that elements of a kind load from."""
    selector, attribute = _SOURCES.get(kind, ("", ""))
    for node in tree.css(selector) if selector else ():
        if origin := _ORIGIN.match(node.attributes.get(attribute) or ""):
            yield origin[0]


def _hashes(tree: LexborHTMLParser, tag: str) -> Iterator[str]:
    """The hashes of what stands in the page itself."""
    for node in tree.css(f"{tag}:not([src])"):
        if node.attributes.get("type") not in _DATA:
            yield f"'sha256-{content_hash((node.text(deep=True) or '').encode())}'"


def additions(before: str, after: str) -> Mapping[str, tuple[str, ...]]:
    """What a page may have to load and run that others have put into it since it was printed, by kind."""
    old, new = (allowed(html, "", {}) for html in (before, after))
    return {kind: tuple(each for each in new[kind].split() if each not in old[kind].split()) for kind in new}


def widened(page: str, more: Mapping[str, Iterable[str]]) -> str:
    """A page whose policy allows more, by kind."""
    said = _META.search(page)
    if said is None:
        return page
    policy = said[2]
    for kind, sources in more.items():
        policy = _with(policy, kind, sources)
    return f"{page[: said.start(2)]}{policy}{page[said.end(2) :]}"


def _with(policy: str, kind: str, sources: Iterable[str]) -> str:
    """The policy with more sources of a kind; a page that allows all styles in it needs no hashes of some."""
    name = "style" if kind == "styles" else kind
    found = re.search(rf"{name}-src [^;]*", policy)
    if found is None or (kind == "styles" and "unsafe-inline" in found[0]):
        return policy
    more = " ".join([found[0], *(each for each in sources if each not in found[0])])
    return policy.replace(found[0], more, 1)
