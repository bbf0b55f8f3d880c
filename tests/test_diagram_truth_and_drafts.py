"""Diagrams say what their answers say: finished ones are compared with the answer, first drafts are made from it."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from generator import reading
from generator.drawing import blank, check, check_truth, draft, draw, forms
from generator.drawing.drafts.drafting import drafted
from generator.drawing.icons.lexicon import classes, find, lexicon
from generator.drawing.making import make
from generator.drawing.scene.geometry import Rect
from generator.drawing.scene.shapes import NARROW, WIDE, Box, Size, TextLine
from generator.model import IN_ENGLISH, Bank, Diagram, Question, Step
from generator.problems import errors
from tests.conftest import DRAWN, SERIES, drawing_alone
from tests.drawing import draw_files

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def ours() -> Bank:
    """The bank of the series."""
    bank, problems = reading.read([SERIES / "bank"])
    assert not errors(problems)
    return bank


def question(tmp_path: Path, answer: str, title: str = "Design a URL shortener.") -> Question:
    """A question with this answer."""
    path = tmp_path / "bank.md"
    path.write_text(f"# Bank\n\n## Topic\n\n### Question 1: {title}\n\n**Answer:**\n{answer}\n", encoding="utf-8")
    return reading.read([path])[0].questions[0]


def test_our_diagrams_name_what_their_answers_name(ours: Bank) -> None:
    with drawing_alone() as cache:
        drawings, _ = draw(SERIES / "diagrams", ours, cache=cache)
    assert [str(problem) for drawing in drawings.values() for problem in check(drawing, ours)] == []


def test_words_that_accept_no_warning_are_told_with_their_line(tmp_path: Path) -> None:
    asked = question(tmp_path, "- **Bloom filter**: before the Redis cache.")
    file = tmp_path / "q1.py"
    file.write_text(
        '# accept: the answer names "Bloom\n# accept: docstring\n# accept: star\n# accept: long mended\n'
        'from diagrams import Diagram, Node\nwith Diagram("x"):\n    Node("Redis cache", shape="star") >> Node("y")\n'
    )
    bank = Bank("x", (), (asked,))
    drawing, problems = draw_files([file])[file]
    assert drawing
    assert [str(each).partition("q1.py:")[2] for each in (*problems, *check(drawing, bank))] == [
        "4: warning: no warning says 'long mended'; delete the line, or write words of the warning"
    ]


def test_a_missing_name_is_told(ours: Bank) -> None:
    """The picture of another question lacks what this one's answer names."""
    drawings, _ = draw(SERIES / "diagrams/serverless", ours, cache=DRAWN)
    told = check_truth(ours.by_number[906], drawings[909].diagram)
    assert 'the answer names "ConnectionID", the diagram does not' in [problem.what for problem in told]
    assert {problem.place.file for problem in told} == {drawings[909].diagram.place.file}


@pytest.mark.parametrize(
    ("name", "said", "there"),
    [
        ("ProcessPayment", "process payments", True),
        ("Keep-Warm:", "A ping keeps it warm.", True),
        ("Signing:", "the wallet signs", True),
        ("Problem:", "anything", True),
        ("Bloom Filter", "the filter of a membrane", False),
        ("Cache:", "a queue", False),
        ("`429`", "an answer of 429", True),
        ("`429`", "an answer of 428", False),
    ],
)
def test_names_are_compared_as_a_reader_would(name: str, said: str, there: bool, tmp_path: Path) -> None:
    mark = name if name.startswith("`") else f"**{name}**"
    asked = question(tmp_path, f"* {mark} does something.\n* More.")
    made = drafted(question(tmp_path, "* **A:** x\n* **B:** y\n* **C:** z\n* **D:** z"))
    assert made
    bare = replace(made, title="", caption="", nodes=(), edges=(), steps=(Step(1, said),))
    assert (check_truth(asked, bare) == ()) is there


@pytest.mark.slow
def test_a_draft_runs_and_draws_what_it_says(ours: Bank, tmp_path: Path) -> None:
    """The module of a draft, run by the library, is the diagram that `build --drafts` shows without running it."""
    paths = {}
    for each in ours.questions:
        text = draft(each)
        if text and drafted(each):
            paths[each.number] = tmp_path / f"q{each.number}.py"
            paths[each.number].write_text(text, encoding="utf-8")
    assert len(paths) >= 40
    results = draw_files(list(paths.values()))
    for number, path in paths.items():
        drawing, problems = results[path]
        assert drawing, problems
        assert not errors(problems)
        expected = drafted(ours.by_number[number])
        assert expected
        assert replace(drawing.diagram, place=expected.place) == expected


def parts(made: Diagram | None) -> tuple[list[str], list[tuple[str, str]]]:
    """Labels of a diagram's cards, and its arrows as pairs of labels."""
    assert made
    names = {node.id: node.label for node in made.nodes}
    return list(names.values()), [(names[edge.source], names[edge.target]) for edge in made.edges]


