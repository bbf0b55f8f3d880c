"""The one decision of reading: which shape a bank has, or why that cannot be told.

choose(files)  ->  Choice(headings with a word and a number, …)
               ->  Choice(…, Refusal("416 headings like “What is a box?” ask something and have no number"))
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.model import Element
from generator.problems import Problem
from generator.reading.choosing.proposals import Proposal, as_stated, proposals
from generator.reading.choosing.refusals import missed, nothing, swallowed, unanswered, unclear, unnumbered
from generator.reading.choosing.scores import BankText, begins_again, bound
from generator.reading.passages.asking import mostly_questions
from generator.reading.passages.parsed import ParsedFile
from generator.reading.passages.passages import Passage
from generator.reading.shapes.contents import is_contents
from generator.reading.shapes.folds import bare
from generator.reading.shapes.openings import Mark, Opening, OpeningKind, openings
from generator.reading.shapes.outline import outline
from generator.reading.shapes.shape import Shape
from generator.reading.shapes.unfolding import opened

_CLEAR = 1.4
"""How much better than any other the best proposal must be."""
_WEAKEST = 0.15
"""Below this score nothing is a question."""
_UNAMBIGUOUS = frozenset((Mark.WORD,))


class Choice(Struct, frozen=True):
    """The shape of a bank, and what opens a question in each file."""

    shape: Shape | None
    files: tuple[tuple[Opening, ...], ...]
    problems: tuple[Problem, ...] = ()
    """Why nothing can be built from it as it is."""
    is_unclear: bool = False
    """Whether there is another shape that may be meant."""
    others: tuple[Shape | None, ...] = ()
    """The shapes of files that are written otherwise than the bank, by their places; None for those that are not."""

    def shape_of(self, place: int) -> Shape | None:
        """The shape of a file."""
        return (self.others[place] if self.others else None) or self.shape


def choose(texts: Sequence[ParsedFile], command: str, stated: Shape | None = None) -> Choice:
    """The shape of a bank, and that of files which are numbered too but written otherwise.

    `command` gives the questions numbers.
    """
    choice = choose_one(texts, command, stated)
    rest = [place for place, found in enumerate(choice.files) if not found and not texts[place].speaks_of_folder]
    if choice.problems or stated or not rest or len(rest) == len(texts):
        return choice
    other = choose_one([texts[place] for place in rest], command)
    if other.shape is None or other.problems or other.shape.kind is OpeningKind.FILE:
        return choice
    files = list(choice.files)
    shapes: list[Shape | None] = [None] * len(texts)
    for place, found in zip(rest, other.files, strict=True):
        files[place] = found
        shapes[place] = other.shape if found else None
    return replace(choice, files=tuple(files), others=tuple(shapes))


def choose_one(texts: Sequence[ParsedFile], command: str, stated: Shape | None = None) -> Choice:
    """The one shape of some files."""
    found = [openings(text.passages, text.lines) for text in texts]
    fronts = [place for place, text in enumerate(texts) if text.speaks_of_folder and len(texts) > 1]
    whole = BankText(found, [set(_with_text(text.passages)) for text in texts], fronts)
    possible = _likely(list(as_stated(found, fronts, stated) if stated else proposals(found, fronts)))
    ranked = [(1.0, each) for each in possible] if stated else _ranking(possible, texts, whole)
    if not ranked:
        return Choice(None, tuple(() for _ in texts), tuple(nothing(texts, found)))
    near = [each for score, each in ranked if score * _CLEAR >= ranked[0][0]]
    best = next((each for each in near if _opens_more(each, near[0])), near[0])
    near += [each for each in possible if _is_left(each, best)]
    rival = next((each for each in near if _differ(each, best) and not each.lines <= _series(texts, best)), None)
    told = unclear(texts, best, rival) if rival else unanswered(texts, best) or unnumbered(texts, best, command)
    if not (stated or told or best.shape.is_inside or best.shape.kind is OpeningKind.FILE):
        told = missed(texts, best, found, command) or swallowed(texts, best)
    return Choice(best.shape, best.files, tuple(told), rival is not None)


def _likely(possible: list[Proposal]) -> list[Proposal]:
    """Where some questions have a word and a number, only such others as have numbers or ask something."""
    if len(possible) < 2 or not any(map(_is_unambiguous, possible)):
        return possible
    return [each for each in possible if each.numbers or mostly_questions(opening.title for opening in each.openings)]


def _is_unambiguous(proposal: Proposal) -> bool:
    """Whether it opens several questions with a word and a number, which count through."""
    return proposal.shape.marks == _UNAMBIGUOUS and len(proposal.numbers) > 1 and not begins_again(proposal.numbers)


def _is_left(sure: Proposal, best: Proposal) -> bool:
    """Whether questions with a word and a number would be left beside those that are about to get one."""
    return _is_unambiguous(sure) and len(best.numbers) < len(best.openings) and not sure.lines <= best.lines


def _with_text(passages: Sequence[Passage]) -> list[int]:
    """The places of passages that hold more than rules and tags."""
    return [place for place, passage in enumerate(passages) if passage.tail or any(map(_is_text, passage.blocks))]


def _is_text(block: Element) -> bool:
    """Whether a block says something by itself."""
    return bool(bare(block.text)) if block.kind == "html" else block.kind != "rule"


def _ranking(found: Iterable[Proposal], files: Sequence[ParsedFile], whole: BankText) -> list[tuple[float, Proposal]]:
    """The proposals by score, the best one first; those that cannot come near it are left out."""
    bounds = [(bound(each, whole), each) for each in found]
    sizes = [[_size(passage, file.lines) for passage in file.passages] for file in files]
    ranked: list[tuple[float, Proposal]] = []
    best = 0.0
    for most, each in sorted(bounds, key=lambda pair: -pair[0]):
        if most * _CLEAR < best or most < _WEAKEST:
            break
        ranked.append((most * _explained(each, files, sizes), each))
        best = max(best, ranked[-1][0])
    return sorted(ranked, key=lambda pair: -pair[0])


def _explained(proposal: Proposal, files: Sequence[ParsedFile], sizes: Sequence[Sequence[int]]) -> float:
    """The share of the bank's text that falls into questions; `sizes` are those of the passages of each file."""
    if proposal.shape.kind is OpeningKind.FILE:
        return 1.0
    whole = inside = 0
    for file, chosen, lengths in zip(files, proposal.files, sizes, strict=True):
        if file.speaks_of_folder and not chosen and len(files) > 1:
            continue
        whole += sum(lengths)
        inside += sum(each.size for each in chosen) if proposal.shape.is_inside else _covered(file, chosen, lengths)
    return min(1.0, inside / whole) if whole else 1.0


