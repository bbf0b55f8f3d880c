"""Random banks, made of the forms that occur in real ones, for tests that must hold for every bank."""

from collections.abc import Sequence

from hypothesis import strategies as st

SNIPPETS = r"""
cache queue S3 `GET /x` **Kafka:** *soft* ~~old~~ List<Order> <ConnectionID> <script> {{x}} $a$ a==b :smile: ~5 --8<--
snake_case __init__ 1. - + # > | \ [x] [TOC] ![i](https://e.org/i.png) [link](https://e.org/a_b) & &amp; 100% 5*3*2
https://e.org/?a=1&b=2 www.example.org me@example.org _under_ **E**lasticsearch `a|b` ``a`b`` -> => (See Q3) Q1-Q5 Q3!
*** ___ ``` 1986. (c) " ' é 漢字 🔸 \* *a **b** c* **_x_** !!! ??? === ::: @x /// &copy; ^1 [^1] *[HTML]: <!-- x -->
<br> </div> [a][b] {.cls} %% ++ ~~~
"""
WORDS = st.sampled_from(SNIPPETS.split())
LINE = st.lists(WORDS, min_size=1, max_size=7).map(" ".join)
PARAGRAPH = st.lists(LINE, min_size=1, max_size=3).map("\n".join)
FENCE = st.tuples(st.sampled_from(["", "python", "mermaid", "c++", "js title=x", "{.x}"]), PARAGRAPH).map(
    lambda parts: f"````{parts[0]}\n{parts[1]}\n\n  indented\n\ttab\n# comment\n````"
)
EXAMPLE = FENCE.map(lambda fence: fence.replace("# comment", "### Question 7: in a fence\n\n**Answer:**"))
CELL = st.sampled_from(["a", "`x`", "**b**", "", "1", "a \\| b", "<T>", "x_y_z", "`a\\|b`"])
ROW = st.tuples(CELL, CELL).map(lambda cells: f"| {cells[0]} | {cells[1]} |")
TABLE = st.tuples(ROW, st.sampled_from(["|---|---|", "|:-:|--:|"]), st.lists(ROW, max_size=3)).map(
    lambda parts: "\n".join([parts[0], parts[1], *parts[2]])
)
HEADING = st.tuples(st.sampled_from(["###", "####", "#####"]), LINE).map(lambda parts: f"{parts[0]} About {parts[1]}")
MARKS = st.sampled_from(["*   ", "- ", "+ ", "1. ", "3) ", "10. ", "- [ ] ", "* [x] "])


def indented(text: str, width: int) -> str:
    """The text, all lines but the first indented."""
    return text.replace("\n", "\n" + " " * width)


def stacked(blocks: Sequence[str], gap: str) -> str:
    """Blocks below each other; a numbered list that does not begin with 1 is one only below a blank line."""
    return "".join(
        block if not place else ("\n\n" if block.lstrip("> ").startswith(("3) ", "10. ")) else gap) + block
        for place, block in enumerate(blocks)
    )


def lists(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Lists of blocks, loose and tight, with children indented as people do."""
    item = st.tuples(
        MARKS, st.lists(blocks, min_size=1, max_size=2), st.sampled_from(["\n", "\n\n"]), st.integers(2, 4)
    )
    items = st.lists(item, min_size=1, max_size=4)
    return st.tuples(items, st.sampled_from(["\n", "\n\n"])).map(
        lambda parts: parts[1].join(
            mark + indented(stacked(inner, between), width) for mark, inner, between, width in parts[0]
        )
    )


def quoted(text: str) -> str:
    """The text as a quotation."""
    return "> " + text.replace("\n", "\n> ")


LEAF = st.one_of(PARAGRAPH, LINE, FENCE, TABLE, HEADING, st.just("---"))
BLOCK = st.recursive(LEAF, lambda inner: st.one_of(lists(inner), inner.map(quoted)), max_leaves=6)
ANSWER = st.tuples(st.lists(st.one_of(BLOCK, EXAMPLE), max_size=4), st.sampled_from(["\n", "\n\n"])).map(
    lambda parts: stacked(*parts) + parts[1]
)
LABEL = st.one_of(
    st.sampled_from(["**Answer:**\n", "### Answer\n", "", "**Answer:**\n\n"]),
    st.tuples(st.sampled_from(["**Answer:** ", "Answer: ", "**Answer**: "]), LINE).map(
        lambda parts: "".join(parts) + "\n"
    ),
)
FORMS = st.sampled_from(
    ["### Question {}: {}", "### Q{}: {}", "## Question {} - {}", "#### Q{}. {}", "### 🔹 Question {}: {}"]
)
TITLE = st.sampled_from(
    [
        "Locks",
        "`GET` or `PUT`?",
        'What is "it"?',
        "A & B: C",
        "List<T>",
        "1. a",
        "x_y_",
        "- dash",
        "#5",
        "C#",
        "**b**",
        "é",
    ]
)
TOPIC = st.sampled_from(
    ["## 🔸 Storage (Questions 1-4)", "## Queues", "# Top\n\n## Under (Q1-Q9)", "## 🟢 C & D\n\nIntro *text*."]
)


@st.composite
def banks(draw: st.DrawFn) -> tuple[str, list[int]]:
    """A bank file and the numbers of its questions."""
    parts, numbers, number = [], [], 0
    if draw(st.booleans()):
        parts.append("# A title\n\nFront matter.")
    for _ in range(draw(st.integers(1, 4))):
        if draw(st.integers(0, 3)) == 0:
            parts.append(draw(TOPIC))
        number += draw(st.sampled_from([1, 1, 1, 3]))
        numbers.append(number)
        heading = draw(FORMS).format(number, draw(TITLE))
        gap = draw(st.sampled_from(["\n", "\n\n"]))
        parts.append(heading + gap + draw(LABEL) + draw(ANSWER))
        if draw(st.integers(0, 4)) == 0:
            parts.append("---")
    return "\n\n".join(parts) + draw(st.sampled_from(["\n", ""])), numbers


def page(body: str) -> str:
    """A page whose answer is some HTML."""
    return f'<html><body><article id="answer">{body}</article></body></html>'
