"""Every way to write questions, topics and answers that the table of formats promises."""

import pytest

from generator.linking import link
from generator.markup import gfm, html, text
from generator.model import Bank, Question
from generator.publishing.words import lost
from generator.reading import assemble, chunk, read_file
from generator.reading.questions.slips import slips


def bank_of(*files: str, names: tuple[str, ...] = ("a.md", "b.md", "c.md")) -> tuple[Bank, list[str]]:
    """The bank in some texts, and its problems as lines."""
    results = [read_file(name, words.encode()) for name, words in zip(names, files, strict=False)]
    bank, problems = assemble([file for file, _ in results])
    return bank, [str(problem) for _, found in results for problem in found] + [str(problem) for problem in problems]


def only(words: str) -> Question:
    bank, _ = bank_of(words)
    assert len(bank.questions) == 1
    return bank.questions[0]


@pytest.mark.parametrize(
    "heading",
    [
        "### Question 12: What is `it`?",
        "# Question 12: What is `it`?",
        "###### QUESTION 12 - What is `it`?",
        "### 🔹 Question 12) What is `it`? ###",
        "### Question #12: What is `it`?",
        "### Q12: What is `it`?",
        "### Q12. What is `it`?",
        "## **Q12:** What is `it`?",
        "### 12. What is `it`?",
        "### 12) What is `it`?",
        "Question 12: What is `it`?\n---",
        "**Q12. What is `it`?**",
        "**Question 12: What is `it`?**",
        "__Q12:__ What is `it`?",
    ],
)
def test_question_headings_in_all_spellings(heading: str) -> None:
    question = only(f"{heading}\n\nBecause.")
    assert (question.number, question.title) == (12, "What is it?")
    assert text(question.answer) == "Because."
    assert "code" in [each.kind for inline in question.heading for each in inline.walk()]


@pytest.mark.parametrize(
    "answer",
    [
        "**Answer:**\n* one\n  * two",
        "**Answer:**\n\n* one\n  * two",
        "__Answer__:\n* one\n  * two",
        "### Answer\n* one\n  * two",
        "#### Answer:\n\n* one\n  * two",
        "Answer:\n* one\n  * two",
        "* one\n  * two",
        "\n\n* one\n  * two\n\n---\n",
    ],
)
def test_answers_with_and_without_label(answer: str) -> None:
    question = only(f"### Question 1: T\n{answer}")
    assert html(question.answer, str) == "<ul><li>one\n<ul><li>two\n</li></ul></li></ul>"
    assert question.source == "* one\n  * two"
    lines = f"### Question 1: T\n{answer}".split("\n")
    assert lines[question.answer_place.line - 1] == "* one"


@pytest.mark.parametrize(
    "label",
    [
        "**Answer:** ",
        "**Answer**: ",
        "Answer: ",
        "__Answer:__ ",
        "*Answer:* ",
        "***Answer:*** ",
        "**✅ Answer:** ",
        "👉 **Answer:** ",
        "**Answer**\n",
    ],
)
def test_text_behind_the_label_stays_a_paragraph(label: str) -> None:
    question = only(f"### Question 1: T\n{label}1986. A great year\n* one")
    assert html(question.answer, str) == "<p>1986. A great year</p><ul><li>one\n</li></ul>"
    assert question.source == "1986\\. A great year\n* one"


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("Q1: T?", "A: "),
        ("**Q1: T?**", "**A:** "),
        ("**Q1.** T?", "**A1.** "),
        ("### Q1. T?", "A. "),
        ("**คำถาม 1:** T?", "**คำตอบ:** "),
        ("### คำถามที่ ๑: T?", "คำตอบ: "),
        ("### प्रश्न १: T?", "**उत्तर:** "),
        ("## السؤال ١: T?", "**الجواب:**\n"),
        ("Frage 1: T?", "Antwort: "),
        ("### Question n°1 : T?", "Réponse : "),
        ("### Câu 1: T?", "**Trả lời:** "),
        ("### Вопрос №1. T?", "#### Ответ\n\n"),
        ("### 問題1：T?", "答え："),
    ],
)
def test_question_and_answer_are_named_in_many_languages(heading: str, label: str) -> None:
    """What marks the question and the answer is said by the page, and found to be so by the gate of `--verify`."""
    words = f"{heading}\n\n{label}Because."
    question = only(words)
    assert (question.number, question.title, text(question.answer)) == (1, "T?", "Because.")
    shown = f"<h1>{question.title}</h1><div id='answer'>{html(question.answer, str)}</div>"
    assert [problem.what for problem in lost("a.md", words, [shown])] == []


