"""Slips of the hand that Markdown takes for something else, each named at its own line.

###9. What is it?             a heading needs a space behind its signs
    ### 9. What is it?        four spaces make code of a heading
<<<<<<< HEAD                  a merge that nobody finished
"""

import re
from collections.abc import Collection, Iterator, Sequence

from generator.problems import Place, Problem, Severity
from generator.reading.passages.asking import MARK
from generator.reading.passages.patterns import MIDDLE, QUESTION, Q
from generator.reading.sources.fences import QUOTED_FENCE, outside_fences

_BEGUN = re.compile(r"<{7}(?: |$)")
_NEAR = re.compile(
    r"(?P<indent>[ \t]*)(?P<signs>#{2,6})(?P<space>[ \t]*)"
    rf"(?P<title>(?:(?:{QUESTION}|{Q}){MIDDLE})?(?P<number>[0-9]{{1,6}})\b.*|[^\W\d_].*{MARK})",
    re.IGNORECASE,
)


def slips(name: str, lines: Sequence[str], numbers: Collection[int]) -> Iterator[Problem]:
    """What is wrong in the lines of one file, outside its code; `numbers` are those of the bank's questions."""
    for place, line in outside_fences(lines, QUOTED_FENCE):
        if line.startswith("<") and _BEGUN.match(line):
            what = "the marks of a merge that is not finished"
            yield Problem(Place(name, place + 1), what, "keep the lines that you want, and delete <<<<<<< to >>>>>>>")
        elif "##" in line and (near := _NEAR.match(line)) and not _is_heading(near, numbers):
            yield _slip(name, place + 1, near)


def _is_heading(near: re.Match[str], numbers: Collection[int]) -> bool:
    """Whether a line is a heading as it stands, or of a question that is read elsewhere."""
    is_indented = "\t" in near["indent"] or len(near["indent"]) > 3
    known = near["number"] and int(near["number"]) in numbers
    return bool(known or (near["space"] and not is_indented))


def _slip(name: str, line: int, near: re.Match[str]) -> Problem:
    is_tight = not near["space"]
    why = f"lacks a space behind {near['signs']}" if is_tight else "is indented, which makes code of it"
    right = f"{near['signs']} {near['title'].strip()}"[:60]
    what = f"“{near[0].strip()[:60]}” looks like a heading and {why}"
    return Problem(Place(name, line), what, f"write “{right}” at the beginning of its line", Severity.WARNING)