def test_bold_labels_become_cards_and_arrows_become_arrows(tmp_path: Path) -> None:
    answer = "* **Write:** API -> Lambda -> DynamoDB.\n* **Read:** from the cache."
    labels, arrows = parts(drafted(question(tmp_path, answer)))
    assert labels == ["URL shortener", "Write", "API", "Lambda", "DynamoDB", "Read"]
    assert arrows == [
        ("URL shortener", "Write"),
        ("Write", "API"),
        ("API", "Lambda"),
        ("Lambda", "DynamoDB"),
        ("URL shortener", "Read"),
    ]


def test_numbered_steps_follow_each_other(tmp_path: Path) -> None:
    labels, arrows = parts(drafted(question(tmp_path, "1. **Ask:** x\n2. **Check:** y\n3. **Store:** z")))
    assert arrows == list(pairwise(labels))


@pytest.mark.parametrize(
    ("answer", "labels", "unasked"),
    [
        ("1. Warm it.\n2. Stir it, slowly.\n", ["Warm it", "Stir it, slowly"], True),
        ("- Index: what comes next\n- HEAD – the last\n- Files, as seen\n", ["Index", "HEAD", "Files"], True),
        ("- one\n- two\n", ["one", "two"], False),
        (f"1. {'Take it ' * 9}\n2. Give it.\n", [f"{'Take it ' * 5}…", "Give it"], False),
        ("Raw → cooked → served.", ["Raw", "cooked", "served"], True),
    ],
)
def test_plain_steps_parts_and_arrows_are_cards_too(
    answer: str, labels: list[str], unasked: bool, tmp_path: Path
) -> None:
    """What an author begins with is never one box; unasked, only what says more than its list, in whole words."""
    asked = question(tmp_path, answer)
    code = draft(asked)
    assert code
    assert [label for label in labels if f'"{label}"' in code or f'"{label}\\n' in code] == labels
    made = drafted(asked)
    assert [node.label for node in made.nodes][1:] == labels if made else not unasked


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("Design a URL shortener.", "URL shortener"),
        ("Secure an inventory service without downtime.", "Inventory service"),
        ("Migrate the search index under GDPR", "Search index"),
        ("Is a hash unique?", "Is a hash unique"),
        ("Test coverage in CI", "Test coverage"),
        ("How does the CDN work?", "CDN"),
        ("What is XSS and how do you prevent it?", "XSS"),
        ("What states can a fetch be in?", "What states can a fetch be in"),
        ("Explain the key exchange of the second generation of clients", "Key exchange"),
        ("What happens when you type a URL into a browser?", "What happens when you type a URL into …"),
    ],
)
def test_a_draft_begins_with_what_the_question_is_about(title: str, subject: str, tmp_path: Path) -> None:
    made = drafted(question(tmp_path, "* **Store:** Redis\n* **Read:** SQS\n* **Send:** SNS\n", title))
    assert parts(made)[0][0] == subject


def test_a_card_does_not_say_what_stands_behind_it(tmp_path: Path) -> None:
    """Neither in its words nor by its icon; with nothing behind it, it does."""
    made = drafted(question(tmp_path, "* **Auth:** Redis -> SQS; events go to Kafka.\n* **Send:** by SNS\n"))
    assert made
    said = {node.label: (node.detail, node.icon) for node in made.nodes}
    assert said["Auth"][0] == "Kafka"
    assert said["Auth"][1] not in ("", said["Redis"][1])
    assert said["Send"][0] == "SNS"


def test_the_parts_of_a_draft_stand_one_below_the_other_on_a_phone(tmp_path: Path) -> None:
    """Side by side, five parts would need a picture that has to be zoomed."""
    answer = "\n".join(f"* **Part {word}:** Redis -> Elasticsearch" for word in ("one", "two", "three", "four", "five"))
    made = drafted(question(tmp_path, answer))
    assert made
    drawing, _ = make(made, DRAWN, IN_ENGLISH)
    assert drawing
    assert drawing.narrow.width <= NARROW.width
    labels = [node.label for node in made.nodes]
    assert {label: drawing.narrow.svg.count(f">{label}<") for label in labels} == {
        label: labels.count(label) for label in labels
    }


def boxes(made: Diagram | None, size: Size) -> dict[str, Rect]:
    """Where the cards of a draft stand that is drawn without the engine; all its words stand in them."""
    assert made
    scene = forms.scene(made, size)
    assert scene
    assert scene.width <= size.width
    found = {each.of: each.rect for each in scene.shapes if isinstance(each, Box)}
    assert all(found[each.of].holds(each.rect) for each in scene.shapes if isinstance(each, TextLine))
    return found


