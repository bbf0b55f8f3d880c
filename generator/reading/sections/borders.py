"""Where the answer to a question begins, and so what is the question's own body: code, options, a picture.

### Question 1: What is the output?
```python                      body
print([] or "x")
```
**Answer:** `x`                <- the border: a label, a heading like "Answer", hidden text, or the end of options

Options are a task list, of which ticks say what is right, or a list that counts A, B, C. Without a border,
all is the answer. A summary that ends most questions of a file hides their answers, whatever it says.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from generator.model import Element
from generator.reading.markdown.phrasing.inlines import first_line, visible
from generator.reading.passages.asking import has_question_mark
from generator.reading.passages.labels import has_options, is_label, short_length
from generator.reading.passages.patterns import ANSWERING, PLAIN_ANSWERING
from generator.reading.shapes.folds import SUMMARY, bare

_TO_DO = re.compile(
    r"\W*(?:to[- ]?do|done|wip|pending|pendiente|por hacer|hecho|a fazer|feito|à faire|fait|offen|erledigt|сделать|"
    r"готово|待办|待辦|やること|할 일)\W",
    re.IGNORECASE,
)
"""What items begin with that are no options."""
_FEWEST = 3
_MOST = 0.6
"""The share of the questions that end so."""
_CLOSING = re.compile(r"</details\s*>\s*\Z", re.IGNORECASE)
_NO_ANSWER = re.compile(
    r"^\W*(?:hints?|tipp?s?|examples?|explanations?|notes?|more|see also|references?|sources?|follow|pistas?|dicas?|"
    r"ejemplos?|exemplos?|exemples?|beispiele?|подсказк|пример|提示|例子|示例|ヒント|힌트|تلميح|مثال)",
    re.IGNORECASE,
)
"""What hides a part of an answer, or less."""


class Parted(Struct, frozen=True):
    """What stands below the title of a question, parted into the question's own and its answer's."""

    body: tuple[Element, ...]
    """Options in it are not ticked."""
    solution: tuple[Element, ...]
    """A list of the ticked options; empty where there are none."""
    answer: tuple[Element, ...]
    border: int
    """How many of the blocks belong to the body."""
    short: bool
    """Whether the answer's label may be one letter, for no options have letters."""


def parted(blocks: Sequence[Element], answers: str = "", is_quiz: bool = True) -> Parted:
    """The body and the answer that some blocks hold; `answers`: the words that the answer begins with, if stated.

    `is_quiz`: whether boxes below prose are options, too, and not the author's list of what is to do.
    """
    short = any(map(short_length, blocks)) and not has_options(blocks)
    border = _said_border(blocks, answers) if answers else _border_of(blocks, short, is_quiz)
    last = border
    while last and blocks[last - 1].kind == "rule":
        last -= 1
    own = blocks[:last]
    right = tuple(item for block in own if _is_choice(block) for item in block.children if item.get("checked"))
    solution = (Element("list", "", right, (("ordered", False), ("start", 1), ("tight", True))),) if right else ()
    return Parted(
        tuple(_unticked(block) for block in own),
        tuple(map(_unticked, solution)),
        _answering(blocks[border:], answers),
        border,
        short,
    )


def _answering(blocks: Sequence[Element], answers: str) -> tuple[Element, ...]:
    """The blocks of an answer; a fold round it says so, for it is a fold on the page only."""
    said = bool(answers and blocks) and blocks[0].kind == "details" and not _said_border(blocks[:1], answers, 1)
    if not blocks or not (said or _is_answer_fold(blocks[0])):
        return tuple(blocks)
    return (blocks[0].but(attributes=(*blocks[0].attributes, ("answers", True))), *blocks[1:])


def _said_border(blocks: Sequence[Element], answers: str, missing: int = 0) -> int:
    """The place of the first block that begins with some words, small ones; `missing` where none does."""
    for place, block in enumerate(blocks):
        first = block.children[0].children if block.kind == "details" and block.children else block.children
        if visible(first_line(first)[0]).strip().casefold().startswith(answers):
            return place
    return missing


