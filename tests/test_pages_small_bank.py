"""The pages of a small bank with hard titles: what readers find in them."""

import json
import posixpath
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator import pages
from tests.small_site import ROOT, html, made, study

TITLES = {
    1: 'Why List<Order> & "quotes" don\'t break a page?',
    2: "Same title",
    3: "Same title",
    4: '--- title: "x" {{ 7*7 }} <order>',
    5: "Draw a queue.",
}


@pytest.mark.parametrize("number", TITLES)
def test_titles_are_right_wherever_they_show(number: int) -> None:
    """The heading, the window's title, the sidebar and the topic's list show the title as its author wrote it."""
    page = LexborHTMLParser(html(f"questions/{number}.md"))
    assert page.css_first("h1").text() == TITLES[number]
    assert page.css_first("title").text() == f"Q{number}: {TITLES[number]} · Small & fine"
    assert page.css_first('meta[property="og:title"]').attributes["content"] == f"Q{number}: {TITLES[number]}"
    assert page.css_first('.sidebar [aria-current="page"]').text() == f"{number} {TITLES[number]}"
    topic = page.css_first(".eyebrow a").attributes["href"].strip("/").rpartition("/")[2]
    listed = LexborHTMLParser(html(f"topics/{topic}.md")).css_first(f'.entry[data-question="{number}"] a')
    assert listed.text() == f"{number} {TITLES[number]}"


def test_cards_tell_questions_of_the_same_title_apart() -> None:
    """Each sample of a topic's card begins with its number."""
    samples = [item.text() for item in LexborHTMLParser(html("index.md")).css(".tile li")]
    assert samples == [f"{number} {TITLES[number]}" for number in (1, 2, 3, 5)]


def test_nothing_an_author_writes_becomes_a_tag() -> None:
    """Titles and names with <Order> and <hot> in them make no element of that name, on no page and in no place."""
    for uri in made():
        assert not LexborHTMLParser(html(uri)).css("order, hot"), uri
    assert "<title>Q1: Why List&lt;Order&gt; &amp; " in html("questions/1.md")
    described = LexborHTMLParser(html("questions/1.md")).css_first('meta[name="description"]').attributes["content"]
    assert described.startswith('Titles: are "escaped" <order> once.')


def test_topic_names_are_right() -> None:
    """A topic's name with signs shows as it is."""
    page = LexborHTMLParser(html("topics/storage-caching-hot.md"))
    assert page.css_first("h1").text() == 'Storage & "Caching" <hot>'


def test_references_stand_on_both_sides() -> None:
    """A reference is listed at its source, its target names the source, and one that leads nowhere yet is marked."""
    first = LexborHTMLParser(html("questions/1.md")).css_first("#references")
    assert [link.attributes["data-question"] for link in first.css("a")] == ["2", "2"]
    assert [item.attributes["data-unresolved"] for item in first.css("[data-unresolved]")] == ["77"]
    report = LexborHTMLParser(html("unresolved.md"))
    assert report.css_first('[data-unresolved="77"] a').attributes["data-question"] == "1"


def test_an_answer_that_only_points_shows_what_it_points_to() -> None:
    """Q2 says "(See Q1)." only, so it shows the beginning of Q1, marked as added; Q1 says more and shows nothing."""
    added = LexborHTMLParser(html("questions/2.md")).css("#answer [data-added]")
    assert len(added) == 1
    assert 'are "escaped" <order> once' in added[0].text()
    assert not LexborHTMLParser(html("questions/1.md")).css("#answer .pointer")


def test_the_portable_page_has_its_title_with_code() -> None:
    """The page as Markdown begins with number and title, code and signs intact."""
    first = dict(pages.attachments(study()))["questions/1/index.md"].decode().splitlines()[0]
    assert first == '# Q1: Why `List<Order>` & "quotes" don\'t break a page?'


def test_a_missing_answer_is_said() -> None:
    """The page of a question without an answer says so, and leads to where to write one."""
    page = LexborHTMLParser(html("questions/4.md"))
    assert "There is no answer yet" in page.css_first("#answer").text()
    assert "no answer yet" in dict(pages.attachments(study()))["questions/4/index.md"].decode()


def test_headings_of_answers_do_not_take_the_ids_of_the_page() -> None:
    """A heading "Answer" inside an answer leaves exactly one element with the id "answer": the answer."""
    page = LexborHTMLParser(html("questions/3.md"))
    assert [node.tag for node in page.css("#answer")] == ["div"]


def test_the_diagram_is_complete() -> None:
    """The figure holds the picture once, its caption and its walk; its parts lead to their pages."""
    page = LexborHTMLParser(html("questions/5.md"))
    figure = page.css_first("figure#diagram")
    assert [each.attributes["class"] for each in figure.css("div.dg > svg")] == ["dg-wide", "dg-medium", "dg-narrow"]
    assert not figure.css("img")
    assert "never waits" in figure.css_first(".diagram__caption").text()
    assert [item.attributes["data-step"] for item in figure.css("ol.walk > li")] == ["1", "2"]
    assert {link.attributes["href"] for link in page.css(".parts a")} == {
        "../../components/sqs/",
        "../../components/lambda/",
    }


def test_sources_are_shown_at_their_lines() -> None:
    """Where to edit an answer and a diagram: the file as the repository names it, and the line."""
    page, question = LexborHTMLParser(html("questions/5.md")), study().bank.by_number[5]
    root, drawn = "https://github.com/example/system-design-illustrated/blob/main/", study().drawings[5]
    answer, diagram = (page.css_first(f'a[data-source="{kind}"]').attributes["href"] for kind in ("answer", "diagram"))
    assert answer == f"{root}tests/data/pages/bank.md?plain=1#L{question.answer_place.line}"
    assert diagram == f"{root}tests/data/pages/diagrams/q5.py#L{max(drawn.diagram.place.line, 1)}"


def test_internal_addresses_lead_somewhere() -> None:
    """Each relative link of each generated page is another page or file of this site, made here or by a colleague."""
    addresses = {posixpath.normpath(page.address) for page in made().values()}
    beside = set(dict(pages.attachments(study())))
    others = {path.stem for path in (ROOT / "docs").glob("*.md")} | {"downloads", "assets"}
    for uri in made():
        here = made()[uri].address
        for link in LexborHTMLParser(html(uri)).css("a[href]"):
            address = link.attributes["href"].partition("#")[0].partition("?")[0]
            if "://" in address or not address:
                continue
            target = posixpath.normpath(posixpath.join(here, address))
            assert target in addresses | beside or target.partition("/")[0] in others, f"{uri} -> {address}"


def test_the_feed_tells_changed_questions() -> None:
    """Every question is in the feed with an id of its state: a change shows up as news and a rebuild does not."""
    data = dict(pages.attachments(study()))
    items = ElementTree.fromstring(data["feed.xml"]).findall("channel/item")  # noqa: S314 - we wrote it
    assert [item.findtext("title").split(":")[0] for item in items] == ["Q5", "Q4", "Q3", "Q2", "Q1"]
    assert len({item.findtext("guid") for item in items}) == 5
    assert data["feed.xml"] == dict(pages.attachments(study()))["feed.xml"]


def test_data_of_the_site_is_in_the_order_of_the_bank() -> None:
    """The list that scripts read names every question with its topic."""
    known = json.loads(dict(pages.attachments(study()))["assets/questions.json"])
    assert [number for number, _, _ in known["questions"]] == [1, 2, 3, 4, 5]
