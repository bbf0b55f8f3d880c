"""The one decision of reading: which shape a bank has, or why that cannot be told.

choose(files)  ->  Choice(headings with a word and a number, …)
               ->  Choice(…, Refusal("416 headings like “What is a box?” ask something and have no number"))
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from generator.problems import Place, Problem
from generator.reading.markdown.inlines import visible
from generator.reading.questions.asking import ask, asks
from generator.reading.questions.parts import Part
from generator.reading.shapes.contents import is_contents
from generator.reading.shapes.openings import Kind, Mark, Opening, openings
from generator.reading.shapes.outline import outline
from generator.reading.shapes.proposals import Proposal, proposals
from generator.reading.shapes.scores import Whole, begins_again, bound
from generator.reading.shapes.shape import Shape

CLEAR = 1.25
"""How much better than any other the best proposal must be."""
WEAKEST = 0.15
"""Below this score nothing is a question."""
BEGIN = "begin each question with a heading like “### Question 12: title”"


@dataclass(frozen=True, slots=True)
class File:
    """A file of a bank, cut at its headings."""

    name: str
    lines: tuple[str, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The shape of a bank, and what it opens in each file."""

    shape: Shape | None
    files: tuple[tuple[Opening, ...], ...]
    problems: tuple[Problem, ...] = ()
    """Why nothing can be built from it as it is."""


def choose(files: Sequence[File], command: str, stated: Shape | None = None) -> Choice:
    """The shape of a bank; `command` gives its questions numbers."""
    found = [openings(file.parts, file.lines) for file in files]
    whole = Whole(found, [set(with_text(file.parts)) for file in files])
    ranked = ranking(proposals(found), files, whole, stated)
    if not ranked:
        return Choice(None, tuple(() for _ in files), tuple(nothing(files, found)))
    best = ranked[0][1]
    rival = next((each for score, each in ranked[1:] if score * CLEAR > ranked[0][0] and differ(each, best)), None)
    problems = (unclear(files, best, rival),) if rival else tuple(unnumbered(files, best, command))
    return Choice(best.shape, best.files, problems)


def with_text(parts: Sequence[Part]) -> list[int]:
    """The places of parts that hold more than rules, breaks and links to others."""
    return [
        place
        for place, part in enumerate(parts)
        if part.tail or any(visible((block,)).strip() or block.kind == "code_block" for block in part.blocks if is_text(block.kind))
    ]


def is_text(kind: str) -> bool:
    """Whether a kind of block says something by itself."""
    return kind not in ("rule", "html")


def ranking(
    found: Sequence[Proposal] | object, files: Sequence[File], whole: Whole, stated: Shape | None
) -> list[tuple[float, Proposal]]:
    """The proposals by score, the best one first; those that cannot come near it are left out."""
    bounds = [(bound(each, whole), each) for each in found if not stated or each.shape == stated]  # type: ignore[attr-defined]
    ranked: list[tuple[float, Proposal]] = []
    best = WEAKEST
    for most, each in sorted(bounds, key=lambda pair: -pair[0]):
        if most * CLEAR < best or most < WEAKEST:
            break
        score = most * explained(each, files)
        ranked.append((score, each))
        best = max(best, score)
    return sorted((pair for pair in ranked if pair[0] >= WEAKEST), key=lambda pair: -pair[0])


def explained(proposal: Proposal, files: Sequence[File]) -> float:
    """The share of the bank's text that falls into questions."""
    if proposal.shape.kind is Kind.FILE:
        return 1.0
    whole = inside = 0
    for file, chosen in zip(files, proposal.files, strict=True):
        sizes = [size(part, file.lines) for part in file.parts]
        whole += sum(sizes)
        inside += sum(each.size for each in chosen) if proposal.shape.is_inside else covered(file, chosen, sizes)
    return min(1.0, inside / whole) if whole else 1.0


def size(part: Part, lines: Sequence[str]) -> int:
    """Characters below a heading, but those of contents."""
    return 0 if is_contents(part.blocks) else sum(map(len, lines[part.body : part.end])) + 1


