"""Which words mention a question, which only look like it, and what becomes of either."""

import pytest

from generator.linking import link
from generator.linking.mentions import mentions
from generator.linking.pointers import pointers
from generator.markup import gfm, html, text
from generator.model import Bank
from generator.problems import Problem
from generator.reading import assemble, read, read_file
from tests.conftest import SERIES

MENTIONS = {
    "(See Q329)": ["See Q329"],
    "See Q329.": ["See Q329"],
    "(see also Q329).": ["see also Q329"],
    "(See Question 84 for the simple version)": ["See Question 84"],
    "(See Q282/Q472)": ["See Q282", "Q472"],
    "(See Q354 Vault)": ["See Q354"],
    "(See Q470 - Aliasing)": ["See Q470"],
    "(See Q470 - 500 users)": ["See Q470"],
    "(See Q327 for OPA)": ["See Q327"],
    "Q1 & Q2": ["Q1", "Q2"],
    "Similar to Q12": ["Similar to Q12"],
    "as explained in question 12, Q13 and Q14": ["explained in question 12", "Q13", "Q14"],
    "Q1-Q5": ["Q1", "Q5"],
    "Q1–5": ["Q1", "5"],
    "see questions 84 to 86": ["see questions 84", "86"],
    "(Q905)": ["Q905"],
    "Builds on Q12.": ["Builds on Q12"],
    "(Refer Q12)": ["Refer Q12"],
    "(Ref: Q12)": ["Ref: Q12"],
    "As per Q12,": ["As per Q12"],
    "Related: Q329": ["Related: Q329"],
    "Related questions: Q3, Q4": ["Related questions: Q3", "Q4"],
    "Prerequisite(s): Q329": ["Prerequisite(s): Q329"],
    "Prerequisites: Q3": ["Prerequisites: Q3"],
    "See: Q329": ["See: Q329"],
    "Refer to Question no. 329": ["Refer to Question no. 329"],
    "See Q328 and 329.": ["See Q328", "329"],
    "see Q328, 329 and 330 first": ["see Q328", "329", "330"],
    "See Q12 and 2 others, 13 times": ["See Q12"],
    "See Q12, 2024.": ["See Q12"],
    "(See Q328..Q330)": ["See Q328", "Q330"],
    "Q328…Q330": ["Q328", "Q330"],
    "Same answer as Q3": ["Same answer as Q3"],
    "Same as for Q3": ["Same as for Q3"],
    "covered by Q3": ["covered by Q3"],
    "Extends Q329": ["Extends Q329"],
    "check Q329; check out Question 330": ["check Q329", "check out Question 330"],
    "Read Q3 first": ["Read Q3"],
    "as mentioned above in Q329": ["mentioned above in Q329"],
    "as we saw in Q329": ["as we saw in Q329"],
    "See the earlier Q329": ["See the earlier Q329"],
    "see the answer of Q329": ["answer of Q329"],
    "compare Q3 with Q4": ["compare Q3", "Q4"],
    "[Q329]": ["Q329"],
    'See "Q329" and “Q330”': ["Q329"],
    "See [Q329]": ["Q329"],
    "→ Q329": ["→ Q329"],
    "a (→ Q3)": ["→ Q3"],
    "(Q1 and Q2)": ["Q1", "Q2"],
    "Q3/Q12": ["Q3", "Q12"],
    "In short: Q1/Q2.": ["Q1", "Q2"],
    "the sales of question 1 and question 2": ["question 1", "question 2"],
    "(See Q3 for the quarterly report)": ["See Q3"],
}
LOOK_ALIKES = [
    "(See Cortex / Thanos)",
    '"Question 1 Start"',
    "Q1[Start] --> Q2{End}",
    "Q3 revenue",
    "Q1 & Q2 results",
    "See Q3 revenue",
    "in Q4 2023",
    "(Q3)",
    "FAQ 12",
    "IQ120",
    "see Q12.5",
    "Q95 latency",
    "oversee Q9A",
    "see R12",
    "Q1, Q2, Q3 and Q4 (quarters)",
    "quartiles Q1 and Q3",
    "Q1/Q3 (IQR)",
    "IQR = Q3 - Q1",
    "the interquartile range Q3-Q1",
    "from Q1 to Q4",
    "We ship in Q2 and Q3.",
    "the sales of Q1 & Q2",
    "transistors Q1 and Q2",
    "transistors Q5 and Q6",
    "Audi Q5 and Q7",
    "We compare Q1 with Q2 of 2024",
    "H1 = Q1 & Q2",
    "Galaxy (Q8)",
    "As in Q3 of last year",
    "Sales rose compared to Q3.",
    "the states q5 and q6",
    "Start → Q5",
    'See "Question 1 Start"',
    "Follow-up Q1: Why?",
    "a list[Q329 + 1]",
    "Question 1 of 5",
]


def bank_of(*answers: str) -> tuple[Bank, tuple[Problem, ...]]:
    """A linked bank whose questions are numbered from 1."""
    text = "\n\n".join(f"### Question {number}: T\n\n{answer}" for number, answer in enumerate(answers, 1))
    file, _ = read_file("bank.md", text.encode())
    return link(assemble([file])[0])


