"""Put references into one answer: each mention becomes an element, each that leads nowhere a warning with its line.

text "as in Q905."  ->  text "", reference 905 ["as in Q905"], text "."
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec import Struct
from msgspec.structs import replace

from generator.linking.addresses import Beginnings, dead_end, target, whole, words
from generator.linking.mentions import START, Mention, mentions
from generator.model import Bank, Element, Question, Reference, is_elsewhere
from generator.problems import Place, Problem, Severity

_NUMBERED = re.compile(r"[qQ](?<![^\W_][qQ])(?i:ues(?:tions?)?)?(?i:[\W_]{1,6}n(?:o|r|umber))?[\W_]{0,6}[0-9]")
_LINKED = re.compile(r"\][(:\[]|<[aA]\b")
"""Sources without either hold neither mentions nor links; each begins with plain characters, found quickly."""
_HOLDERS = frozenset(("paragraph", "heading", "summary", "cell"))
"""Blocks whose children are inlines."""
_OPAQUE = "\ufffc"
"""Stands for code, links and pictures, in which nothing is looked for."""
_WIDEST_RANGE = 100


class Cut(Struct, frozen=True):
    """A stretch of a text that mentions a question."""

    begin: int
    end: int
    mention: Mention


@dataclass
class Linker:
    """Links the blocks of one answer or introduction; what it meets on the way is collected in its lists."""

    bank: Bank
    begins: Beginnings
    origin: Place
    """From where the lines of the blocks are counted: the heading of the question or topic."""
    number: int | None = None
    """Of the question whose answer this is; an introduction has none."""
    references: list[Reference] = field(default_factory=list)
    unresolved: list[Reference] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    dead: list[Problem] = field(default_factory=list)
    """About links and pictures without an address; one link may stand in every answer."""

    def linked(self, question: Question) -> Question:
        """The question with its references."""
        if any(each.kind not in ("text", "code") for each in question.heading):
            question = replace(question, heading=whole(question.heading))
        body = tuple(map(self.block, question.body))
        solution = tuple(map(self.block, question.solution))
        looked = _NUMBERED.search(question.source) or _LINKED.search(question.source)
        answer = tuple(map(self.block, question.answer)) if looked else question.answer
        if not (looked or body or solution):
            return question
        references, unresolved = tuple(self.references), tuple(self.unresolved)
        return replace(
            question, body=body, solution=solution, answer=answer, references=references, unresolved=unresolved
        )

    def block(self, block: Element) -> Element:
        """A block with its mentions as elements."""
        if block.kind in _HOLDERS:
            texts = list(_leaves(block))
            cuts = iter(_placed(texts, mentions("".join(_text_of(leaf) for leaf in texts))))
            return block.but(children=tuple(self.inlines(block.children, cuts)))
        return block.over(self.block)

    def inlines(self, elements: tuple[Element, ...], cuts: Iterator[list[Cut]]) -> Iterator[Element]:
        """Inline elements; `cuts` gives the mentions of each leaf in turn."""
        for each in elements:
            if each.kind == "link" or not each.children:
                yield from self.leaf(each, next(cuts))
            else:
                yield each.but(children=tuple(self.inlines(each.children, cuts)))

    def leaf(self, leaf: Element, cuts: list[Cut]) -> Iterator[Element]:
        """A text cut at its mentions, or another leaf."""
        if leaf.kind in ("link", "image") and not is_elsewhere(str(leaf.get("href") or leaf.get("src"))):
            yield from self.local(leaf)
            return
        if leaf.kind == "link":
            leaf = self.without_local_pictures(leaf)
        place = 0
        for cut in cuts:
            yield from _piece(leaf, place, cut.begin)
            yield from self.mention(cut.mention, tuple(_piece(leaf, cut.begin, cut.end)), leaf.line)
            place = cut.end
        yield from _piece(leaf, place, len(leaf.text)) if cuts else (leaf,)

    def without_local_pictures(self, link: Element) -> Element:
        """A link to elsewhere, its pictures from the bank's folder as words."""
        dead = [each for each in link.walk() if each.kind == "image" and not is_elsewhere(str(each.get("src")))]
        for each in dead:
            self.bury(each.line, each)
        return link.but(children=whole(link.children)) if dead else link

    def local(self, leaf: Element) -> Iterator[Element]:
        """A link or picture whose address only the bank's folder knows."""
        inner, address = words(leaf), str(leaf.get("href"))
        if leaf.kind == "image":
            self.bury(leaf.line, leaf)
            yield from inner
            return
        line = next((each.line for each in leaf.walk() if each.kind == "text"), leaf.line)
        number, first = self.begins.titled(address, self.origin.file), self.begins.at(address, self.origin.file)
        number = target(address) if number is None else number
        if self.number is not None and (number == self.number or (number is None and first == self.number)):
            yield from inner
        elif number is None and first is not None:
            yield Element("reference", "", inner, (("number", first),), line)
        elif number is not None or (number := _named("".join(each.text for each in inner))) is not None:
            yield from self.mention(Mention(0, 0, 0, number, number), inner, line)
        else:
            if not self.begins.leads_back(address):
                self.bury(line, leaf)
            yield from inner

    def mention(self, mention: Mention, inner: tuple[Element, ...], line: int) -> Iterator[Element]:
        """The element that a mention becomes; a mention of the question itself stays as it is."""
        if mention.number == self.number:
            self.problems.append(Problem(self.place(line), f"Q{self.number} refers to itself", "", Severity.WARNING))
            yield from inner
            return
        said = "".join(each.text for element in inner for each in element.walk())
        last = mention.until if mention.until - mention.number <= _WIDEST_RANGE else mention.number + 1
        for number in (mention.number, *range(mention.number + 1, last)):
            self.note(Reference(number, self.place(line), said))
        kind = "reference" if mention.number in self.bank.by_number else "unresolved"
        yield Element(kind, "", inner, (("number", mention.number),), line)

    def note(self, reference: Reference) -> None:
        """Remember what is referred to, and warn if it is not there."""
        if reference.number in self.bank.by_number:
            if reference.number != self.number:
                self.references.append(reference)
            return
        self.unresolved.append(reference)
        what = no_such_question(self.bank, reference.number)
        self.problems.append(Problem(reference.place, what, "", Severity.WARNING))

    def bury(self, line: int, leaf: Element) -> None:
        """Add a warning about a link or picture that leads nowhere."""
        self.dead.append(Problem(self.place(line), dead_end(leaf), "", Severity.WARNING))

    def place(self, line: int) -> Place:
        """The place of a line below the origin."""
        return Place(self.origin.file, self.origin.line + line)