@pytest.mark.parametrize("mark", ["* ", "- ", "> ", "1. "])
@pytest.mark.parametrize("label", ["**Ans:** ", "Answer: ", "A: "])
def test_a_label_within_a_list_or_quotation_goes(mark: str, label: str) -> None:
    question = only(f"**Q1: Why?**\n{mark}{label}1986. So.\n{mark}more")
    assert text(question.answer).startswith("1986. So.")
    assert question.source == f"{mark}1986\\. So.\n{mark}more"


@pytest.mark.parametrize(
    "words",
    [
        "> **Q1. Why?**\n\nSo.\n\n> **Q2. How?**\n\nThus.",
        "> ### Q1. Why?\n> So.\n\n> ### Q2. How?\n> Thus.",
        "<dl>\n<dt>1. Why?</dt>\n<dd>So.</dd>\n<dt><b>2. How?</b></dt>\n  <dd>\n  Thus.\n  </dd>\n</dl>",
        "<dl>\n<dt>1. Why?</dt><dd>So.</dd>\n\n<dt>2. How?</dt><dd>Thus.</dd>\n\n</dl>",
        "## Question 1\n\nWhy?\n\n### Answer\n\nSo.\n\n## Question 2\n\nHow?\n\n### Answer\n\nThus.",
    ],
)
def test_questions_in_quotations_and_lists_of_definitions(words: str) -> None:
    bank, problems = bank_of(f"# B\n\n{words}")
    assert [(each.title, text(each.answer)) for each in bank.questions] == [("Why?", "So."), ("How?", "Thus.")]
    assert not problems


def test_a_quotation_that_asks_something_stays_one() -> None:
    answer = only("### Q1: Why?\n\n> **Really?** he said.\n\n> **Is it?**\n\nYes.").answer
    assert [block.kind for block in answer] == ["quote", "quote", "paragraph"]


def test_quotations_that_ask_something_in_answers_stay() -> None:
    parts = (f"### {number}. What is {number}?\n\n> **Why does it matter?**\n> x\n\n" for number in range(1, 5))
    bank, problems = bank_of("".join(parts))
    assert [question.answer[0].kind for question in bank.questions] == ["quote"] * 4
    assert not problems


def test_boxes_of_an_author_who_still_has_to_write_are_no_options() -> None:
    """Below prose, in one question of several, or where they say so themselves; in a quiz they are, as ever."""
    boxes = "- [x] one\n- [ ] two"
    bank, _ = bank_of(f"### Q1: a?\n\nRead first.\n\n{boxes}\n\nThen b.\n\n### Q2: c?\n\nd")
    assert bank.questions[0].body == ()
    assert "two" in text(bank.questions[0].answer)
    told = only("### Q1: a?\n\n- [x] Done: one\n- [ ] To do: two\n\nb")
    assert told.solution == ()
    quiz, _ = bank_of(f"### Q1: a?\n\nSee.\n\n{boxes}\n\n### Q2: c?\n\nSee.\n\n{boxes}")
    assert [text(each.solution) for each in quiz.questions] == ["one", "one"]


def test_a_letter_before_an_option_is_no_label() -> None:
    assert text(only("### Q1: Which?\n\nA. one\nB. two").answer) == "A. one B. two"
    chosen = only("### Q1: Which?\n\n- A. one\n- B. two\n\nA. It is the first.")
    assert text(chosen.answer) == "A. It is the first."


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("## 🔸 Big Data (Questions 911-920)", ("🔸", "Big Data", "big-data")),
        ("## 🔹 Big Data (Q911–Q920)", ("🔹", "Big Data", "big-data")),
        ("## 🟢 Big Data", ("🟢", "Big Data", "big-data")),
        ("# Big Data (911-920)", ("", "Big Data", "big-data")),
        ("#### Big Data [Questions 911 to 920]", ("", "Big Data", "big-data")),
        ("# Big Data", ("", "Big Data", "big-data")),
    ],
)
def test_topics_with_and_without_range_and_emoji(heading: str, topic: tuple[str, str, str]) -> None:
    bank, problems = bank_of(f"{heading}\n\n### Question 911: T\n\nx\n\n### Question 920: T\n\nx")
    assert [(each.emoji, each.name, each.slug) for each in bank.topics] == [topic]
    assert all("without 912-919" in problem for problem in problems)