def _size(passage: Passage, lines: Sequence[str]) -> int:
    """Characters below a heading, but those of contents."""
    return 0 if is_contents(passage.blocks) else sum(map(len, lines[passage.body : passage.end])) + 1


def _covered(file: ParsedFile, chosen: Sequence[Opening], sizes: Sequence[int]) -> int:
    """Characters that stand in questions."""
    if not chosen:
        return 0
    levels = {each.place: file.passages[each.place].level for each in chosen}
    ranks = outline(file.passages, file.lines, levels, None).ranks
    inside, total = False, 0
    for place, length in enumerate(sizes):
        inside = place in levels if place in ranks else inside
        total += length if inside else 0
    return total


def _differ(one: Proposal, other: Proposal) -> bool:
    """Whether a proposal opens other questions than another one: not just some of them, nor in forms that are all sure.

    Lines without a number are no rivals of as many that say "Question 12", nor files of headings that ask something.
    """
    if one.shape.marks == other.shape.marks == _UNAMBIGUOUS:
        return False
    few = other.shape.marks == _UNAMBIGUOUS and len(one.openings) <= len(other.openings)
    if few and not (one.numbers and mostly_questions(each.title for each in one.openings)):
        return False
    if one.shape.kind is OpeningKind.FILE and other.numbers and mostly_questions(each.title for each in other.openings):
        return mostly_questions(each.title for each in one.openings)
    return not (one.lines <= other.lines or other.lines <= one.lines)


def _series(texts: Sequence[ParsedFile], best: Proposal) -> set[tuple[int, int]]:
    """The lines that a proposal opens, with those whose numbers go on counting from them."""
    lines = set(best.lines)
    for file, (text, chosen) in enumerate(zip(texts, best.files, strict=True)):
        starts = opened(text, best.shape, chosen).starts if not best.shape.is_inside else {}
        lines |= {(file, text.passages[place].line) for place in starts}
    return lines


def _opens_more(one: Proposal, other: Proposal) -> bool:
    """Whether a proposal opens all that another one does, and more, all with numbers."""
    return one.lines > other.lines and len(one.numbers) == len(one.openings)
