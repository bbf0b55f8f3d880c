"""A bank of one question, in any language of ours, says "1 question", never "1 questions"."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import languages, linking, pages, reading
from generator.drawing.painting.words import describe
from generator.exports.shared import counts
from generator.languages import tables
from generator.model import Edition, Study
from generator.pages.beside import lists
from tests.drawing import drawn
from tests.test_languages_tables import WHOLE

BANK = "# B\n\n## T\n\n### Q1: What is a lock?\n\nOne holder at a time.\n"
GRID = """\
from diagrams.aws.compute import Lambda

with Diagram("D", graph_attr={"form": "grid", "columns": "1"}):
    Lambda("A")
"""
HOLE = r"\{\w+\}"
WORD = r"[^\W\d]+"


def several(language: str) -> Iterator[str]:
    """Words that stand behind a number only where it is not one: "questions", "Fragen", "вопросов"."""
    for forms in tables._flat(language).values():
        if isinstance(forms, dict) and "one" in forms:
            one = set(re.findall(WORD, re.sub(HOLE, "", forms["one"])))
            for name in {"few", "many", "other"}.intersection(forms):
                behind = re.sub(HOLE, "", forms[name].partition("{count}")[2])
                yield from (word for word in re.findall(WORD, behind) if len(word) > 3 and word not in one)


def said(language: str, folder: Path) -> str:
    """What pages, lists, exports and the picture's description say of the bank."""
    (folder / "bank.md").write_text(BANK, "utf-8")
    bank, _ = reading.read([folder / "bank.md"])
    drawing, problems = drawn(GRID)
    assert drawing, problems
    wording, _ = languages.load(language, None)
    study = Study(linking.link(bank)[0], Edition("B", "", "", "", 0), {1: drawing}, wording=wording)
    fields = [json.dumps(page.fields, ensure_ascii=False, default=str) for page in pages.pages(study)]
    files = [contents.decode() for name, contents in lists.files(study) if name == "llms.txt"]
    return "\n".join((*fields, *files, counts.summary(study), describe(drawing.diagram, wording)))


@pytest.mark.parametrize("language", ["en", *WHOLE])
def test_one_is_never_followed_by_many(language: str, tmp_path: Path) -> None:
    text = said(language, tmp_path)
    many = sorted(set(several(language)))
    wrong = re.compile(rf"\b1 (?:{WORD} ){{0,2}}(?:{'|'.join(many) or '(?!)'})\b")
    assert not wrong.findall(text)
    assert language in ("ar", "ja", "ko", "zh") or len(re.findall(r"\b1 \w", text)) > 10


def test_what_many_are_called_is_known() -> None:
    assert {"questions", "rows", "diagrams", "minutes"} <= set(several("en"))
    assert {"Fragen", "Zeilen"} <= set(several("de"))
    assert {"вопросов", "строки"} <= set(several("ru"))
