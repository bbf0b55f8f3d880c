"""What mkdocs.yml says, as plain values, each file read once.

    read(Path("mkdocs.yml"))  ->  {"site_name": "System design, illustrated", "site_url": "https://…/", …}

`!ENV` is looked up as MkDocs does it. Tags that name Python objects stay names (`Name`) until somebody needs the
object: only the Markdown of hand-written pages does.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag

from generator import safe_yaml
from generator.problems import Failed
from generator.settings.addresses import addresses
from generator.settings.faults import faults
from generator.settings.looks import looks

PYTHON = "tag:yaml.org,2002:python/"


_DEFAULTS: Mapping[str, Mapping[str, Any]] = {
    "theme": {"name": "material", "custom_dir": "overrides"},
    "extra": {"source_uri": "blob/main/"},
}
"""What an author need not say."""


class Name(str):
    """The dotted name of a Python object, as in `!!python/name:pymdownx.superfences.fence_code_format`."""


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads the tags that MkDocs knows, and passes over all others."""


Loader.add_multi_constructor("", lambda loader, suffix, node: None)
Loader.add_multi_constructor(f"{PYTHON}name:", lambda loader, suffix, node: Name(suffix))
Loader.add_constructor("!ENV", construct_env_tag)


def read(path: Path) -> Mapping[str, Any]:
    """The settings in a file. Raises Failed where it cannot be read."""
    try:
        found = safe_yaml.whole(path.read_text("utf-8"), Loader)
    except FileNotFoundError:
        found = {}
    except OSError as error:
        raise Failed.at(path, f"cannot be read: {error.strerror}") from error
    except safe_yaml.Unreadable as error:
        raise Failed.at(path, error.what, line=error.line) from error
    except UnicodeDecodeError as error:
        raise Failed.at(path, "is not written in UTF-8", "save it so") from error
    if not isinstance(found, dict | None):
        raise Failed.at(path, "holds no settings", "write each as `site_name: My bank`", 1)
    given = found or {}
    if wrong := tuple(faults(path, given)):
        raise Failed(wrong)
    if isinstance(given.get("theme"), str):
        given = {**given, "theme": {"name": given["theme"]}}
    parts = {name: given[name] if isinstance(given.get(name), dict) else {} for name in _DEFAULTS}
    merged = {name: {**default, **parts[name]} for name, default in _DEFAULTS.items()}
    named = {**given, "docs_dir": given.get("docs_dir") or "docs"}
    whole = {**named, **merged, **addresses(given, path.parent)}
    return {**whole, "extra": {**whole["extra"], **looks(whole)}}
