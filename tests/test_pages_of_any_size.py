"""Pages stay light in banks of any size, and what other engines read of them carries any text unharmed."""

import re
from collections.abc import Mapping
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.utils.meta import get_data
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from generator import pages
from generator.model import Bank, Component, Diagram, Drawing, Element, Node, Page, Picture, Question, Study, Topic
from generator.pages.fields.listing import LENGTH, sheets
from generator.pages.question import NEIGHBOURS, window
from generator.problems import Place
from generator.publishing.checking import broken_links, facts
from generator.rendering import exchange
from tests.small_site import EDITION, engine

HTML_BUDGET = 16_000
HERE = Place("bank/large.md", 1)
EXTENSIONS = ["tables", "toc", "pymdownx.highlight", "pymdownx.superfences"]


def by_path(study: Study) -> Mapping[str, Page]:
    """All pages of a bank."""
    return {page.path: page for page in pages.pages(study)}


def large(count: int, topics: int) -> Study:
    """A bank of questions with answers of usual length, without diagrams."""
    words = "Write every change to the log first, then to the page; **replay** the log after a crash. "
    answer = tuple(Element("paragraph", children=(Element("text", words * 2),)) for _ in range(4))
    questions = tuple(
        Question(
            number,
            f"Design part {number} of the system?",
            (Element("text", f"Part {number}"),),
            f"t{number % topics}",
            answer,
            words,
            HERE,
            HERE,
        )
        for number in range(1, count + 1)
    )
    own = {
        f"t{place}": tuple(each.number for each in questions if each.topic == f"t{place}") for place in range(topics)
    }
    return Study(
        Bank("Large", tuple(Topic(slug, f"Topic {slug}", "", own[slug], HERE) for slug in own), questions), EDITION
    )


def drawn(study: Study) -> Study:
    """The bank with a diagram of the same component for each question."""
    nodes = (Node("n1", "Cache", "", Component("redis", "Redis"), "", ""),)
    picture = Picture.of("<svg/>", 200, 100)

    def drawing(number: int) -> Drawing:
        diagram = Diagram(number, "T", "C.", (), nodes, (), (), "LR", HERE, "")
        return Drawing(diagram, picture, picture, picture, picture, picture, "", ())

    return replace(study, drawings={each.number: drawing(each.number) for each in study.bank.questions})


def test_the_map_leads_to_the_sheet_that_has_the_topic() -> None:
    """A component of 150 questions has three sheets; each of the map's links leads to a sheet with its anchor."""
    study = large(150, 1)
    first, second = study.bank.questions[:100], study.bank.questions[100:]
    topics = tuple(
        Topic(slug, slug, "", tuple(each.number for each in some), HERE)
        for slug, some in (("t0", first), ("t1", second))
    )
    questions = first + tuple(replace(each, topic="t1") for each in second)
    made = by_path(drawn(replace(study, bank=Bank("Large", topics, questions))))
    wanted = [path for path in made if path == "map.md" or path.startswith("components/redis")]
    html = {made[path].file: engine().html(made[path]) for path in wanted}
    cells = re.findall(r'href="\.\.(/components/redis/[^"]*#t\d)"', html["map/index.html"])
    assert cells == ["/components/redis/#t0", "/components/redis/2/#t1"]
    read = {path: facts(path, text) for path, text in html.items()}
    assert not [fault for fault in broken_links(read, html) if "anchor" in fault.what]
    assert 'aria-current="page">3</a>' in html["components/redis/3/index.html"]


@pytest.mark.slow
def test_a_question_page_is_light_in_a_topic_of_a_thousand() -> None:
    """The sidebar shows the neighbourhood only: 16 KB are enough, and the page is no larger than in a small topic."""
    made = by_path(large(1000, 1))
    html = engine().html(made["questions/500.md"])
    small = engine().html(by_path(large(NEIGHBOURS, 1))["questions/15.md"])
    assert len(html.encode()) <= HTML_BUDGET
    assert len(html) <= len(small) + 600


def test_a_long_topic_is_cut_into_sheets_that_miss_nothing() -> None:
    """Every question of a topic of a thousand is on exactly one sheet, and each sheet leads to all others."""
    made = by_path(large(1000, 1))
    lists = [page.fields for path, page in made.items() if path.startswith("topics/t0")]
    found = [entry["number"] for fields in lists for entry in fields["entries"]]
    assert sorted(found) == list(range(1, 1001))
    assert len(lists) == -(-1000 // LENGTH)
    assert all(fields["pager"][-1]["path"] == f"topics/t0/{len(lists)}/" for fields in lists)


@pytest.mark.slow
def test_overviews_stay_small_with_many_topics() -> None:
    """Home, index and map do not grow with each of a thousand topics beyond what a phone can take."""
    made = by_path(drawn(large(2000, 1000)))
    for path, most in {"index.md": HTML_BUDGET, "topics/index.md": 500_000, "map.md": 120_000}.items():
        assert len(engine().html(made[path]).encode()) <= most, path


@given(place=st.integers(0, 400), size=st.integers(1, 30), extra=st.integers(0, 100))
def test_a_window_holds_its_place(place: int, size: int, extra: int) -> None:
    """The neighbourhood has the wanted size where the topic has, is in order, and always holds the question itself."""
    numbers = range(place + 1 + extra)
    around = window(numbers, place, size)
    assert place in around
    assert len(around) == min(size, len(numbers))


@given(st.lists(st.integers(), max_size=200), st.integers(1, 50))
def test_sheets_hold_every_entry_once(entries: list[int], length: int) -> None:
    """Cutting a list loses nothing, and an empty list is one empty sheet."""
    made = list(sheets("topics/x", entries, length))
    assert [entry for sheet in made for entry in sheet.entries] == entries
    assert made[0].path == "topics/x.md"


CHARACTERS = st.characters(exclude_categories=("Cs",), exclude_characters="\0\r\2\3")
"""Without what is in no text that was read, and what Python-Markdown keeps for itself."""


@settings(deadline=None)
@given(st.text(CHARACTERS, min_size=1), st.text(CHARACTERS, min_size=1))
def test_a_page_for_other_engines_carries_any_text(title: str, code: str) -> None:
    """Whatever a title or code is made of, an engine reads back the same fields, and the same text out of its HTML."""
    body = f"<pre><code>x{escape(code)}</code></pre>"
    text, fields = get_data(exchange.markdown(Page("questions/7.md", "question.html", {"title": title}, body)))
    assert fields == {"template": "question.html", "generated": True, "title": title}
    shown = LexborHTMLParser(Markdown(extensions=EXTENSIONS).convert(text)).css_first("code").text()
    assert shown == LexborHTMLParser(body).css_first("code").text()