def test_the_parts_of_a_draft_stand_under_its_subject_in_cards_of_one_width(tmp_path: Path) -> None:
    made = drafted(question(tmp_path, "* **Accumulate:** many\n* **Prove:** all of them\n* **Post:** Redis\n"))
    subject, *cards = boxes(made, WIDE).values()
    assert subject.centre.x == pytest.approx(cards[1].centre.x)
    assert {(card.y, card.w) for card in cards} == {(cards[0].y, cards[0].w)}


def test_on_a_phone_the_parts_of_a_draft_are_a_list_whose_words_fit_beside_its_icons(tmp_path: Path) -> None:
    said = "the server renders each page anew on request"
    answer = f"* **Store:** Redis\n* **Render:** {said}\n* **Build:** {said} again\n* **Send:** {said}\n"
    _, *cards = boxes(drafted(question(tmp_path, answer)), NARROW).values()
    assert {(card.x, card.w) for card in cards} == {(cards[0].x, cards[0].w)}


def test_the_steps_of_a_draft_stand_in_rows_and_on_a_phone_below_each_other(tmp_path: Path) -> None:
    made = drafted(question(tmp_path, "\n".join(f"{n}. Acknowledge message {n} to all" for n in range(1, 8))))
    assert [len({rect.y for rect in boxes(made, size).values()}) for size in (WIDE, NARROW)] == [2, 8]
    rows = [rect.x for rect in boxes(made, WIDE).values()]
    assert rows == [*sorted(rows[:4]), *sorted(rows[:4], reverse=True)]


def test_a_draft_that_is_shown_unasked_leaves_no_part_out(tmp_path: Path) -> None:
    answer = "\n".join(f"* **Part {n}:** Redis" for n in range(1, 14))
    assert drafted(question(tmp_path, answer)) is None
    assert draft(question(tmp_path, answer))
    chain = drafted(question(tmp_path, "HTML -> DOM -> Tree -> Layout -> Paint -> Composite"))
    assert parts(chain)[0][-1] == "Composite"


def test_a_chain_of_the_parts_says_their_order(tmp_path: Path) -> None:
    labels, arrows = parts(drafted(question(tmp_path, "Ask -> Check\n\n* **Ask:** Redis\n* **Check:** SQS\n")))
    assert arrows == list(pairwise(labels))


def test_technologies_get_the_librarys_icons(tmp_path: Path) -> None:
    made = drafted(
        question(tmp_path, "* **Store:** rows in DynamoDB\n* **Stream:** events in Kafka\n* **Rest:** nothing")
    )
    assert made
    assert [node.icon for node in made.nodes[1:3]] == ["aws/database/dynamodb", "onprem/queue/kafka"]
    assert [component.name for component in made.components] == ["DynamoDB", "Kafka"]


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "Just use a database.",
        "(See Q5).",
        "* **Only:** one",
        "```\n* **A:** b\n* **C:** d\n```",
        "####\n\n#### 1.\n\n#### ![](x.png)\n\n#### :",
        "#### One\n\n####\n\ntext",
        "**Details:** Think of both sides.\n\n**Answer:** B) Zero\n\n**Source:** _example.org_",
        "**Correct answer: A) One**\n\n**Explanation:** It is one.",
        "- **A.** one\n- **B)** two",
        "- **Respuesta:** a\n- **Option C** b",
    ],
)
def test_an_answer_without_structure_gives_no_draft(answer: str, tmp_path: Path) -> None:
    asked = question(tmp_path, answer)
    assert draft(asked) is None
    path = tmp_path / "q1.py"
    path.write_text(blank(asked), encoding="utf-8")
    drawing, problems = draw_files([path])[path]
    assert drawing
    assert not errors(problems)


def test_a_title_that_begins_with_a_number_is_no_step(tmp_path: Path) -> None:
    text = draft(question(tmp_path, "1. **Ask:** x\n2. **Check:** y", title="1. Ask and 2. check"))
    assert text
    path = tmp_path / "q1.py"
    path.write_text(text, encoding="utf-8")
    drawing, problems = draw_files([path])[path]
    assert problems == ()
    assert drawing
    assert drawing.diagram.title == "1. Ask and 2. check"


def test_hostile_answers_give_modules_that_run(tmp_path: Path) -> None:
    """Quotes, backslashes, numbers and keywords in labels are only text."""
    answer = (
        '1. **"""quoted"""\\n:** a \\ b """ c\n2. **class:** 3. not a step\n3. **import os:** {x}\n4. **漢字:** `x"y`'
    )
    asked = question(tmp_path, answer, title='Is "x" \\ a """trick"""?')
    text = draft(asked)
    assert text
    path = tmp_path / "q1.py"
    path.write_text(text, encoding="utf-8")
    drawing, problems = draw_files([path])[path]
    assert drawing, problems
    assert len(drawing.diagram.steps) == 4
    assert drawing.diagram.title == 'Is "x" \\ a """trick"""'