def _border_of(blocks: Sequence[Element], short: bool, is_quiz: bool) -> int:
    """The place of the first block of the answer; 0 where nothing stands above it."""
    for opens in (_is_answer_fold, _opens_answer, *((short_length,) if short else ())):
        for place, block in enumerate(blocks):
            if opens(block):
                return place
    return _end_of_options(blocks, is_quiz)


def _opens_answer(block: Element) -> bool:
    """Whether a block is, or begins with, words that say that the answer follows."""
    if block.children and block.children[0].kind == "code":
        return False
    if is_label(block):
        return True
    words = visible(first_line(block.children)[0]).strip()
    if block.kind == "heading":
        return bool(ANSWERING.match(words))
    if block.kind != "paragraph" or not block.children:
        return False
    return bool((ANSWERING if block.children[0].kind in ("strong", "emphasis") else PLAIN_ANSWERING).match(words))


def _is_answer_fold(block: Element) -> bool:
    """Whether a block is hidden text whose summary says that it is the answer."""
    return block.kind == "details" and bool(ANSWERING.match(visible(block.children[0].children).strip()))


def _end_of_options(blocks: Sequence[Element], is_quiz: bool) -> int:
    """The place behind the options among which one is right; 0 where there are none."""
    ticked = [place for place, block in enumerate(blocks) if _is_choice(block)]
    are_options = is_quiz or not ticked or not _has_prose(blocks[: ticked[0]])
    ticks = {bool(item.get("checked")) for place in ticked for item in blocks[place].children}
    if are_options and len(ticks) == 2:
        codes = blocks[ticked[0] + 1 : ticked[0] + 2]
        closing = blocks[ticked[-1] + 1 : ticked[-1] + 2]
        both = len(ticked) > 1 and all(each and each[0].kind == "code_block" for each in (codes, closing))
        return ticked[-1] + 1 + both
    lettered = [place for place, block in enumerate(blocks) if _is_lettered(block)]
    return lettered[0] + 1 if lettered and lettered[0] + 1 < len(blocks) else 0


def _has_prose(blocks: Sequence[Element]) -> bool:
    """Whether a paragraph among some blocks tells something, instead of asking."""
    return any(block.kind == "paragraph" and not has_question_mark(visible(block.children)) for block in blocks)


def _is_choice(block: Element) -> bool:
    """Whether a block is a list of nothing but boxes to tick, and not one of what is done or still to do."""
    if block.kind != "list" or any(item.get("checked") == "" for item in block.children):
        return False
    return not any(_TO_DO.match(visible(item.children[:1])) for item in block.children)


def are_quiz(questions: Sequence[Iterable[Element]]) -> bool:
    """Whether several of some questions, each given by its blocks, have boxes to tick, or there is only one."""
    return len(questions) == 1 or sum(any(map(_is_choice, blocks)) for blocks in questions) > 1


def _is_lettered(block: Element) -> bool:
    """Whether a list's items begin with A, B and so on."""
    if block.kind != "list" or len(block.children) < 2:
        return False
    words = [visible(item.children[0].children).lstrip() if item.children else "" for item in block.children]
    return all(re.match(rf"\(?{chr(ord('A') + place)}[.):]", each) for place, each in enumerate(words))


def _unticked(block: Element) -> Element:
    """A list of options that does not say which one is right."""
    if block.kind != "list":
        return block
    return block.over(lambda item: item.but(attributes=tuple(each for each in item.attributes if each[0] != "checked")))


def answer_fold(endings: Iterable[Sequence[Element]]) -> str:
    """The words, in small letters, of the summaries with which questions end; empty where few do or they differ.

    `endings`: the last blocks of each question.
    """
    found = [_closing_summary(blocks) for blocks in endings]
    name, count = Counter(found).most_common(1)[0] if found else ("", 0)
    return name if count >= max(_FEWEST, _MOST * len(found)) and not _NO_ANSWER.match(name) else ""


def _closing_summary(blocks: Sequence[Element]) -> str:
    """What the summary of the hidden text says that ends some blocks; empty where none does."""
    ends = False
    for block in reversed(blocks):
        if block.kind == "rule":
            continue
        if not ends and not (block.kind == "html" and _CLOSING.search(block.text)):
            return ""
        ends = True
        if block.kind == "html" and (found := SUMMARY.search(block.text)):
            return bare(found[1]).casefold()
    return ""
