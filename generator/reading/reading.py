"""The recipe of reading: find the files, read each for itself, put them together."""

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from generator.cache import Cache
from generator.model import Bank
from generator.problems import Place, Problem, Severity, errors
from generator.reading.markdown.comments import without_comments
from generator.reading.questions.assembling import assemble
from generator.reading.questions.keeping import Kept
from generator.reading.questions.parts import piece
from generator.reading.questions.pieces import Parse, file_parts
from generator.reading.questions.sections import sections
from generator.reading.questions.topics import File
from generator.reading.sources.decoding import decode
from generator.reading.sources.files import Source, sources
from generator.reading.sources.mojibake import repaired

FRONT_MATTER = re.compile(
    r"\A---[ \t]*\n(?:[ \t]*[\w-]+:.*\n|[ \t]*-[ \t].*\n|[ \t]*#.*\n|[ \t]*\n)+---[ \t]*(?:\n|\Z)"
)
"""YAML at the beginning of a file speaks to other tools; all lines but its title's are read as empty ones."""
NO_TEXT = ("[", "{", "!", "&", "*", "|", ">", "@", "`", "%")
"""What begins something else in YAML than a text."""
FRONT_TITLE = re.compile(r"^title:[ \t]*(['\"]?)(.+?)\1[ \t]*$", re.MULTILINE)


def read(paths: Sequence[Path], cache: Cache | None = None) -> tuple[Bank, tuple[Problem, ...]]:
    """The bank in some files and folders, and all that is wrong with it; `cache` remembers what was parsed."""
    found, unreadable = sources(paths)
    results = [read_source(each, cache) for each in found]
    files = [file for file, _ in results]
    bank, misfits = assemble(files)
    problems = (*unreadable, *(problem for _, each in results for problem in each), *misfits)
    if not errors(problems):
        problems = (*problems, *without_questions(paths, found, files))
    return bank, tuple(sorted(problems))


def without_questions(paths: Sequence[Path], found: Sequence[Source], files: Sequence[File]) -> Iterable[Problem]:
    """What to say of files, and of a whole bank, in which no question was found."""
    hint = "begin each question with a heading like “### Question 12: title”"
    if not any(file.sections.questions for file in files):
        place = Place(paths[0].as_posix() if len(paths) == 1 else "bank")
        seen = [file.sections.unread.problem(file.name) for file in files if file.sections.unread]
        yield from seen or [Problem(place, "there is no question in it", hint)]
        return
    for source, file in zip(found, files, strict=True):
        if not file.sections.questions and not file.is_front:
            severity = Severity.ERROR if source.asked else Severity.WARNING
            problem = Problem(Place(source.name), "there is no question in this file", hint)
            unread = file.sections.unread
            yield replace(unread.problem(file.name) if unread else problem, severity=severity)


def read_source(source: Source, cache: Cache | None) -> tuple[File, tuple[Problem, ...]]:
    """One file, of which only what is new is parsed."""
    if cache is None:
        return read_file(source.name, source.path.read_bytes())
    kept = Kept(source.name, cache)
    result = read_file(source.name, source.path.read_bytes(), kept.parse)
    kept.save()
    return result


def read_file(name: str, data: bytes, parse: Parse = piece) -> tuple[File, tuple[Problem, ...]]:
    """What one file holds and what is wrong with it; a pure function, made to be cached, as `parse` may be."""
    text, problems = decode(name, data)
    front = FRONT_MATTER.match(text)
    text = FRONT_MATTER.sub(lambda match: "\n" * match[0].count("\n"), text)
    text = without_comments(text)
    parts, flaws, definitions = file_parts(text, parse)
    found = sections(parts, text.split("\n"), definitions)
    if front and (title := FRONT_TITLE.search(front[0])):
        if title[2].startswith(NO_TEXT) and not title[1]:
            line = front[0].count("\n", 0, title.start()) + 1
            problems = (*problems, Problem(Place(name, line), "this title is no text", "quote it", Severity.WARNING))
        elif not found.title:
            found = replace(found, title=title[2])
    return File(name, found), (*problems, *(flaw.problem(name) for flaw in (*flaws, *found.flaws)))


def fix(paths: Sequence[Path]) -> Mapping[Path, str]:
    """Repaired texts of the files that differ from them."""
    found, _ = sources(paths)
    texts = {each.path: each.path.read_bytes() for each in found}
    return dict(repairs(texts.items()))


def repairs(files: Iterable[tuple[Path, bytes]]) -> Iterable[tuple[Path, str]]:
    """Files with their repaired text, where there is something to repair; line ends stay as they are."""
    for path, data in files:
        with suppress(UnicodeDecodeError):
            text, mended = repaired(data.decode())
            if mended:
                yield path, text
