"""What an author does between builds: begin a question, begin a diagram, look at one, make one download.

new_question(options, "Design a cache.", "")  appends "### Question 951: Design a cache." to the last bank file
new_diagram(options, 951)                     writes diagrams/<topic>/q951.py, drawn from the answer's structure
"""

import re
from collections.abc import Iterator
from pathlib import Path

from generator import drawing, exports, linking, reading, settings
from generator.commands.reporting import many
from generator.files.cache import NOTHING, Cache
from generator.files.writing import add_file, write_file
from generator.jobs.progress import Track, silent
from generator.model import Bank, Question
from generator.options import Options
from generator.preparing import drawn, prepare, spoken
from generator.problems import Failed, Problem, errors

_ITEM = re.compile(r"[ \t]*(?:[0-9]{1,9}[.)]|[-*+])[ \t]+(?=\S)(?!\*)")
_NUMBERED = re.compile(
    r"(?P<begin>[ \t]*(?:#{1,6}[ \t]+)?)(?P<bold>\*\*|__)?(?P<word>[^0-9<>]{0,30})[0-9]+"
    r"(?P<end>[题題问問\s:.)\]：、．–—*_-]*)"
)
"""The beginning of a question's line, up to its title."""
_LINE_ENDS = re.compile(r"\r\n|\r|\n")


def new_question(options: Options, title: str, topic: str) -> str:
    """Add a question at the end of its topic; returns where it stands, as "bank/901-950.md:460"."""
    bank = _read(options)
    wanted = [each for each in bank.topics if each.name.casefold() == topic.casefold()] if topic else bank.topics[-1:]
    if not wanted:
        names = ", ".join(each.name for each in bank.topics)
        raise Failed.at(options.bank_paths[0], f"no topic {topic!r}", f"there are: {names}")
    last = bank.by_number[wanted[0].numbers[-1]]
    path = Path(last.place.file)
    text = path.read_bytes().decode()
    ending = "\r\n" if "\r\n" in text else "\r" if "\r" in text and "\n" not in text else "\n"
    lines = _LINE_ENDS.split(text)
    end = last.answer_place.line + last.source.count("\n") + 1
    number = bank.questions[-1].number + 1
    before = "\n".join(lines[:end]).rstrip("\n").split("\n")
    added = ["", *_begun(lines[last.place.line - 1], number, title), ""]
    whole = "\n".join([*before, *added, *lines[end:]]).rstrip("\n") + "\n"
    write_file(path, whole.replace("\n", ending).encode())
    return f"{path}:{len(before) + 2}"


def _begun(like: str, number: int, title: str) -> list[str]:
    """The first lines of a question that begins as another one of its bank does."""
    answer = ["", "**Answer:**", "*   **First part:** what it does."]
    if "<summary" in like.lower():
        return ["<details>", f"<summary>Q{number}. {title}</summary>", *answer, "", "</details>"]
    if item := _ITEM.match(like):
        return [f"{item[0]}Q{number}. {title}", *(f"{'' if not line else ' ' * len(item[0])}{line}" for line in answer)]
    found = _NUMBERED.match(like)
    if not found:
        return [f"### Question {number}: {title}", *answer]
    bold = found["bold"] or ""
    closed = bold if bold and bold not in found["end"] else ""
    return [f"{found['begin']}{bold}{found['word']}{number}{found['end']}{title}{closed}", *answer]


def number(options: Options, write: bool) -> Iterator[str]:
    """Give numbers to questions that have none; yields each line as it becomes, and then how many there are."""
    numbered, files = reading.numbers(options.bank_paths)
    if write:
        for path, data in files.items():
            write_file(path, data)
    after = {str(path): _LINE_ENDS.split(data.decode()) for path, data in files.items()}
    for each in numbered:
        line = each.opening.line
        yield f"{each.file}:{line + 1}: {after[str(Path(each.file))][line].strip()}"
    what = many(len(numbered), "question")
    if not numbered:
        yield "every question has its number"
    elif write:
        yield f"{what} numbered in {many(len(files), 'file')}"
    else:
        yield f"{what} would get a number; add --write to write them"


