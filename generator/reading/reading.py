"""The recipe of reading: find the files, read each for itself, put them together."""

import re
import shlex
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from generator.files.cache import Cache, Memory
from generator.files.hashing import code_of, digest
from generator.model import Bank
from generator.problems import Failed, Place, Problem, errors
from generator.reading.choosing.refusals import BEGIN
from generator.reading.choosing.stating import stated
from generator.reading.markdown.html.comments import without_comments
from generator.reading.passages.chunks import Parse, file_passages
from generator.reading.passages.margin import at_margin
from generator.reading.passages.parsed import ParsedFile
from generator.reading.passages.passages import Chunk, chunk
from generator.reading.questions.assembling import assemble
from generator.reading.questions.numbering import Numbered, numbering, renumbered
from generator.reading.questions.slips import slips
from generator.reading.sources.decoding import decode
from generator.reading.sources.files import Source, sources
from generator.reading.sources.front import fronts, without_front_matter
from generator.reading.sources.headings import with_headings
from generator.reading.sources.mojibake import repaired

_STRAY = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Control characters, but those that end lines."""
MADE_WITH = (
    "generator.reading", "generator.model", "generator.safe_yaml", "generator.problems",
    "markdown_it", "mdit_py_plugins", "linkify_it", "mdurl", "ftfy", "nh3", "selectolax", "yaml",
    "latex2mathml", "pymdownx", "msgspec", "babel==",
)  # fmt: skip
"""Whose code makes a chunk of a file what it is."""


def read(paths: Sequence[Path], cache: Cache | None = None) -> tuple[Bank, tuple[Problem, ...]]:
    """The bank in some files and folders, and all that is wrong with it; `cache` remembers what was parsed."""
    found, unreadable = sources(paths)
    results = [read_source(each, cache) for each in found]
    bank, misfits = assemble([text for text, _ in results], _command(paths), stated(paths, fronts(found)))
    flaws = [problem for _, each in results for problem in each]
    if bank.questions:  # of a bank that is not understood, that alone is said
        flaws += [slip for text, _ in results for slip in slips(text.name, text.lines, bank.by_number)]
    broken = {problem.place.file for problem in errors(flaws)}
    problems = (*unreadable, *flaws, *(each for each in misfits if each.place.line or each.place.file not in broken))
    if not bank.questions and not errors(problems):
        place = Place(paths[0].as_posix() if len(paths) == 1 else "bank")
        problems = (*problems, Problem(place, "there is no question in it", BEGIN))
    return bank, tuple(sorted(problems))


def _command(paths: Sequence[Path]) -> str:
    """The call that gives numbers to the questions of a bank."""
    banks = "" if list(paths) == [Path("bank")] else "".join(f" --bank {shlex.quote(str(path))}" for path in paths)
    return f"python -m generator number{banks} --write"


def read_source(source: Source, cache: Cache | None) -> tuple[ParsedFile, tuple[Problem, ...]]:
    """One file; after an edit, only the question that was edited is parsed."""
    if cache is None:
        return read_file(source.name, source.path.read_bytes())
    known: Memory[Chunk] = Memory(cache, digest(source.name, code_of(*MADE_WITH)), Chunk)
    result = read_file(source.name, source.path.read_bytes(), lambda text: known.get(text, lambda: chunk(text)))
    known.save()
    return result


def read_file(name: str, data: bytes, parse: Parse = chunk) -> tuple[ParsedFile, tuple[Problem, ...]]:
    """What one file holds and what is wrong with it; a pure function, made to be cached, as `parse` may be."""
    text, problems = decode(name, data)
    text, title, more = without_front_matter(name, text)
    text = at_margin(with_headings(without_comments(text)))
    passages, flaws, definitions = file_passages(text, parse)
    found = ParsedFile(name, text.split("\n"), passages, definitions, title)
    return found, (*problems, *more, *(each.problem(name) for each in flaws))


def numbers(paths: Sequence[Path]) -> tuple[tuple[Numbered, ...], Mapping[Path, bytes]]:
    """The questions that get a number, and the files with these numbers. Raises Failed where that cannot be."""
    found, unreadable = sources(paths)
    results = [read_source(each, None) for each in found]
    faults = errors((*unreadable, *(problem for _, each in results for problem in each)))
    if faults:
        raise Failed(faults)
    new = numbering([text for text, _ in results], stated(paths, fronts(found)))
    if not new and not any(text.passages for text, _ in results):
        raise Failed([Problem(Place(paths[0].as_posix()), "there is no question in it", BEGIN)])
    files = {}
    for source in found:
        if wanted := [each for each in new if each.file == source.name]:
            data = source.path.read_bytes()
            files[source.path] = renumbered(data, wanted)
    return new, files


def fix(paths: Sequence[Path]) -> Mapping[Path, str]:
    """Repaired texts of the files that differ from them; line ends stay as they are."""
    found = {}
    for source in sources(paths)[0]:
        with suppress(UnicodeDecodeError):
            before = source.path.read_bytes().decode()
            text = _STRAY.sub("", repaired(before)[0])
            if text != before:
                found[source.path] = text
    return found
