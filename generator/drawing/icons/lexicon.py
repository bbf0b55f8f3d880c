"""Finds the technologies that a text names, and the class of the library (or the icon) that shows each.

    find("ConnectionID -> UserID in DynamoDB")  ->  DynamoDB: class Dynamodb of diagrams.aws.database

The lexicon is derived from the library's own sources; `lexicon.toml` adds what people call things. Only whole words
count: "Unity" is never found in "CommunityImages".
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from generator.drawing.icons import components
from generator.drawing.icons.concepts import folder, is_symbol

_PROVIDERS = ("aws", "onprem", "k8s", "elastic", "saas", "programming", "gcp", "azure", "firebase")
"""In the order of preference; others have few names of their own."""
_BRANDS = ("onprem", "elastic", "saas", "programming")
"""Providers whose classes are called after one product each, so that a single word names it."""
_CLASS = re.compile(r'^class (\w+)\(_\w+\):\s+_icon = "([^"]+)"', re.MULTILINE)
_FOLDER = re.compile(r'_icon_dir = "([^"]+)"')
_TOKEN = re.compile(r"[A-Za-z0-9][\w.+#/-]*[\w+#]|[A-Za-z0-9]")


class Shown(NamedTuple):
    """What shows a technology: a class of the library, or an icon of Material's set."""

    module: str
    """Such as "diagrams.aws.database"; empty for an icon."""
    name: str
    """Of the class, or the path of the icon."""
    icon: str
    """Key of the picture."""
    kind: str = ""
    """The class itself, where the name is another name of it."""


@cache
def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_name("lexicon.toml").read_text(encoding="utf-8"))


@cache
def classes() -> dict[str, Shown]:
    """Every class of the library by its full name, as its sources define it."""
    found: dict[str, Shown] = {}
    base = components.library() / "diagrams"
    for provider in _PROVIDERS:
        for file in sorted((base / provider).glob("*.py")):
            text = file.read_text(encoding="utf-8")
            place = _FOLDER.search(text)
            if place is None:
                continue
            module = f"diagrams.{provider}.{file.stem}"
            for name, icon in _CLASS.findall(text):
                key = f"{place[1].removeprefix('resources/')}/{icon.removesuffix('.png')}"
                found[f"{module}.{name}"] = Shown(module, name, key, name)
            for alias, name in re.findall(r"^(\w+) = (\w+)$", text, re.MULTILINE):
                if f"{module}.{name}" in found:
                    found[f"{module}.{alias}"] = found[f"{module}.{name}"]._replace(name=alias)
    return found


@cache
def lexicon() -> dict[str, Shown]:
    """What shows a technology, by its name in lower case with single spaces."""
    ordinary = set(_data()["ordinary"]["words"].split())
    found: dict[str, Shown] = {}
    for full, shown in classes().items():
        provider = full.split(".")[1]
        words = " ".join(re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", shown.name).split()).lower()
        single = shown.name.lower()
        if provider in _BRANDS and single not in ordinary and len(single) > 2:
            found.setdefault(single, shown)
        if " " in words and provider not in ("programming", "k8s"):
            found.setdefault(words, shown)
        for maker in {"aws": ("aws", "amazon"), "gcp": ("google", "gcp"), "onprem": ("apache",)}.get(
            provider, (provider,)
        ):
            found.setdefault(f"{maker} {words}", shown)
            found.setdefault(f"{maker} {single}", shown)
    for name, target in _data()["names"].items():
        named = _symbol(target) if is_symbol(target) else classes().get(target)
        if named:
            found[name] = named
    return found


def _symbol(icon: str) -> Shown | None:
    """An icon of Material's set, where it is there."""
    return Shown("", icon, icon) if (folder() / f"{icon}.svg").is_file() else None


def find(text: str) -> list[tuple[str, Shown]]:
    """The technologies that a text names, in its own spelling and order, each once; the longest name wins."""
    tokens = [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]
    found: dict[Shown, str] = {}
    position = 0
    while position < len(tokens):
        for count in (4, 3, 2, 1):
            part = tokens[position : position + count]
            key = " ".join(word.lower() for word, _, _ in part)
            if len(part) == count and key in lexicon() and _meant(text[part[0][1] : part[-1][2]]):
                found.setdefault(lexicon()[key], text[part[0][1] : part[-1][2]])
                position += count
                break
        else:
            position += 1
    return [(words, shown) for shown, words in found.items()]


def _meant(words: str) -> bool:
    """Names are written with a capital or a digit; "simple storage" is none."""
    return any(character.isupper() or character.isdigit() for character in words)


def picture(text: str) -> Shown | None:
    """An icon for what a text is about, by its first word that has one; None where none has."""
    for word in re.findall(r"[a-z]+", text.lower()):
        for form in (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ing")):
            target = _data()["words"].get(form)
            if target:
                return _symbol(target)
    return None
