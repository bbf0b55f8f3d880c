"""One file of a bank, cut into passages."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from msgspec import Struct

from generator.reading.markdown.definitions import Definitions
from generator.reading.passages.passages import Passage

FRONT = frozenset(("readme", "index"))
"""Files that speak about a folder: their title and text are the bank's."""
_PROJECT = frozenset(
    ("contributing", "license", "licence", "code of conduct", "changelog", "security", "pull request template")
)
"""Files that speak about the project, not the subject; in capitals, as is usual: “security.md” may be a topic."""


class ParsedFile(Struct, frozen=True):
    """A file's lines and passages."""

    name: str
    lines: Sequence[str]
    passages: tuple[Passage, ...]
    definitions: Definitions
    title: str = ""
    """What its front matter calls it."""

    @property
    def stem(self) -> str:
        """The file's name without folders and ending."""
        return PurePosixPath(self.name).stem

    @property
    def folder_or_stem(self) -> str:
        """What the file is called by: a README, which says nothing, by its folder."""
        folder = PurePosixPath(self.name).parent.name
        return folder if folder and self.speaks_of_folder else self.stem

    @property
    def speaks_of_folder(self) -> bool:
        """Whether its name says that it speaks about the others."""
        return self.stem.lower() in FRONT

    @property
    def speaks_of_project(self) -> bool:
        """Whether it is one of the files that each project has, and holds no line that is a question for sure."""
        name = self.stem.replace("_", " ").replace("-", " ")
        known = name.upper() == name and name.lower() in _PROJECT
        return known and not any(passage.start and passage.start.is_unambiguous for passage in self.passages)
