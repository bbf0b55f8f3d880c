"""The interface speaks the language of the bank: one table of words, whole in ten languages, and an author's own."""

import re
from pathlib import Path

import pytest
import yaml

from generator import languages
from generator.languages import tables
from generator.model import Wording
from generator.rendering import speaking
from tests import wording

TABLES = Path(tables.__file__).parent
HEAD = """\
# The wordings of the interface, by where they are said; the keys of every other table. The code says them, this file
# lists them. `{names}` stand for values, <tags> for links; what is behind a bar tells apart words that are one here.
"""
WHOLE = ["ar", "de", "es", "fr", "ja", "ko", "pt", "ru", "zh"]


def english() -> str:
    """The table of English words as the code has them."""

    def quoted(text: str) -> str:
        return yaml.dump(text, default_style='"', allow_unicode=True, width=9999).strip()

    lines = [HEAD]
    for part, found in wording.everything().items():
        lines.append(f"{part}:\n" if found else "")
        for text, one in found.items():
            forms = f"{{one: {quoted(one)}, other: {quoted(text)}}}" if one else quoted(text.partition("|")[0])
            lines.append(f"  {quoted(text)}: {forms}\n")
    return "".join(lines)


def test_the_english_table_lists_what_the_code_says(pytestconfig: pytest.Config) -> None:
    """`make golden` writes it anew; other tables then need the same words."""
    if pytestconfig.getoption("refresh_golden"):
        (TABLES / "en.yml").write_text(english(), "utf-8")
    assert (TABLES / "en.yml").read_text("utf-8") == english()


@pytest.mark.parametrize("text", ["a <b>bold</b> word", "Search it, or <a>browse</a>."])
def test_a_template_is_spoken_in_a_language_with_its_links_and_values(text: str) -> None:
    source = 'x {% trans %}Search it,\nor <a href="{{ base_url }}/topics/">browse</a>.{% endtrans %} y'
    wording = Wording("de", table={"Search it, or <a>browse</a>.": 'Such "es", oder <a>blättere</a> & <b>.'})
    assert speaking.spoken(source, wording) == (
        'x Such &quot;es&quot;, oder <a href="{{ base_url }}/topics/">blättere</a> &amp; &lt;b&gt;. y'
    )
    assert speaking.spoken(source, Wording()) == source.replace("{% trans %}", "").replace("{% endtrans %}", "")


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 вопрос"), (3, "3 вопроса"), (5, "5 вопросов"), (21, "21 вопрос"), (11, "11 вопросов")]
)
def test_plurals_follow_the_language(count: int, said: str) -> None:
    forms = {"one": "{count} вопрос", "few": "{count} вопроса", "many": "{count} вопросов", "other": "{count} вопроса"}
    wording = Wording("ru", table={"{count} questions": forms})
    assert wording.count(count, "{count} question", "{count} questions") == said


def test_days_follow_the_language() -> None:
    assert Wording().date(1_790_000_000) == "2026-09-21"
    assert Wording("de").date(1_790_000_000) == "21. September 2026"
    assert Wording("ja").date(1_790_000_000) == "2026年9月21日"


def test_an_authors_words_stand_before_ours_and_what_is_missing_is_told_once(tmp_path: Path) -> None:
    own = tmp_path / "words.yml"
    own.write_text("Practise: Allenati\n'{count} questions': {one: '{count} domanda', other: '{count} domande'}\n")
    wording, problems = languages.load("it", own)
    assert wording("Practise") == "Allenati"
    assert wording.count(2, "{count} question", "{count} questions") == "2 domande"
    assert wording("Copied") == "Copiato"  # the theme's own word
    assert wording("Read next") == "Read next"
    (problem,) = problems
    assert "stay English" in problem.what


def test_faults_of_an_authors_table_are_told_with_their_lines(tmp_path: Path) -> None:
    own = tmp_path / "words.yml"
    own.write_text('Practice: Train\nRead nxt: More\n"{count} questions": Questions: many\n')
    _, problems = languages.load("en", own)
    assert [problem.place.line for problem in problems] == [3]
    own.write_text('Practice: Train\nRead nxt: More\n"Step {number}": Schritt\n')
    wording, problems = languages.load("en", own)
    assert [problem.place.line for problem in problems] == [2, 3]
    assert "Read next" in problems[0].hint
    assert wording("Practice") == "Train"
    assert wording("Step {number}", number=3) == "Step 3"


@pytest.mark.parametrize("language", ["fa", "he", "ar"])
def test_languages_that_run_from_right_to_left_say_so(language: str) -> None:
    assert languages.load(language, None)[0].direction == "rtl"


@pytest.mark.parametrize("language", WHOLE)
def test_tables_are_whole_and_leave_open_what_english_does(language: str) -> None:
    """Each wording of the interface is there, with the same values and links, in every form of its plural."""
    found = tables._flat(language)
    assert set(found) == set(tables.english())
    for key, forms in found.items():
        holes = set(tables.HOLE.findall(key))
        for said in tables.wordings(forms):
            assert holes - {"{count}"} <= set(tables.HOLE.findall(said)) <= holes, (key, said)


def test_templates_say_nothing_past_the_table() -> None:
    """Text and names for screen readers stand between the marks that put them into a language."""
    hidden = re.compile(
        r"\{#.*?#\}|\{% trans %\}.*?\{% endtrans %\}|<script>.*?</script>|\{% block kind %\}.*?\{% endblock %\}"
        r"|\{\{.*?\}\}|\{%.*?%\}",
        re.DOTALL,
    )
    said = re.compile(r'\b(?:aria-label|title|alt|placeholder|data-copy)="([^"]*)"|>([^<>]*)<')
    for path in wording.TEMPLATES:
        rest = hidden.sub(" ", f">{path.read_text('utf-8')}<")
        words = [
            word
            for match in said.finditer(rest)
            for word in re.findall(r"[A-Za-z]{2,}", "".join(filter(None, match.groups())))
        ]
        assert set(words) <= {"Markdown", "PNG", "SVG"}, path.name
