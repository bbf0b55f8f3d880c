"""For thousands of random banks: nothing crashes, nothing is lost, and what is written reads the same."""

import os
import re

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from generator.linking import link
from generator.markup import gfm, html
from generator.markup import page as on_page
from generator.model import Bank
from generator.problems import Problem, errors
from generator.publishing.verifying import verify
from generator.reading import assemble, read_file
from tests.banks import ANSWER, banks, page

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "100"))
"""`make fuzz` sets ten thousand, and draws others each time."""
SAME = "FUZZ_EXAMPLES" not in os.environ
fuzz = settings(max_examples=EXAMPLES, derandomize=SAME, deadline=None, suppress_health_check=list(HealthCheck))
NASTY = st.text(st.sampled_from("ab1 \n\n\t*_`~#>-+.)|[](){}<&;:!\\\"'=^$@/Q3é🔸"), max_size=80)


def bank_of(text: str) -> tuple[Bank, tuple[Problem, ...]]:
    file, problems = read_file("bank.md", text.encode())
    bank, more = assemble([file])
    return bank, (*problems, *more)


def href(number: int) -> str:
    return f"../{number}/"


ODD = re.compile(
    r"\[[ xX]\][ \t]+(?:[`~#>|*+-]|\d+[.)])|^[\s>]*(?::-+:?|-+:)[ \t]*$"
    r"|^(?!.*```)[^`\n]*(?:`[^`\n]*`[^`\n]*)*`[^`\n]*$",
    re.MULTILINE,
)
"""What GitHub's parser and the site's take otherwise: a task that begins with another block, a table without bars,
blanks where code runs over a line's end."""


def assert_shown_whole(bank: Bank) -> None:
    linked, _ = link(bank)
    for question in linked.questions:
        if ODD.search(question.source):
            continue
        for body in (html(question.answer, href), on_page(question.answer, href)):
            assert verify(question, page(body)) == (), question.source


@pytest.mark.slow
@fuzz
@example(("### Question 1: a\n\n~~~\n\n### Question 2: b\n\n~~~\n", [1, 2]))
@example(("### Question 1: a\n**Answer:** <ConnectionID>\n> cache\n", [1]))
@example(("### Question 1: a\n**Answer:** <!--\n*   --> b\n\n### Q2: b\n**Answer:** </div> x\n> y\n", [1, 2]))
@example(("### Question 1: a\n\n<T>\n```\n*x*\n```\n\n* b\n\n    <form>\n    - c\n", [1]))
@example(("# A title\n\nFront matter.\n\n### Question 1: Locks\n### Answer\n\n\n", [1]))
@given(banks())
def test_all_questions_of_a_bank_are_found_and_shown_whole(made: tuple[str, list[int]]) -> None:
    """Visible text, list items with depth, code, tables and headings of each answer survive both ways to HTML."""
    text, numbers = made
    bank, problems = bank_of(text)
    assume(not errors(problems))
    read = [question.number for question in bank.questions]
    told = [problem for problem in problems if "is read as code" in problem.what]  # a fence of the next one closes it
    assert read == numbers or (told and set(read) < set(numbers))
    assert_shown_whole(bank)


@fuzz
@example("${$")
@example(">")
@example("🔸*:*")
@example("$`{$`")
@example("$1*1*$ and $a<b>c$")
@example("$$\na\n+ *b*\n$$")
@given(NASTY)
def test_no_heap_of_signs_is_lost(signs: str) -> None:
    bank, _ = bank_of(f"### Question 1: a\n\n{signs}\n\n### Question 2: b\n\nend")
    assert_shown_whole(bank)


@pytest.mark.slow
@fuzz
@example("\\ \n1")
@example("***y***a")
@example("x </div>\ny\n### About </div>\n### About [^1]")
@example("*   | a | a |\n    |---|---|\n    </div> b\n* c\n  </div> d")
@example("x***y** z*a")
@example("x**a *b***c")
@given(st.one_of(ANSWER, NASTY))
def test_portable_markdown_reads_the_same(answer: str) -> None:
    """`gfm` gives Markdown with the same elements as the source."""
    bank, problems = bank_of(f"### Question 1: a\n\n**Answer:**\n\n{answer}")
    assume(not errors(problems))
    again, _ = bank_of(f"### Question 1: a\n\n**Answer:**\n\n{gfm(bank.questions[0].answer, href)}")
    assert again.questions[0].answer == bank.questions[0].answer
