"""The data: it keeps to its published schema, and no spreadsheet can be tricked by the table."""

import csv
import io
import json
from itertools import count
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace

from generator import markup
from generator.drawing.painting.words import describe
from generator.exports.data import spreadsheet
from generator.model import Diagram, Edge, Group, Node, Step, Study
from generator.problems import Place
from tests.drawing import drawn
from tests.exporting import made, real, real_study, study_of

pytestmark = pytest.mark.xdist_group("exports")


def test_data_keep_to_their_schema() -> None:
    schema = json.loads(real("schema"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(
        json.loads(real("data"))
    )


DAMAGES = {
    "an unknown key": lambda data: data["questions"][0].update(surprise=1),
    "a question without a title": lambda data: data["questions"][0].update(title=""),
    "a title of spaces": lambda data: data["questions"][0].update(title="  "),
    "an arrow from nowhere": lambda data: data["questions"][0]["diagram"]["edges"][0].update({"from": ""}),
    "a node twice": lambda data: data["questions"][0]["diagram"]["nodes"].append(
        data["questions"][0]["diagram"]["nodes"][0]
    ),
    "no topics": lambda data: data.update(topics=[]),
    "a topic that is no slug": lambda data: data["questions"][0].update(topic="Not a slug"),
    "an address that is none": lambda data: data["questions"][0].update(url="not a url"),
    "the same question twice": lambda data: data["questions"].append(data["questions"][0]),
    "a backlink twice": lambda data: data["questions"][0].update(backlinks=[902, 902]),
    "a component twice": lambda data: data["questions"][0].update(components=["S3", "S3"]),
    "a topic without questions": lambda data: data["topics"][0].update(questions=[]),
    "another schema": lambda data: data.update({"$schema": "other.json"}),
    "a step 0": lambda data: data["questions"][0]["diagram"]["edges"][0].update(step=0),
    "an arrow that turns nowhere": lambda data: data["questions"][0]["diagram"]["edges"][0].update(arrows="back"),
    "an arrow of no kind that there is": lambda data: data["questions"][0]["diagram"]["edges"][0].update(kind="red"),
    "a commit that is none": lambda data: data["edition"].update(commit="latest"),
    "an arrow without a kind": lambda data: data["questions"][0]["diagram"]["edges"][0].pop("kind"),
    "a node without an id": lambda data: data["questions"][0]["diagram"]["nodes"][0].update(id=""),
    "a diagram without nodes": lambda data: data["questions"][0]["diagram"].update(nodes=[]),
    "a diagram without a form": lambda data: data["questions"][0]["diagram"].pop("form"),
    "a tone that no picture has": lambda data: data["questions"][0]["diagram"]["nodes"][0].update(tone="loud"),
    "an arrow to a frame without a name": lambda data: data["questions"][0]["diagram"]["edges"][0].update(to_group=""),
    "an attribute that is no text": lambda data: data["questions"][0]["diagram"].update(attributes={"columns": 3}),
    "an empty bank": lambda data: data.update(questions=[]),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_the_schema_refuses_what_the_site_does_not_promise(damage: str) -> None:
    data = json.loads(real("data"))
    DAMAGES[damage](data)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, json.loads(real("schema")))


def test_the_schema_is_known_by_its_address_and_numbers_are_given_once(tmp_path: Path) -> None:
    assert json.loads(real("schema"))["$id"] == "https://example.org/bank/api/bank.schema.json"
    study = study_of("### Question 1: A?\n\n**Answer:** x\n", tmp_path, url="")
    assert json.loads(made("schema", study))["$id"] == "bank.schema.json"
    numbers = [each["number"] for each in json.loads(real("data"))["questions"]]
    assert len(numbers) == len(set(numbers))


def test_the_table_holds_pictures_in_words_and_what_a_question_asks_beside_its_title(tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(real("table").decode("utf-8-sig"), newline="")))
    assert rows[0]["picture"].removeprefix("'") == real_study().drawings[901].description
    text = "### Question 1: A?\n\n```\nx = 1\n```\n\n**Answer:** y\n"
    (row,) = csv.DictReader(io.StringIO(made("table", study_of(text, tmp_path)).decode("utf-8-sig"), newline=""))
    assert (row["body"].strip(), row["answer"], row["picture"]) == ("x = 1", "y", "")


def redrawn(told: dict[str, Any]) -> Diagram:
    """A diagram of the data alone."""

    def said(each: dict[str, Any]) -> tuple[tuple[str, str], ...]:
        return tuple(each.get("attributes", {}).items())

    def node(each: dict[str, Any]) -> Node:
        label, _, detail = each["label"].partition("\n")
        shape, tone = each.get("shape", ""), each.get("tone", "")
        group = each["group"] or ""
        return Node(each["id"], label, detail, None, "", group, shape, attributes=said(each), tone=tone)

    def edge(place: int, each: dict[str, Any]) -> Edge:
        ends = each.get("from_group", ""), each.get("to_group", "")
        words = each["label"], each["step"], each["kind"], each["arrows"]
        return Edge(f"e{place}", each["from"], each["to"], *words, attributes=said(each), ends=ends)

    def group(each: dict[str, Any]) -> Group:
        form, tone = each.get("form", ""), each.get("tone", "")
        return Group(each["id"], each["label"], each["parent"] or "", form, attributes=said(each), tone=tone)

    steps = tuple(Step(number, text) for number, text in enumerate(told["steps"], 1))
    parts = (
        tuple(map(node, told["nodes"])),
        tuple(map(edge, count(1), told["edges"])),
        tuple(map(group, told["groups"])),
    )
    form = told["form"].replace("flow", "")
    return Diagram(
        1, told["title"], told["caption"], steps, *parts, "LR", Place("data"), "", form=form, attributes=said(told)
    )


def assert_redrawn_as_described(study: Study) -> None:
    """The data is valid, and each picture redrawn from it says what the study's own does."""
    told = {each["number"]: each["diagram"] for each in json.loads(made("data", study))["questions"]}
    jsonschema.validate(json.loads(made("data", study)), json.loads(real("schema")))
    for number, picture in study.drawings.items():
        assert describe(redrawn(told[number])) == picture.description


def test_pictures_redrawn_from_the_data_are_those_that_are_described() -> None:
    """Forms, places, kinds, directions and ends of all arrows, from the JSON alone."""
    study = real_study()
    assert len(study.drawings) == 50
    assert_redrawn_as_described(study)


BACKWARDS = """with Diagram("d"):
    with Cluster("team", graph_attr={"form": "table", "columns": "who"}):
        ann = Node("Ann")
    with Cluster("shop"):
        Node("Ben") << Edge(lhead="cluster_team", color="red") << ann
        Node("Cem") << Edge(ltail="cluster_shop", lhead="cluster_team") << ann
"""


def test_an_arrow_written_backwards_keeps_the_frames_at_its_ends(tmp_path: Path) -> None:
    picture, _ = drawn(BACKWARDS)
    assert picture
    study = study_of("### Question 1: A?\n\n**Answer:** x\n", tmp_path)
    (asked,) = json.loads(made("data", replace(study, drawings={1: picture})))["questions"]
    assert describe(redrawn(asked["diagram"])) == picture.description
    last = asked["diagram"]["edges"][-1]
    names = {each["id"]: each["label"] for each in asked["diagram"]["groups"]}
    assert {names[last[end]] for end in ("from_group", "to_group")} == {"team", "shop"}


def test_data_hold_what_the_site_shows() -> None:
    data = json.loads(real("data"))
    questions = {each["number"]: each for each in data["questions"]}
    assert list(questions) == list(range(901, 951))
    assert questions[905]["url"] == "https://example.org/bank/questions/905/"
    assert questions[905]["diagram"]["edges"][0].keys() >= {"from", "to", "label", "step", "kind", "arrows"}
    assert {each["number"] for each in data["unresolved"]} == {329, 557, 764}
    assert [len(topic["questions"]) for topic in data["topics"]] == [10] * 5
    assert data["edition"] == {"date": "2026-11-18", "commit": "4b955bc123", "url": "https://example.org/bank/"}
    for question in real_study().bank.questions:
        assert questions[question.number]["answer_text"] == markup.text(question.answer)


def test_references_and_backlinks_are_told_both_ways(tmp_path: Path) -> None:
    text = "## A\n\n### Question 1: One?\n\n**Answer:** (See Q2).\n\n### Question 2: Two?\n\n**Answer:** x\n"
    one, two = json.loads(made("data", study_of(text, tmp_path)))["questions"]
    assert (one["references"], two["backlinks"]) == ([2], [1])
    assert one["diagram"] is None


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", " =", "|"])
def test_no_cell_is_a_formula(start: str) -> None:
    assert spreadsheet.safe(f"{start}cmd|' /C calc'!A0").startswith("'")


def test_ordinary_cells_stay_as_they_are() -> None:
    assert spreadsheet.safe("Trigger: S3 = fast") == "Trigger: S3 = fast"


def test_the_table_can_be_read_back(tmp_path: Path) -> None:
    """With the mark that Excel needs, and with formulas, quotes and line ends in the text."""
    text = '## =A\n\n### Question 1: =HYPERLINK("http://x","y")?\n\n**Answer:**\n* -1, "two"; three\n* =4\n'
    data = made("table", study_of(text, tmp_path))
    assert data.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert row["title"] == '\'=HYPERLINK("http://x","y")?'
    assert row["topic"] == "'=A"
    assert row["answer"] == '\'-1, "two"; three\n=4'
    assert (row["edition"], row["commit"]) == ("2026-11-18", "4b955bc123")
