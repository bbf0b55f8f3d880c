"""Begins an author's own folder: a bank, a diagram, a page, settings and one workflow that checks and publishes.

    init(Path("my-bank"), origin)                        two questions to overwrite
    init(Path("my-bank"), origin, Path("questions.md"))  a bank that is there already, a file or a folder

What is written stands in `starter/`, as it will stand there; words in braces are filled in.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from click import format_filename

from generator import reading
from generator.commands.origin import Origin, origin
from generator.commands.reporting import many
from generator.files.writing import write_file
from generator.problems import Failed, Misused

_STARTER = Path(__file__).parent / "starter"
_DOTTED = ("gitignore", "github")
"""Names that begin with a dot there, and here would hide what they hold."""
_FILLED = ("mkdocs.yml", "README.md", "requirements.txt")
_BY_ITSELF = frozenset((".git", ".venv", ".cache"))
"""What may stand in a folder before."""


def begin(folder: Path, source: Path | None) -> Iterator[str]:
    """Do so with the tool that runs; yields what was written and what comes next, line by line."""
    tool = cache(origin)
    paths, numbered = init(folder, tool, source)
    yield from map(format_filename, paths)
    if numbered:
        yield f"{many(numbered, 'question')} had no number, and got one for good: addresses are made of it"
    yield f"requirements.txt has the tool from {tool().said}"
    yield f"next: {format_filename(folder / 'README.md')} tells how to look at it, write, and publish"


def init(folder: Path, tool: Callable[[], Origin], source: Path | None = None) -> tuple[tuple[Path, ...], int]:
    """Write all files; returns their paths, and how many questions got their numbers.

    Raises Failed where the folder holds something already.
    """
    there = sorted({path.name for path in folder.iterdir()} - _BY_ITSELF) if folder.is_dir() else []
    if there or folder.is_file():
        what = f"holds {there[0]} already" if there else "is a file"
        raise Misused.at(folder, what, "name a new folder, or an empty one")
    files = dict(_starter(folder, tool()))
    if source:
        files = {path: data for path, data in files.items() if not path.startswith(("bank/", "diagrams/"))}
        files |= dict(_bank(source))
    for path, data in files.items():
        write_file(folder / path, data)
    count = _number(folder / "bank") if source else 0
    return tuple(folder / path for path in sorted(files)), count


def _number(bank: Path) -> int:
    """Give numbers to questions that have none; a bank that is not understood stays as it is, and `check` says why."""
    with suppress(Failed):
        numbered, made = reading.numbers([bank])
        for path, data in made.items():
            write_file(path, data)
        return len(numbered)
    return 0


def _starter(folder: Path, tool: Origin) -> Iterator[tuple[str, bytes]]:
    """Path and contents of each file that the tool brings, and of the tool itself where it goes along."""
    words = {"name": _name(folder), "tool": tool.requirement, "update": tool.update}
    if tool.wheel:
        yield tool.requirement.removeprefix("./"), tool.wheel
    for file in sorted(path for path in _STARTER.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        path = file.relative_to(_STARTER).as_posix()
        data = file.read_bytes()
        if path in _FILLED:
            data = data.decode().format(**words).encode()
        yield f".{path}" if path.startswith(_DOTTED) else path, data


def _bank(source: Path) -> Iterator[tuple[str, bytes]]:
    """Path and contents of each file of a bank that is there already, with the pictures beside it."""
    try:
        files = sorted(path for path in source.rglob("*") if path.is_file()) if source.is_dir() else [source]
        root = source if source.is_dir() else source.parent
        for file in files:
            near = file.relative_to(root)
            if not any(part.startswith(".") for part in near.parts):
                yield f"bank/{near.as_posix()}", file.read_bytes()
    except OSError as error:
        raise Failed.at(error.filename or source, f"cannot be read: {error.strerror}") from error


def _name(folder: Path) -> str:
    """The folder's name as words, as YAML can hold it."""
    words = " ".join(folder.resolve().name.replace("-", " ").replace("_", " ").split())
    return "".join(sign for sign in words if sign.isalnum() or sign in " .+").strip().capitalize() or "Questions"