def test_only_whole_words_name_a_technology() -> None:
    """Names that once were found inside others, and ordinary words, are not found."""
    for text in ("Unity", "Lock", "Sharp", "Tree", "simple storage", "a spring in the storm", "Go on and React to it"):
        assert find(text) == [], text
    found = find("Put it into Amazon S3, DynamoDB or PostgreSQL; Apache Kafka feeds Elasticsearch.")
    assert [shown.name for _, shown in found] == ["S3", "Dynamodb", "Postgresql", "Kafka", "Elasticsearch"]


def test_the_lexicon_points_at_classes_and_icons_that_exist() -> None:
    names = {shown.name for shown in lexicon().values() if shown.module}
    assert names <= {full.rpartition(".")[2] for full in classes()}
    assert len(classes()) > 1500


@pytest.mark.slow
def test_drafts_fill_a_bank_without_diagrams(ours: Bank) -> None:
    drawings, problems = draw(None, ours, drafts=True, cache=DRAWN)
    assert problems == ()
    assert len(drawings) >= 40
    assert all(drawing.diagram.draft for drawing in drawings.values())
    mixed, _ = draw(SERIES / "diagrams/data", ours, drafts=True, cache=DRAWN)
    assert not mixed[911].diagram.draft
    assert mixed[901].diagram.draft


def test_the_description_tells_parts_groups_and_arrows_in_order(ours: Bank) -> None:
    drawings, _ = draw(SERIES / "diagrams/serverless", ours, cache=DRAWN)
    for drawing in drawings.values():
        lines = drawing.description.splitlines()
        assert lines[0].startswith("Parts: ")
        numbers = [int(line.split(".")[0]) for line in lines if line[0].isdigit()]
        assert numbers == sorted(numbers)
        assert len([line for line in lines if line[0].isdigit()]) == sum(
            edge.step is not None for edge in drawing.diagram.edges
        )


FORMS = {
    "table": "| Store | Latency |\n|---|---|\n| RAM | 100 ns |\n| SSD | 100 µs |\n| Disk | 10 ms |\n",
    "sequence": "* **Ask:** Client sends a name.\n* **Check:** Server looks it up.\n* **Use:** Client keeps it.",
    "states": "States of an order: `New` -> `Paid` -> `Sent`.",
    "layers": "* **Layers:**\n    * **Edge:** caches\n    * **Core:** services\n    * **Store:** databases",
}


@pytest.mark.parametrize("form", FORMS)
def test_a_draft_takes_the_form_that_the_answer_has(form: str, tmp_path: Path) -> None:
    """And its module, run by the library, is the same picture."""
    asked = question(tmp_path, FORMS[form])
    made, text = drafted(asked), draft(asked)
    assert made
    assert text
    assert made.form == form
    file = tmp_path / f"q{asked.number}.py"
    file.write_text(text, encoding="utf-8")
    drawing, problems = draw_files([file])[file]
    assert drawing, problems
    assert replace(drawing.diagram, place=made.place) == made


def test_steps_end_in_one_mark_in_any_script(tmp_path: Path) -> None:
    made = drafted(
        question(tmp_path, "* **Layers:**\n    * **键:** 读取。\n    * **値:** どこに？\n    * **Store:** disks")
    )
    assert made
    assert made.form == "layers"
    assert [step.text for step in made.steps] == ["键: 读取。", "値: どこに？", "Store: disks."]


def test_a_conversation_goes_back_and_forth(tmp_path: Path) -> None:
    labels, arrows = parts(drafted(question(tmp_path, FORMS["sequence"])))
    assert labels == ["Client", "Server"]
    assert arrows == [("Client", "Server"), ("Server", "Client"), ("Client", "Client")]


def test_items_that_are_changes_of_a_state_share_their_states(tmp_path: Path) -> None:
    answer = "* **idle** -> **busy** on submit\n* **busy** -> **done** on 200\n* **busy** -> **idle** on timeout\n"
    made = drafted(question(tmp_path, answer, "What states can a fetch be in?"))
    assert made
    assert made.form == "states"
    assert parts(made) == (["idle", "busy", "done"], [("idle", "busy"), ("busy", "done"), ("busy", "idle")])
    assert [edge.label for edge in made.edges] == ["on submit", "on 200", "on timeout"]


def test_no_draft_tells_which_option_is_right(tmp_path: Path) -> None:
    path = tmp_path / "bank.md"
    path.write_text("### Question 1: Which?\n\n- [ ] **One:** a\n- [x] **Two:** b\n\n* **Why:** x\n* **How:** y\n")
    asked = reading.read([path])[0].questions[0]
    assert asked.solution
    assert draft(asked) is None
