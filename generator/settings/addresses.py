"""Where the site and its sources are: as mkdocs.yml says it, or as GitHub's workflow, a domain or git knows it."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.git import git

_EXAMPLES = ("https://github.com/example/", "https://example.github.io/")
"""How addresses begin that nobody has set yet."""


def is_placeholder(settings: Mapping[str, Any]) -> bool:
    """Whether an address is still that of an example."""
    return any(str(settings.get(name) or "").startswith(_EXAMPLES) for name in ("site_url", "repo_url"))


def addresses(given: Mapping[str, Any], folder: Path) -> dict[str, str]:
    """`site_url`, with a slash at its end, and `repo_url`; either may be empty."""
    said = {name: str(given.get(name) or "") for name in ("site_url", "repo_url")}
    built = os.environ.get("GITHUB_REPOSITORY", "")
    if built:
        said = {name: "" if address.startswith(_EXAMPLES) else address for name, address in said.items()}
    server = os.environ.get("GITHUB_SERVER_URL") or "https://github.com"
    source = said["repo_url"] or (f"{server}/{built}" if built else remote(folder))
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


def remote(folder: Path) -> str:
    """The address of git's `origin` as a browser opens it, if the folder is the top of a repository that has one."""
    return as_opened(git(folder, "remote", "get-url", "origin")) if (folder / ".git").exists() else ""


def as_opened(address: str) -> str:
    """A repository's address as a browser opens it; nothing for one on this machine, or with a password in it."""
    found = re.fullmatch(r"(?:https://|ssh://git@|git@)([\w.-]+)[/:]([\w./-]+?)(?:\.git)?/?", address)
    return f"https://{found[1]}/{found[2]}" if found else ""
