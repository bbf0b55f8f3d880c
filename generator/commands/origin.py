"""Where the tool that runs came from, as the line by which an author's repository installs it again.

    origin()  ->  Origin("question-bank-site @ git+https://github.com/me/tool@4b12…", "the repository …")

pip notes beside what it installs where that came from (PEP 610). What no other machine can fetch, a wheel of one's own
or a checkout that was never pushed, goes along: as a wheel made of the very files that run.
"""

import base64
import hashlib
import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from generator.exports.shared.archives import EARLIEST, archive
from generator.files.writing import lent
from generator.git import git
from generator.paths import INSTALLED, TOOL
from generator.settings import as_opened, remote

_NAME = "question-bank-site"
_WHEELS = "wheels"
"""Where in an author's folder a wheel goes along."""
_NOTES = ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json")
"""What an installer wrote about its work, which is no part of the wheel."""


@dataclass(frozen=True, slots=True)
class Origin:
    """How to install the tool somewhere else."""

    requirement: str
    """The line of requirements.txt."""
    said: str
    """Where that is, in words."""
    update: str
    """What to change for another version."""
    wheel: bytes = b""
    """The file that the line names, where it goes along."""


def origin() -> Origin:
    """The origin of the tool that runs."""
    return of_installed(distribution(_NAME)) if INSTALLED else of_checkout(TOOL)


def of_installed(told: Distribution) -> Origin:
    """Where pip has it from."""
    noted = json.loads(told.read_text("direct_url.json") or "{}")
    address = str(noted.get("url") or "")
    if not address or not told.files:
        return Origin(f"{_NAME}=={told.version}", "the package index", "another version here")
    if "vcs_info" in noted:
        return _of_repository(told, address, noted["vcs_info"])
    if "archive_info" in noted:
        return _of_archive(told, address, noted["archive_info"])
    return _pushed(_folder(address)) or _carried(*_packed(told))


def _of_repository(told: Distribution, address: str, noted: Mapping[str, Any]) -> Origin:
    """The commit that was installed, of a repository that others can reach."""
    commit = str(noted.get("commit_id") or "")
    public = as_opened(address) or remote(_folder(address))
    return _at(public, commit) if public and commit else _carried(*_packed(told))


def _of_archive(told: Distribution, address: str, noted: Mapping[str, Any]) -> Origin:
    """A file on a server, with its hash; a file on this machine goes along."""
    if not address.startswith("https://"):
        return _carried(*_packed(told))
    found = (noted.get("hashes") or {}).get("sha256")
    line = f"{_NAME} @ {address}" + (f"#sha256={found}" if found else "")
    return Origin(line, address, "the address (and the hash) of another file here")


def of_checkout(folder: Path) -> Origin:
    """A checkout whose own files run: the commit, if it was pushed as it is; else a wheel that pip makes of it."""
    if pushed := _pushed(folder):
        return pushed
    with lent() as made:
        words = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--wheel-dir", str(made), str(folder)]
        done = subprocess.run(words, capture_output=True, text=True)
        wheel = next(made.glob("*.whl"), None)
        if done.returncode or wheel is None:
            said = f"an index that has it: {folder} is nowhere else, and pip could not make a wheel of it"
            return Origin(_NAME, said, "the place of a wheel or of a repository here")
        return _carried(wheel.name, wheel.read_bytes())


def _pushed(folder: Path) -> Origin | None:
    """The commit of a checkout, if nothing in it was changed since and its remote has it."""
    public, commit = remote(folder), git(folder, "rev-parse", "HEAD")
    is_there = git(folder, "branch", "--remotes", "--contains", "HEAD")
    changed = git(folder, "status", "--porcelain", "--untracked-files=no")
    return _at(public, commit) if public and commit and is_there and not changed else None


def _folder(address: str) -> Path:
    """Where a file address leads."""
    return Path(unquote(urlsplit(address).path))


def _at(repository: str, commit: str) -> Origin:
    said = f"{repository} at {commit[:10]}"
    return Origin(f"{_NAME} @ git+{repository}@{commit}", said, "another commit or tag at the end of the line")


def _carried(name: str, data: bytes) -> Origin:
    said = f"{_WHEELS}/{name}, which goes along: where else this tool is to be had is not known"
    return Origin(f"./{_WHEELS}/{name}", said, f"another wheel in {_WHEELS}/, and its name here", data)


def _packed(told: Distribution) -> tuple[str, bytes]:
    """Name and contents of a wheel of the files that are installed, the same whenever it is made."""
    paths = [path for path in told.files or () if ".." not in path.parts and path.suffix != ".pyc"]
    files = {path.as_posix(): path.locate().read_bytes() for path in paths if path.name not in _NOTES}  # type: ignore[attr-defined]
    stem = f"{_NAME.replace('-', '_')}-{told.version}"
    record = f"{stem}.dist-info/RECORD"
    files[record] = "".join([*map(_row, files.items()), f"{record},,\n"]).encode()
    return f"{stem}-py3-none-any.whl", archive(files.items(), EARLIEST)


def _row(file: tuple[str, bytes]) -> str:
    """A file's line in a wheel's record."""
    path, data = file
    seen = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
    return f"{path},sha256={seen},{len(data)}\n"
