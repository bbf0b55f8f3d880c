"""What a build is asked for: folders, files and switches, with the defaults of our own bank."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from generator.paths import TOOL, home

_SOURCES = (
    ".cache", ".ci", ".git", ".github", ".venv", "bank", "bench", "diagrams", "docs", "generator", "overrides", "tests",
    "tools",
)  # fmt: skip
"""Folders of an author, or of the checkout, in which no site belongs."""


@dataclass(frozen=True, slots=True)
class Options:
    """Inputs, output and switches of one run."""

    banks: tuple[Path, ...] = ()
    """Files or folders of the bank; empty for our own."""
    diagrams: Path | None = None
    """Folder of diagram modules; None for our own with our own bank, and for none with another."""
    out: Path = Path("site")
    title: str = ""
    """Name of the site; empty for the bank's own, or else mkdocs.yml's."""
    language: str = ""
    """As in "de" or "pt-BR"; empty for mkdocs.yml's, or else what the bank is recognised as."""
    strict: bool = False
    jobs: int = 0
    """Processes; 0 for one per core."""
    drafts: bool = False
    """Draw a first draft for each question that has no diagram module."""
    no_run: bool = False
    """Run no diagram module; show what the cache holds of earlier runs."""
    memory: int = 256
    """Megabytes that one diagram module may take."""
    share: tuple[int, int] = (1, 1)
    """Which of how many parts of the diagrams to draw, where several machines share them."""
    verify: bool = False
    """Compare each built answer with its source as GitHub would show it."""
    fewer: bool = False
    """Accept a bank that lacks questions which the site in `out` has."""
    downloads: bool = False
    """Make the book, the deck and the other files of /downloads/ too."""
    markdown: Path | None = None
    """Folder to write the site to once more, as Markdown and data that another engine builds."""
    home: Path = field(default_factory=home)
    """The author's folder: his mkdocs.yml, docs/ and overrides/ stand here."""
    cache: Path = field(default_factory=lambda: home() / ".cache")

    @property
    def bank_paths(self) -> tuple[Path, ...]:
        """The bank to read."""
        return self.banks or (Path("bank"),)

    @property
    def diagram_folder(self) -> Path | None:
        """The diagram modules to draw, if there are any."""
        if self.diagrams is None and not self.banks:
            return Path("diagrams")
        return self.diagrams

    def covered(self, out: Path) -> str:
        """What is wrong with a folder as the place of a site; empty where it is free."""
        others = [_real(each) for each in (self.out, self.markdown) if each and each is not out]
        out = _real(out)
        if any(out.is_relative_to(other) or other.is_relative_to(out) for other in others):
            return "a site here would stand in the way of the other one"
        read = (*self.bank_paths, *filter(None, [self.diagram_folder]))
        if over := next((path for path in (self.home, TOOL, *read) if _real(path).is_relative_to(out)), None):
            return f"a site here would take the place of {over}"
        ours = (root / name for root in (self.home, TOOL) for name in _SOURCES)
        inside = next((path for path in (*read, *ours) if out.is_relative_to(_real(path))), None)
        return f"a site here would stand inside {inside}, which is no place for built files" if inside else ""

    @property
    def glossary(self) -> Path | None:
        """The glossary beside the bank, if it has one."""
        return self._beside("glossary.yml")

    @property
    def words(self) -> Path | None:
        """The author's own words for the interface beside the bank, if there are any."""
        return self._beside("words.yml")

    def _beside(self, name: str) -> Path | None:
        folders = [path if path.is_dir() else path.parent for path in self.bank_paths]
        return next((folder / name for folder in folders if (folder / name).is_file()), None)


def _real(path: Path) -> Path:
    """Where a path leads; a link that leads to itself is as good as any other."""
    return Path(os.path.realpath(path))
