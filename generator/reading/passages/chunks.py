"""Cut a file where a line may begin a question, parse each chunk for itself, and join what belongs together.

A fence that was never closed so ends with its own question, and after an edit one question only is parsed anew. Where
a chunk ends inside a fence that closes a little further down, the line was an example inside the fence: joined again.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from generator.reading.markdown.definitions import Definitions
from generator.reading.markdown.flaws import Flaw
from generator.reading.passages.passages import LARGEST_CHUNK, Chunk, Passage, chunk
from generator.reading.passages.patterns import BOUNDARY

_LONGEST_FENCE = 50
"""How many examples of question headings a fence may hold before it counts as never closed."""

_HEADING = re.compile(r"#{1,6}[ \t]")

Parse = Callable[[str], Chunk]


def file_passages(text: str, parse: Parse = chunk) -> tuple[tuple[Passage, ...], tuple[Flaw, ...], Definitions]:
    """All passages of a file, what is wrong in them, and its link definitions; lines counted from 0.

    `parse` may be a cached `chunk`.
    """
    lines = text.split("\n")
    found = list(_joined(lines, parse))
    definitions = {name: value for _, each in reversed(found) for name, value in each.definitions}
    if definitions:
        begins = [*(line for line, _ in found), len(lines)]
        found = [(begin, chunk("\n".join(lines[begin:end]), definitions)) for begin, end in pairwise(begins)]
    passages = tuple(_moved(passage, line) for line, each in found for passage in each.passages)
    flaws = tuple(flaw.below(line) for line, each in found for flaw in each.flaws)
    return passages, flaws, definitions


def _moved(passage: Passage, by: int) -> Passage:
    """The same passage some lines further down."""
    return replace(
        passage, line=passage.line + by, body=passage.body + by, end=passage.end + by, base=passage.base + by
    )


def _joined(lines: Sequence[str], parse: Parse) -> Iterator[tuple[int, Chunk]]:
    """The chunks, each with its first line; those that a fence runs through are one."""
    cuts = [*_boundaries(lines), len(lines)]
    place = 0
    while place < len(cuts) - 1:
        begin = cuts[place]
        found = parse("\n".join(lines[begin : cuts[place + 1]]))
        end = place + 1
        if found.open_fence:
            found, end = _closed(lines, cuts, place, found, parse)
        yield begin, found
        place = end


def _boundaries(lines: Sequence[str]) -> Iterator[int]:
    """Lines at which a file is cut: the first one, those that may begin a question, headings in what is too long."""
    size, headings = 0, list[int]()
    yield 0
    for line in range(1, len(lines)):
        size += len(lines[line - 1]) + 1
        if (lines[line].startswith("#") or not lines[line - 1].strip()) and BOUNDARY.match(lines[line]):
            yield from headings if size > LARGEST_CHUNK else ()
            yield line
            size, headings = 0, []
        elif lines[line].startswith("#") and _HEADING.match(lines[line]):
            headings.append(line)
    yield from headings if size + len(lines[-1]) > LARGEST_CHUNK else ()


def _closed(lines: Sequence[str], cuts: Sequence[int], place: int, found: Chunk, parse: Parse) -> tuple[Chunk, int]:
    """The chunk joined with the following ones up to where its fence closes; as it was if it never does."""
    fence = found.open_fence
    for end in range(place + 1, min(place + _LONGEST_FENCE, len(cuts) - 1)):
        mark = re.compile(rf" {{0,3}}{re.escape(fence[0])}{{{len(fence)},}}(.*)")
        marks = [match[1].strip() for match in map(mark.match, lines[cuts[end] : cuts[end + 1]]) if match]
        if not marks:
            continue
        if marks[0]:
            break
        longer = parse("\n".join(lines[cuts[place] : cuts[end + 1]]))
        if not longer.open_fence and _in_sequence([lines[cut] for cut in cuts[place : end + 2] if cut < len(lines)]):
            break
        if not longer.open_fence:
            return longer, end + 1
        fence = longer.open_fence
    return found, place + 1


def _in_sequence(headings: Sequence[str]) -> bool:
    """Whether headings count up without a gap from the first to the last, so that those between are no examples."""
    numbers = [int(match[0]) for match in map(re.compile(r"[0-9]+").search, headings) if match]
    return len(numbers) > 2 and numbers == list(range(numbers[0], numbers[0] + len(headings)))
