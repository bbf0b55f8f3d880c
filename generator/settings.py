"""What mkdocs.yml says, as plain values, each file read once.

    read(Path("mkdocs.yml"))  ->  {"site_name": "System design, illustrated", "site_url": "https://…/", …}

`!ENV` is looked up as MkDocs does it. Tags that name Python objects stay names (`Name`) until somebody needs the
object: only the Markdown of hand-written pages does.
"""

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag

from generator.problems import Failed, Place, Problem

EXAMPLES = ("https://github.com/example/", "https://example.github.io/")
"""How addresses begin that nobody has set yet."""

PYTHON = "tag:yaml.org,2002:python/"


DEFAULTS: Mapping[str, Mapping[str, Any]] = {
    "theme": {"name": "material", "custom_dir": "overrides"},
    "extra": {
        "source_uri": "blob/main/",
        "menu": [
            {"name": "Questions", "path": "topics/"},
            {"name": "Components", "path": "components/", "diagrams": True},
            {"name": "Practice", "path": "practice/"},
            {"name": "Downloads", "path": "downloads/"},
        ],
    },
}
"""What an author need not say."""


class Name(str):
    """The dotted name of a Python object, as in `!!python/name:pymdownx.superfences.fence_code_format`."""


class _Loader(yaml.SafeLoader):
    """Reads the tags that MkDocs knows, and passes over all others."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)
_Loader.add_multi_constructor(f"{PYTHON}name:", lambda loader, suffix, node: Name(suffix))
_Loader.add_constructor("!ENV", construct_env_tag)


def read(path: Path) -> Mapping[str, Any]:
    """The settings in a file. Raises Failed where it cannot be read."""
    try:
        found = yaml.load(path.read_text("utf-8"), _Loader)  # noqa: S506 - a SafeLoader that knows three more tags
    except FileNotFoundError:
        found = {}
    except OSError as error:
        raise Failed([Problem(Place(str(path)), f"cannot be read: {error.strerror}")]) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise Failed([Problem(Place(str(path), line), str(error.problem))]) from error
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        raise Failed([Problem(Place(str(path)), f"is no YAML: {error}")]) from error
    given = found if isinstance(found, dict) else {}
    merged = {name: {**default, **(given.get(name) or {})} for name, default in DEFAULTS.items()}
    return {**given, **merged, **_addresses(given, path.parent)}


def is_placeholder(settings: Mapping[str, Any]) -> bool:
    """Whether an address is still that of an example."""
    return any(str(settings.get(name) or "").startswith(EXAMPLES) for name in ("site_url", "repo_url"))


def _addresses(given: Mapping[str, Any], folder: Path) -> dict[str, str]:
    """Where the site and its sources are: as it is said, or else as GitHub's workflow or git knows it."""
    said = {name: str(given.get(name) or "") for name in ("site_url", "repo_url")}
    built = os.environ.get("GITHUB_REPOSITORY", "")
    if built:
        said = {name: "" if address.startswith(EXAMPLES) else address for name, address in said.items()}
    server = os.environ.get("GITHUB_SERVER_URL") or "https://github.com"
    source = said["repo_url"] or (f"{server}/{built}" if built else _remote(folder))
    site = said["site_url"] or _published(source, folder)
    return {"repo_url": source, "site_url": f"{site.rstrip('/')}/" if site else ""}


def _published(source: str, folder: Path) -> str:
    """Where Pages publishes a repository: at its own domain, or below its owner's."""
    domain = folder / "docs" / "CNAME"
    if domain.is_file():
        return f"https://{domain.read_text('utf-8').strip()}/"
    found = re.fullmatch(r"https://github\.com/([\w-]+)/([\w.-]+)", source)
    if found is None:
        return ""
    owner, name = found[1].lower(), found[2]
    return f"https://{owner}.github.io/" + ("" if name.lower() == f"{owner}.github.io" else f"{name}/")


def _remote(folder: Path) -> str:
    """The address of git's `origin` as a browser opens it, if the folder is the top of a repository that has one."""
    if not (folder / ".git").exists():
        return ""
    asked = ["git", "-C", str(folder), "remote", "get-url", "origin"]
    try:
        done = subprocess.run(asked, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    found = re.fullmatch(r"(?:https://|ssh://git@|git@)([\w.-]+)[/:]([\w./-]+?)(?:\.git)?/?", done.stdout.strip())
    return f"https://{found[1]}/{found[2]}" if found else ""
