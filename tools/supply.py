"""Lists all libraries that the site is built with or brings to its readers: sbom.json and THIRD-PARTY.md.

    python tools/supply.py            after `make lock` or `make vendor`
    python tools/supply.py --check    does anything differ from the lock files, or have a licence that we do not know?

The versions come from the lock files, the licences from what the libraries say of themselves.
"""

import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
LOCKED = re.compile(r"^([\w.-]+)==([\w.+!-]+)", re.MULTILINE)

SPELLED = {
    "PSFL": "PSF-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "(MPL-2.0 OR Apache-2.0)": "MPL-2.0 OR Apache-2.0",
}
"""What licences are called by those who do not call them by their SPDX names."""
ALLOWED = {
    "Apache-2.0", "Apache-2.0 OR BSD-2-Clause", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MIT-0", "MIT-CMU",
    "MPL-2.0", "MPL-2.0 OR Apache-2.0", "PSF-2.0", "0BSD", "BlueOak-1.0.0", "EPL-2.0", "Unlicense",
}  # fmt: skip
"""Licences under which a library may be used here without a second thought."""
KNOWN = {
    "elkjs": "EPL-2.0 OR GPL-3.0-or-later",  # taken under the EPL, unchanged, inside mermaid
    "frozendict": "LGPL-3.0-only",  # a part of genanki, installed only, never shipped
    "khroma": "MIT",  # says so in a file of its own
}
"""Libraries that have another one, or say it elsewhere; each with the reason why that is fine."""
DRAWN = (
    ("Icons of the diagrams", "their owners", "from the library `diagrams`"),
    ("Material Design Icons", "Apache-2.0", "from `mkdocs-material`"),
    ("Fonts in the books", "OFL-1.1 and Bitstream Vera", "with their licences in `generator/exports/book/fonts/`"),
)


class Library(NamedTuple):
    """One library of the lock files."""

    system: str
    """ "pypi" or "npm"."""
    name: str
    version: str
    licence: str
    """By its SPDX name, or empty where the library says nothing that we understand."""

    @property
    def address(self) -> str:
        """Its package URL."""
        return f"pkg:{self.system}/{self.name.replace('@', '%40')}@{self.version}"


def from_pypi() -> Iterator[Library]:
    """What the site is built with."""
    for name, version in sorted(set(LOCKED.findall((ROOT / "requirements.txt").read_text("utf-8")))):
        yield Library("pypi", name, version, _licence(name))


def from_npm() -> Iterator[Library]:
    """What runs in the reader's browser, with all that is bundled in it."""
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    for path, package in sorted(packages.items()):
        if path and not package.get("dev"):
            name = path.rpartition("node_modules/")[2]
            said = str(package.get("license") or KNOWN.get(name, ""))
            yield Library("npm", name, package["version"], SPELLED.get(said, said))


def _licence(name: str) -> str:
    try:
        said = metadata(name)
    except PackageNotFoundError:
        return ""
    classes = [each.rpartition(":: ")[2] for each in said.get_all("Classifier") or () if each.startswith("License ::")]
    words = [str(said.get("License-Expression") or ""), str(said.get("License") or "").split("\n")[0], *classes]
    return next((each for word in words if (each := SPELLED.get(word, word)) in {*ALLOWED, *KNOWN.values()}), "")


def bill(libraries: list[Library]) -> str:
    """The bill of materials, as CycloneDX has it."""
    components = [
        {
            "type": "library",
            "bom-ref": each.address,
            "name": each.name,
            "version": each.version,
            "purl": each.address,
            "licenses": [{"expression": each.licence}],
        }
        for each in libraries
    ]
    site = {"type": "application", "name": "question-bank-site", "licenses": [{"expression": "MIT"}]}
    head = {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "metadata": {"component": site}}
    return json.dumps({**head, "components": components}, indent=1) + "\n"


def notice(libraries: list[Library]) -> str:
    """The list for people."""
    lines = [
        "# Third parties",
        "",
        "What the site is built with and what it brings to its readers; made by `python tools/supply.py` from the lock",
        "files. The notices of all that runs in the browser are in `docs/assets/vendor/NOTICES.txt`.",
    ]
    for system, title in (("npm", "In the browser"), ("pypi", "While building")):
        lines += ["", f"## {title}", "", "| library | version | licence |", "|---|---|---|"]
        lines += [f"| {each.name} | {each.version} | {each.licence} |" for each in libraries if each.system == system]
    lines += ["", "## Drawn", "", "| what | licence | where from |", "|---|---|---|"]
    lines += [f"| {what} | {licence} | {where} |" for what, licence, where in DRAWN]
    return "\n".join(lines) + "\n"


def main(words: list[str]) -> int:
    """Write both lists, or compare them; returns the exit status."""
    libraries = [*from_npm(), *from_pypi()]
    unknown = [each for each in libraries if each.licence not in ALLOWED and KNOWN.get(each.name) != each.licence]
    for each in unknown:
        print(f"{each.address}: licence {each.licence or 'unknown'}; read it, and add it to ALLOWED or KNOWN")
    stale = []
    for path, text in ((ROOT / "sbom.json", bill(libraries)), (ROOT / "THIRD-PARTY.md", notice(libraries))):
        if "--check" not in words:
            path.write_text(text, "utf-8")
        elif not path.is_file() or path.read_text("utf-8") != text:
            stale.append(path)
            print(f"{path.name}: differs from the lock files; run `python tools/supply.py`")
    return 1 if unknown or stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
