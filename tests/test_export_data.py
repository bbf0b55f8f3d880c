"""The data: it keeps to its published schema, and no spreadsheet can be tricked by the table."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from generator import markup
from generator.exports import spreadsheet
from tests.exporting import made, real, real_study, study_of


def test_data_keep_to_their_schema() -> None:
    schema = json.loads(real("schema"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(
        json.loads(real("data"))
    )


def test_the_schema_refuses_what_the_site_does_not_promise() -> None:
    data = json.loads(real("data"))
    data["questions"][0]["surprise"] = 1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, json.loads(real("schema")))


def test_data_hold_what_the_site_shows() -> None:
    data = json.loads(real("data"))
    questions = {each["number"]: each for each in data["questions"]}
    assert list(questions) == list(range(901, 951))
    assert questions[905]["url"] == "https://example.org/bank/questions/905/"
    assert questions[905]["diagram"]["edges"][0].keys() == {"from", "to", "label", "step"}
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
