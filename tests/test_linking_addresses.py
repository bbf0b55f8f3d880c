"""What becomes of links and pictures whose addresses only the bank's folder knows."""

from generator.linking import link
from generator.markup import html
from generator.reading import assemble, read_file
from tests.test_linking_mentions import bank_of


def test_links_within_the_file_become_references() -> None:
    """GitHub's anchors lead to pages; other local addresses are only words, with a warning."""
    bank, problems = bank_of("[that](#question-2-t), [gone](#q9-x), [notes](notes.md) ![plan](plan.png)", "b")
    assert html(bank.questions[0].answer, lambda number: f"../{number}/") == (
        '<p><a class="ref" href="../2/">that</a>, <span data-unresolved="9">gone</span>, notes plan</p>'
    )
    assert [problem.what for problem in problems] == [
        "Q9 is not in this bank (1-2)",
        "the link to notes.md leads nowhere on the site; its words are shown",
        "the picture plan.png is not on the site; its alternative text is shown",
    ]


def test_links_to_files_and_topics_of_the_bank_lead_to_their_first_questions() -> None:
    """They are links and no references: nobody is listed as referring from there."""
    texts = {
        "bank/01-basics.md": "# Basics\n\n### Question 1: a\n\n[next](./02-more%20on.md) [up](#basics) [x](../02.md)",
        "bank/02-more on.md": "# More\n\n## 🔸 C & D (Questions 2-3)\n\n### Question 2: b\n\n"
        "[back](01-basics.md#top)\n\n### Question 3: c\n\n"
        "[topic](#-c--d-questions-2-3) [Question 9](9.md) [Q1](q.md) ![Q2](q.png) [Q2](#q1)",
    }
    bank, problems = link(assemble([read_file(name, text.encode())[0] for name, text in texts.items()])[0])
    assert [html(question.answer, lambda number: f"../{number}/") for question in bank.questions] == [
        '<p><a class="ref" href="../2/">next</a> up x</p>',
        '<p><a class="ref" href="../1/">back</a></p>',
        '<p><a class="ref" href="../2/">topic</a> <span data-unresolved="9">Question 9</span> '
        '<a class="ref" href="../1/">Q1</a> Q2 <a class="ref" href="../1/">Q2</a></p>',
    ]
    assert bank.backlinks == {1: (3,)}
    assert [str(problem) for problem in problems] == [
        "bank/02-more on.md:11: warning: Q9 is not in this bank (1-3)",
        "bank/01-basics.md:5: warning: the link to ../02.md leads nowhere on the site; its words are shown",
        "bank/02-more on.md:11: warning: the picture q.png is not on the site; its alternative text is shown",
    ]


def test_the_same_lost_link_in_many_answers_is_told_once() -> None:
    _, problems = bank_of("[y](#y) (See Q8)", "[y](#y) (See Q8) [x](#x)", *["[y](#y)"] * 4)
    assert [str(problem) for problem in problems] == [
        "bank.md:3: warning: Q8 is not in this bank (1-6)",
        "bank.md:7: warning: Q8 is not in this bank (1-6)",
        "bank.md:3: warning: the link to #y leads nowhere on the site; its words are shown; 6 times in all",
        "bank.md:7: warning: the link to #x leads nowhere on the site; its words are shown",
    ]


def test_links_back_to_the_top_are_their_words() -> None:
    bank, problems = bank_of("[up](#toc) [top](#top)", '<a href="#table-of-contents">contents</a> [b](#)')
    assert problems == ()
    assert [html(question.answer, str) for question in bank.questions] == ["<p>up top</p>", "<p>contents b</p>"]


def test_a_picture_of_the_banks_folder_is_shown_by_its_words_or_its_name() -> None:
    bank, problems = bank_of("![](img/a%20b.png) ![c](img/c.png) [![](img/d.png)](https://e.org) [![e](e.png)](e.md)")
    assert html(bank.questions[0].answer, str) == '<p>a b.png c <a href="https://e.org">d.png</a> e</p>'
    assert [problem.what for problem in problems] == [
        "the picture img/a%20b.png is not on the site; its name is shown",
        "the picture img/c.png is not on the site; its alternative text is shown",
        "the picture img/d.png is not on the site; its name is shown",
        "the link to e.md leads nowhere on the site; its words are shown",
    ]


def test_a_title_keeps_only_links_that_lead_somewhere() -> None:
    file, _ = read_file("bank.md", b"### Question 1: **[a](b.md)** and [c](https://e.org)\n\nx")
    bank, _ = link(assemble([file])[0])
    assert html(bank.questions[0].heading, str) == '<strong>a</strong> and <a href="https://e.org">c</a>'


def test_names_of_places_lead_to_the_questions_that_they_are_in() -> None:
    """By a tag above a heading, in it or below it, by a heading in an answer, and from another file."""
    one = (
        '<a name="locks"></a>\n\n## Locks\n\n### 1. a\n\n[x](#deep-down) [y](#second) [z](#inner) [me](#mine)\n\n'
        '<a id="mine"></a>\n\n### 2. b <a name="second"></a>\n\n#### Deep *down*\n\n<p id=inner>c</p>\n'
    )
    texts = {"one.md": one, "two.md": "### 3. c\n\n[l](one.md#locks) [d](one.md#inner) [r](README.md) [w](one.md#q)\n"}
    bank, problems = link(assemble([read_file(name, text.encode())[0] for name, text in texts.items()])[0])
    assert [[(each.number) for each in question.references] for question in bank.questions] == [
        [2, 2, 2, 2],
        [],
        [1, 2],
    ]
    assert problems == ()
    assert html(bank.questions[2].answer, str) == (
        '<p><a class="ref" href="1">l</a> <a class="ref" href="2">d</a> r <a class="ref" href="1">w</a></p>'
    )


def test_a_link_to_its_own_question_is_its_words() -> None:
    bank, problems = bank_of("[up](#question-1-t)")
    assert (html(bank.questions[0].answer, str), problems) == ("<p>up</p>", ())
