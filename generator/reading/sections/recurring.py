"""The summary of the hidden text that ends most questions of a file: it hides the answer, whatever it says.

### 1. Mi ez?                      ### 2. Mi az?
<details><summary>Mutasd</summary>  <details><summary>Mutasd</summary>    -> "mutasd"
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from generator.model import Element
from generator.reading.shapes.folds import SUMMARY, bare

FEWEST = 3
MOST = 0.6
"""The share of the questions that end so."""
CLOSING = re.compile(r"</details\s*>\s*\Z", re.IGNORECASE)
NO_ANSWER = re.compile(
    r"^\W*(?:hints?|tipp?s?|examples?|explanations?|notes?|more|see also|references?|sources?|follow|pistas?|dicas?|"
    r"ejemplos?|exemplos?|exemples?|beispiele?|подсказк|пример|提示|例子|示例|ヒント|힌트|تلميح|مثال)",
    re.IGNORECASE,
)
"""What hides a part of an answer, or less."""


def answer_fold(endings: Iterable[Sequence[Element]]) -> str:
    """The words, in small letters, of the summaries with which questions end; empty where few do or they differ.

    `endings`: the last blocks of each question.
    """
    found = [summary(blocks) for blocks in endings]
    name, count = Counter(found).most_common(1)[0] if found else ("", 0)
    return name if count >= max(FEWEST, MOST * len(found)) and not NO_ANSWER.match(name) else ""


def summary(blocks: Sequence[Element]) -> str:
    """What the summary of the hidden text says that ends some blocks; empty where none does."""
    ends = False
    for block in reversed(blocks):
        if block.kind == "rule":
            continue
        if not ends and not (block.kind == "html" and CLOSING.search(block.text)):
            return ""
        ends = True
        if block.kind == "html" and (found := SUMMARY.search(block.text)):
            return bare(found[1]).casefold()
    return ""
