"""What the browser needs to know of the whole bank: how to install the site, and what there is to practise.

manifest.webmanifest
assets/questions.json:  {"topics": [{"slug", "name", "hue"}], "questions": [[901, "Serverless image resizing", 0], …]}
"""

from collections.abc import Iterator

from msgspec.json import encode

from generator.model import Study
from generator.pages.fields.hues import hued
from generator.pages.fields.listing import amounts

_ICONS = (
    ("favicon.svg", "any", "image/svg+xml", "any"),
    ("icon-192.png", "192x192", "image/png", "any"),
    ("icon-512.png", "512x512", "image/png", "any"),
    ("icon-maskable-512.png", "512x512", "image/png", "maskable"),
)
"""File in docs/assets/images, sizes, type and purpose."""

_OURS = [
    {"src": f"assets/images/{file}", "sizes": sizes, "type": kind, "purpose": purpose}
    for file, sizes, kind, purpose in _ICONS
]

_SHORTCUTS = (
    ("practice", "Practise", "practice/"),
    ("search", "Search|noun", "search/"),
)
"""Part of the site, and a way into it from the system: its name and its address."""

_SHORT = 24
"""Characters that a name under an icon may have before systems cut it anywhere."""


def files(study: Study) -> Iterator[tuple[str, bytes]]:
    """Path and contents of each file."""
    yield "manifest.webmanifest", encode(_manifest(study))
    yield "assets/questions.json", encode(_questions(study))


def _manifest(study: Study) -> dict[str, object]:
    name = study.edition.site_name
    return {
        "id": "./",
        "name": name,
        "short_name": name if len(name) <= _SHORT else name[:_SHORT].rsplit(" ", 1)[0].rstrip(" ,:-"),
        "description": amounts(len(study.bank.questions), len(study.drawings), study.wording),
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "display_override": ["minimal-ui"],
        "background_color": "#ffffff",
        "theme_color": study.accent,
        "icons": [{"src": study.favicon, "sizes": "any"}] if study.favicon else _OURS,
        "shortcuts": [
            {"name": study.wording(name), "url": path} for part, name, path in _SHORTCUTS if part not in study.without
        ],
    }


def _questions(study: Study) -> dict[str, object]:
    place = {topic.slug: index for index, topic in enumerate(study.bank.topics)}
    return {
        "topics": [hued(topic, study.bank) for topic in study.bank.topics],
        "questions": [[each.number, each.title, place[each.topic]] for each in study.bank.questions],
    }