def test_without_topics_the_title_or_the_file_names_one() -> None:
    bank, _ = bank_of("### Q1: T\nx", "# Web basics\n### Q2: T\nx", names=("data/big_data-2.md", "b.md"))
    assert [topic.name for topic in bank.topics] == ["Big data 2", "Web basics"]


def test_files_of_one_name_in_two_folders_are_two_topics() -> None:
    bank, problems = bank_of("### Q1: T\nx", "### Q2: T\nx", names=("aws/basics.md", "gcp/basics.md"))
    assert [topic.name for topic in bank.topics] == ["Aws basics", "Gcp basics"]
    assert problems == []


def test_a_rule_right_below_an_answer_makes_no_topic() -> None:
    """GitHub shows the words above it as a heading; they stay where they were written."""
    bank, problems = bank_of(
        "## A\n\n### Q1: T\n**Answer:** x\n---\n\n### Q2: T\ny\n\nSet\n---\n\nB\n--------\n### Q3: T\nz"
    )
    assert [(topic.name, topic.numbers) for topic in bank.topics] == [("A", (1, 2)), ("B", (3,))]
    assert [html(question.answer, str) for question in bank.questions] == [
        "<h3>x</h3>",
        "<p>y</p><h3>Set</h3>",
        "<p>z</p>",
    ]
    assert bank.questions[0].source == "x\n---"
    assert problems == []


def test_a_topic_that_comes_twice_is_one() -> None:
    bank, problems = bank_of("## A\n### Q1: T\nx\n## B\n### Q2: T\nx\n## A\n### Q3: T\nx")
    assert [(topic.name, topic.numbers) for topic in bank.topics] == [("A", (1, 3)), ("B", (2,))]
    assert problems == []


def test_headings_inside_an_answer_stay_in_it() -> None:
    question = only("## Q1: T\n\nx\n\n## Spoken\n\ny\n\n### 2. Deeper\n\nz\n\n#### Questions\n\n#### Q? why")
    assert (
        gfm(question.answer, str) == "x\n\n### Spoken\n\ny\n\n#### 2\\. Deeper\n\nz\n\n##### Questions\n\n##### Q? why"
    )


def test_a_heading_without_words_is_no_topic() -> None:
    bank, problems = bank_of("## A\n\n### Q1: T\nx\n\n#\n\ny\n\n### Q2: U\nz")
    assert [(topic.name, topic.numbers) for topic in bank.topics] == [("A", (1, 2))]
    assert text(bank.questions[0].answer) == "x\ny"
    assert problems == []


def test_numbered_headings_inside_answers_are_no_questions() -> None:
    bank, problems = bank_of("### Question 1: T\n### 2. Costs\nx\n### Question 2: T\n### 1. Needs\ny\n#### 3. z")
    assert [question.number for question in bank.questions] == [1, 2]
    assert problems == []


def test_a_number_that_comes_twice_makes_no_steps_of_questions() -> None:
    """Steps begin anew in each answer; a number that is used twice by mistake is an error that names both places."""
    bank, problems = bank_of("## 1. Basics\n\n### 1. A\na\n\n### 2. B\nb\n\n### 2. C\nc\n\n## 2. More\n\n### 3. D\nd")
    assert [topic.name for topic in bank.topics] == ["1. Basics", "2. More"]
    assert [problem.partition(";")[0] for problem in problems] == ["a.md:9: question 2 is there already, at a.md:6"]
    bank, problems = bank_of("### 1. A\na\n\n### 1. B\nb")
    assert [problem.partition(";")[0] for problem in problems] == ["a.md:4: question 1 is there already, at a.md:1"]
    bank, problems = bank_of("## 1. A\n\n### 1. x\n\n### 2. y\n\n## 2. B\n\n### 1. z\n\n### 2. w")
    assert ([question.number for question in bank.questions], problems) == ([1, 2], [])


def test_another_form_counts_where_its_number_fits_exactly() -> None:
    bank, _ = bank_of("### Question 1: T\na\n\n**Q2. U**\nb\n\n### 3. V\nc\n\n### Question 4: W\nd")
    assert [(question.number, question.title) for question in bank.questions] == [
        (1, "T"),
        (2, "U"),
        (3, "V"),
        (4, "W"),
    ]


def test_something_like_a_question_heading_is_pointed_out() -> None:
    _, problems = bank_of("### Question 1: T\nx\n\n### Question 2 Start here\ny")
    assert problems == [
        "a.md:4: warning: “Question 2 Start here” looks like a question but is read as part of Q1's answer; "
        "if it is one, write it as “### Question 12: title” with a number of its own"
    ]