def covered(file: File, chosen: Sequence[Opening], sizes: Sequence[int]) -> int:
    """Characters that stand in questions."""
    if not chosen:
        return 0
    levels = {each.place: file.parts[each.place].level for each in chosen}
    ranks = outline(file.parts, file.lines, levels, None).ranks
    inside, total = False, 0
    for place, length in enumerate(sizes):
        inside = place in levels if place in ranks else inside
        total += length if inside else 0
    return total


def differ(one: Proposal, other: Proposal) -> bool:
    """Whether two proposals open other questions, and not just some of the same."""
    lines = [{(place, each.line) for place, file in enumerate(found.files) for each in file} for found in (one, other)]
    return not (lines[0] <= lines[1] or lines[1] <= lines[0])


def example(files: Sequence[File], proposal: Proposal) -> tuple[Place, str]:
    """The first line that a proposal opens, and its place."""
    for file, chosen in zip(files, proposal.files, strict=True):
        if chosen:
            return Place(file.name, chosen[0].line + 1), file.lines[chosen[0].line].strip()[:60]
    raise ValueError(proposal)


def unclear(files: Sequence[File], best: Proposal, rival: Proposal) -> Problem:
    """The error of a bank that can be read in two ways."""
    place, line = example(files, best)
    other, second = example(files, rival)
    what = (
        f"the questions may be {len(best.openings)} {best.shape.words} like “{line}” "
        f"or {len(rival.openings)} {rival.shape.words} like “{second}” (line {other.line})"
    )
    return Problem(place, what, f"say which in shape.yml beside the bank, as in “question: '{line}'”")


def unnumbered(files: Sequence[File], best: Proposal, command: str) -> list[Problem]:
    """The error of a bank whose questions have no numbers that they can be found by."""
    missing = [each for each in best.openings if each.number is None]
    place, line = example(files, best)
    count, words = len(best.openings), best.shape.words if len(best.openings) > 1 else best.shape.kind.value
    if missing and all(each.mark is Mark.PARTS for each in missing):
        what = f"{count} {words} like “{line}” have a number in parts and need a whole one"
    elif missing:
        first = next(each for file in best.files for each in file if each.number is None)
        place, line = next(
            (Place(file.name, first.line + 1), file.lines[first.line].strip()[:60])
            for file, chosen in zip(files, best.files, strict=True)
            if first in chosen
        )
        asking = "ask something and have" if ask(each.title for each in missing) else "have"
        what = f"{len(missing)} {words} like “{first.title[:60]}” {asking} no number"
    elif again(best):
        where = "in each file" if len([file for file in best.files if file]) > 1 else "in each topic"
        what = f"the numbers begin again {where}: {count} questions, {len(set(best.numbers))} numbers"
    else:
        return []
    return [Problem(place, what, f"run `{command}`")]


def again(proposal: Proposal) -> bool:
    """Whether numbers begin again, so that more than one or two come twice."""
    numbers = proposal.numbers
    return begins_again(numbers) and len(numbers) - len(set(numbers)) > 1


def nothing(files: Sequence[File], found: Sequence[Collection[Opening]]) -> list[Problem]:
    """What to say of a bank in which nothing opens a question."""
    for kind, words in ((Kind.ITEM, "items of a list"), (Kind.BOLD, "bold lines"), (Kind.HEADING, "headings")):
        seen = [(file, each) for file, every in zip(files, found, strict=True) for each in every if each.kind is kind]
        asking = [(file, each) for file, each in seen if asks(each.title) or each.mark is Mark.NUMBER]
        if asking and (kind is not Kind.HEADING or ask(each.title for _, each in asking)):
            file, first = asking[0]
            what = f"{len(asking)} {words} like “{first.title[:60]}” may be questions; none has an answer below it"
            if kind is Kind.BOLD:
                what = f"{len(asking)} {words} like “{first.title[:60]}” may be questions, but steps of an answer as well"
            return [Problem(Place(file.name, first.line + 1), what, BEGIN)]
    return []


def files_by_kind(chosen: Sequence[Opening]) -> Counter[Kind]:
    """How many openings of each kind."""
    return Counter(each.kind for each in chosen)