@pytest.mark.parametrize("words", MENTIONS)
def test_every_spelling_of_the_table_is_found(words: str) -> None:
    assert [words[each.begin : each.end] for each in mentions(words)] == MENTIONS[words]


@pytest.mark.parametrize("words", LOOK_ALIKES)
def test_no_look_alike_is_found(words: str) -> None:
    assert list(mentions(words)) == []


def test_each_unresolved_reference_of_a_bank_is_told_at_its_line() -> None:
    file = SERIES / "bank" / "901-950.md"
    bank, problems = link(read([file])[0])
    assert [str(problem).removeprefix(f"{file}:") for problem in problems] == [
        "34: warning: Q329 is not in this bank (901-950)",
        "127: warning: Q557 is not in this bank (901-950)",
        "213: warning: Q764 is not in this bank (901-950)",
    ]
    assert [(each.number, made.number, made.text) for each in bank.questions for made in each.unresolved] == [
        (905, 329, "See Q329"),
        (917, 557, "See Q557"),
        (929, 764, "See Q764"),
    ]


def test_a_reference_links_by_itself_the_day_its_question_arrives() -> None:
    bank, problems = bank_of("(See Q2).", "Here.")
    assert problems == ()
    assert html(bank.questions[0].answer, lambda number: f"../{number}/") == (
        '<p>(<a class="ref" href="../2/">See Q2</a>).</p>'
    )
    assert bank.backlinks == {2: (1,)}


def test_all_that_refer_to_a_question_are_told_in_their_order() -> None:
    bank, _ = bank_of("First.", "(See Q1). (See Q4).", "(See Q1). (See Q1).", "(See Q1).")
    assert bank.backlinks == {1: (2, 3, 4), 4: (2,)}


def test_an_unresolved_reference_keeps_its_words() -> None:
    bank, _ = bank_of("(See Q329).")
    assert html(bank.questions[0].answer, str) == '<p>(<span data-unresolved="329">See Q329</span>).</p>'


@pytest.mark.parametrize("words", ["See _Q2_.", "See Question **2**.", "__(See Q2)__", "**Related:** Q2", "see Q\n2"])
def test_marks_between_the_words_do_not_hide_a_reference(words: str) -> None:
    bank, _ = bank_of(words, "b")
    assert [reference.number for reference in bank.questions[0].references] == [2]


def test_nothing_is_linked_in_code() -> None:
    bank, problems = bank_of("`see Q2`\n\n```mermaid\nA[see Q2] --> Q9\n```\n\n    see Q2", "b")
    assert bank.questions[0].references == ()
    assert problems == ()


def test_each_of_a_pair_and_all_of_a_range_are_referred_to() -> None:
    bank, _ = bank_of("See Q2/Q3.", "Q3-Q5", "c", "d", "e")
    assert [reference.number for reference in bank.questions[0].references] == [2, 3]
    assert [reference.number for reference in bank.questions[1].references] == [3, 4, 5]
    assert gfm(bank.questions[1].answer, str) == "[Q3](3)-[Q5](5)"


def test_words_in_bold_and_over_a_line_end_are_found_with_the_line_of_the_number() -> None:
    source = "a `code\nover lines` [x](https://e.org\n't')\nSee **Q9** and see\nquestion 8.\n\n| a |\n|--|\n| See Q7 |"
    bank, problems = bank_of(source)
    assert [(problem.place.line, problem.what[:2]) for problem in problems] == [(6, "Q9"), (7, "Q8"), (11, "Q7")]
    assert text(bank.questions[0].answer).splitlines()[0] == "a code over lines x See Q9 and see question 8."


def test_a_reference_to_itself_is_plain_text() -> None:
    bank, problems = bank_of("See Q1.")
    assert html(bank.questions[0].answer, str) == "<p>See Q1.</p>"
    assert [str(problem) for problem in problems] == ["bank.md:3: warning: Q1 refers to itself"]


def test_answers_that_only_point_are_known_and_circles_reported() -> None:
    bank, problems = bank_of("(See Q2).", "See Q3.", "(see also Q2)", "See Q1. And more.")
    assert pointers(bank) == {1: 2, 2: 3, 3: 2}
    assert [problem.what for problem in problems] == ["these answers only point to each other: Q2 -> Q3 -> Q2"]


def test_references_in_titles_and_introductions_that_lead_nowhere_are_told() -> None:
    text = "# B\n\nSee Q9, see Q1.\n\n## T (See Q8)\n\nSee Q7.\n\n### Question 1: a (See Q6)\n\nb"
    bank, problems = link(assemble([read_file("bank.md", text.encode())[0]])[0])
    assert [str(problem) for problem in problems] == [
        "bank.md:9: warning: Q6 is not in this bank (1-1); it is mentioned in this title",
        "bank.md:5: warning: Q8 is not in this bank (1-1); it is mentioned in this heading",
        "bank.md:5: warning: Q7 is not in this bank (1-1); it is mentioned below this heading",
        "bank.md: warning: Q9 is not in this bank (1-1); it is mentioned in the bank's introduction",
    ]
    assert not any(question.unresolved for question in bank.questions)
    assert html(bank.introduction, str) == (
        '<p><span data-unresolved="9">See Q9</span>, <a class="ref" href="1">see Q1</a>.</p>'
    )