def _named(words: str) -> int | None:
    """The number of the question that is all that some words name."""
    match = START.fullmatch(words)
    return int(match["number"]) if match else None


def no_such_question(bank: Bank, number: int) -> str:
    """What to say of a number that no question of the bank has."""
    return f"Q{number} is not in this bank ({bank.questions[0].number}-{bank.questions[-1].number})"


def _leaves(element: Element) -> Iterator[Element]:
    """Texts and all else without inlines to look into, in order."""
    for child in element.children:
        if child.kind == "link" or not child.children:
            yield child
        else:
            yield from _leaves(child)


def _text_of(leaf: Element) -> str:
    """What the search for mentions sees of a leaf."""
    return {"text": leaf.text, "soft_break": " ", "line_break": "\n"}.get(leaf.kind, _OPAQUE)


def _placed(texts: list[Element], found: Iterator[Mention]) -> list[list[Cut]]:
    """For each leaf its stretches; a mention that runs over several leaves is tied to the last of them."""
    cuts: list[list[Cut]] = [[] for _ in texts]
    place, start = 0, 0
    for mention in found:
        while start + len(_text_of(texts[place])) < mention.end:
            start += len(_text_of(texts[place]))
            place += 1
        begin = mention.begin if mention.begin >= start else max(mention.core, start)
        cuts[place].append(Cut(begin - start, mention.end - start, mention))
    return cuts


def _piece(leaf: Element, begin: int, end: int) -> Iterator[Element]:
    """A stretch of a text, if it is not empty."""
    if begin < end:
        yield leaf.but(text=leaf.text[begin:end])