def draw(options: Options, track: Track = silent) -> tuple[int, tuple[Problem, ...]]:
    """Draw diagrams, or one part of them, into the cache, where a build finds them; returns how many. Raises Failed."""
    cache = Cache(options.cache)
    bank, reading_problems = reading.read(options.bank_paths, cache.part("reading"))
    wording, _ = spoken(options, bank, settings.read(options.home / "mkdocs.yml"))
    drawings, drawing_problems = drawn(options, bank, cache.part("drawings"), track, wording=wording)
    problems = (*reading_problems, *drawing_problems)
    if errors(problems, options.strict):
        raise Failed(sorted(problems))
    return len(drawings), problems


def new_diagram(options: Options, number: int) -> str:
    """Write a first draft of a diagram module; returns its path. Raises Failed if there is one already."""
    bank = _read(options)
    question = _question(bank, number, options)
    folder = options.diagram_folder or Path("diagrams")
    if there := sorted(folder.rglob(f"q{number}.py")):
        raise Failed.at(there[0], f"{question.label} has its diagram", "edit it, or remove it first")
    topic = (path for each in bank.topic_of(question).numbers for path in folder.rglob(f"q{each}.py"))
    beside = next(topic, folder / question.topic / "q.py")  # modules of one topic, whatever their folder is called
    path = beside.with_name(f"q{number}.py")
    write_file(path, (drawing.draft(question) or drawing.blank(question)).encode())
    icons(options)
    return str(path)


def icons(options: Options) -> list[Path]:
    """Write the PNGs of Material's icons that modules name and that are not there, for runs under the plain library."""
    folder = options.diagram_folder or Path("diagrams")
    codes = (path.read_text("utf-8", "replace") for path in sorted(folder.rglob("*.py")))
    named = {name: data for code in codes for name, data in drawing.plain_icons(code).items()}
    new = [(folder.parent / name, data) for name, data in named.items() if not (folder.parent / name).exists()]
    for path, data in new:
        write_file(path, data)
    return [path for path, _ in new]


def preview(options: Options, number: int, out: Path) -> tuple[tuple[Problem, ...], Path]:
    """Draw one question's diagram; returns its problems and the page that shows it in all its forms."""
    bank, faults = reading.read(options.bank_paths)
    if number not in bank.by_number and errors(faults):
        raise Failed(faults)
    _question(bank, number, options)
    drawings, problems = drawn(options, bank, NOTHING, only=number)
    made = drawings.get(number)
    if made is None and problems:
        raise Failed(problems)
    if made is None:
        raise Failed.at(options.diagram_folder, f"no diagram of Q{number}", "see `new diagram`")
    sheet = out / f"q{number}.html"
    write_file(sheet, drawing.contact_sheet([made]).encode())
    return (*problems, *drawing.check(made, bank)), sheet


def export(options: Options, names: tuple[str, ...], track: Track = silent) -> Iterator[tuple[Path, int]]:
    """Make downloads into the folder of the site; yields path and size in bytes of each."""
    cache = Cache(options.cache)
    study, problems = prepare(options, track, cache)
    if errors(problems, options.strict):
        raise Failed(problems)
    wanted = exports.wanted(study, names=names)
    if faults := exports.refused(study, wanted):
        raise Failed(faults)
    made = exports.export(study, wanted, cache.part("exports"))
    for path, data in track(made, "Exporting", len(wanted)):
        add_file(options.out, path, data)
        yield options.out / path, len(data)


def _read(options: Options) -> Bank:
    bank, problems = reading.read(options.bank_paths)
    if errors(problems):
        raise Failed(problems)
    return linking.link(bank)[0]


def _question(bank: Bank, number: int, options: Options) -> Question:
    if number not in bank.by_number:
        first, last = bank.questions[0].number, bank.questions[-1].number
        raise Failed.at(options.bank_paths[0], f"no question {number}", f"the bank has {first} to {last}")
    return bank.by_number[number]