@pytest.mark.parametrize("line", ["###Question 2: U", "##Question #2 U", "###Frage 2: U", "###Q2. U?"])
def test_a_heading_without_a_space_is_pointed_out_once(line: str) -> None:
    words = f"### Question 1: T\nx\n\n{line}\ny"
    told = [*bank_of(words)[1], *map(str, slips("a.md", words.split("\n"), [1]))]
    assert len(told) == 1
    assert f"a.md:4: warning: “{line}” looks like a heading and lacks a space" in told[0]


def test_a_heading_without_a_title_is_pointed_out() -> None:
    bank, problems = bank_of("### Question 7\n\nx")
    assert bank.questions[0].title == "Question 7"
    assert problems == ["a.md:1: warning: Q7 has no title; write it behind the number"]


def test_question_headings_in_fences_stay_code() -> None:
    fence = "```md\n### Question 2: no\n\n## Topic (Questions 2-9)\n```"
    bank, problems = bank_of(f"### Question 1: T\n\n{fence}\n\n- a\n  ~~~\n  ### Q3: no\n  ~~~\n\n### Question 2: U\nx")
    assert [(question.number, question.title) for question in bank.questions] == [(1, "T"), (2, "U")]
    assert [block.kind for block in bank.questions[0].answer] == ["code_block", "list"]
    assert problems == []


def test_nothing_that_stands_before_the_questions_is_lost() -> None:
    bank, problems = bank_of(
        "# T\n\nFront.\n\n## Part\n\nOf part.\n\n### Sub\n\nOf sub.\n\n#### Q1: T\nx\n\n## End\n\nLast."
    )
    assert text(bank.introduction) == "Front."
    assert text(bank.topics[0].introduction) == "Part\nOf part.\nOf sub.\nEnd\nLast."
    assert problems == []
    _, problems = bank_of("### Q1: T\nx\n\n## To do\n\n## More\n\n### Q2: U\nx")
    assert problems == ["a.md:4: warning: there is no question below the heading “To do”"]


def test_each_of_several_files_introduces_its_own_topics() -> None:
    bank, _ = bank_of("# A\n\nOf a.\n\n### Q1: T\nx", "Of b.\n\n## B\n\nMore.\n\n### Q2: T\nx")
    assert bank.introduction == ()
    assert [text(topic.introduction) for topic in bank.topics] == ["Of a.", "Of b.\nMore."]


def test_yaml_at_the_beginning_of_a_file_is_not_read() -> None:
    bank, problems = bank_of("---\ntitle: x\ntags:\n  - a\n---\n### Q1: T\nx")
    assert (bank.questions[0].place.line, bank.introduction, problems) == (6, (), [])


def test_a_link_may_be_defined_anywhere_in_the_file() -> None:
    bank, _ = bank_of('### Q1: T\n\n[a][Home] `[b]`\n\n### Q2: T\n\nx\n\n[home]: https://e.org "Home"')
    assert html(bank.questions[0].answer, str) == '<p><a href="https://e.org">a</a> <code>[b]</code></p>'
    assert bank.questions[0].source == '[a][Home] `[b]`\n\n[HOME]: <https://e.org> "Home"'
    assert bank.questions[1].source == 'x\n\n[home]: https://e.org "Home"'


def test_links_of_an_introduction_lead_to_questions() -> None:
    bank, _ = bank_of("# T\n\n- [First](#q1-t)\n- [Gone](#nowhere)\n\n### Q1: T\nx")
    linked, problems = link(bank)
    assert html(linked.introduction, lambda number: f"../{number}/") == (
        '<ul><li><a class="ref" href="../1/">First</a>\n</li><li>Gone\n</li></ul>'
    )
    assert problems == ()


def test_after_an_edit_one_piece_only_is_parsed_anew() -> None:
    """What makes caching by content exact: the text of each question is parsed by itself."""
    words = "".join(f"### Question {number}: T\n\nanswer {number}\n\n" for number in range(1, 21))
    seen: list[str] = []

    def remembering(source: str):  # type: ignore[no-untyped-def]
        seen.append(source)
        return chunk(source)

    read_file("a.md", words.encode(), remembering)
    before = set(seen)
    seen.clear()
    read_file("a.md", words.replace("answer 7", "edited").encode(), remembering)
    assert len(set(seen) - before) == 1
