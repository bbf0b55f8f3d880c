"""HTML in a bank is read as GitHub shows it; what it would not show is text, and comments are nothing."""

import pytest

from generator.markup import gfm, html, text
from generator.model import Element, Question
from generator.problems import Problem, Severity
from generator.reading import assemble, read_file


def read(source: str) -> tuple[Question, tuple[Problem, ...]]:
    file, problems = read_file("bank.md", f"# Bank\n\n### Question 1: T\n\n{source}\n".encode())
    return assemble([file])[0].questions[0], problems


def shown(source: str) -> str:
    return html(read(source)[0].answer, lambda number: f"../{number}/").strip()


@pytest.mark.parametrize(
    ("source", "page"),
    [
        ("<kbd>Ctrl</kbd>, n<sup>2</sup><br>H<sub>2</sub>", "<p><kbd>Ctrl</kbd>, n<sup>2</sup><br>H<sub>2</sub></p>"),
        ("A <b>bold <i>word</i></b> and <tt>x</tt>", "<p>A <strong>bold <em>word</em></strong> and <code>x</code></p>"),
        ("List<T> and <ConnectionID>", "<p>List&lt;T&gt; and &lt;ConnectionID&gt;</p>"),
        ("`<b>` stays, <!-- secret --> so", "<p><code>&lt;b&gt;</code> stays, so</p>"),
        (
            "<details open>\n<summary><b>Why</b></summary>\n\n- *a*\n\n</details>",
            "<details open><summary><strong>Why</strong></summary><ul><li><em>a</em>\n</li></ul></details>",
        ),
        ("<b>\n\none\n\ntwo\n\n</b>", "<p><strong>one</strong></p><p><strong>two</strong></p>"),
        ('<p align="center" style="color:red" class="x" id="y">a</p>', '<div class="center"><p>a</p></div>'),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "<p>漢 (kan)</p>"),
        ('<a name="top"></a>\nText <a href="https://e.org" onclick="x()">here</a>', '<p>Text <a href="https://e.org">here</a></p>'),
        ("<dl><dt>One</dt><dd>first</dd></dl>", "<p><strong>One</strong></p><p>first</p>"),
        ("<ol start=3><li>a<li>b</ol>", '<ol start="3"><li>a\n</li><li>b\n</li></ol>'),
        ("<h2>Head<br>line</h2>\n<hr>\n<p>x", "<h3>Head<br>line</h3><hr><p>x</p>"),
        ('<pre lang="python">a &lt; b\n  c</pre>', '<pre><code class="language-python">a &lt; b\n  c\n</code></pre>'),
    ],
)  # fmt: skip
def test_html_is_shown_as_on_github(source: str, page: str) -> None:
    assert shown(source) == page
    assert read(source)[1] == ()


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<div><script>alert(1)</script></div>",
        "<svg onload=alert(1)><style>*{color:red}</style></svg>",
        '<img src="x" onerror=alert(1)> <b onmouseover="alert(1)">b</b>',
        '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        '<a href="  java\tscript:alert(1)">a</a> <a href=data:text/html,x>b</a>',
        '<a href="JaVaScRiPt&colon;alert(1)">c</a> <a href="&#106;avascript:alert(1)">d</a>',
        "<iframe src=https://e.org></iframe><object data=x></object><embed src=x><base href=//e.org>",
        "<form action=javascript:alert(1)><input autofocus onfocus=alert(1)><button>b</button></form>",
        "<!--><img src=x onerror=alert(1)>-->",
        "<!-- a -- > <img src=x onerror=alert(1)> -->",
        "<table background=javascript:alert(1)><tr><td style='x:expression(1)'>a",
        "<p><details/open/ontoggle=alert(1)><a/href=javascript:alert(1)>x",
        "<picture><source srcset=\"x\" onerror=alert(1)><img srcset=\"https://e.org/x 2x\" src=x></picture>",
        "<textarea><img src=x onerror=alert(1)></textarea><title>x</title>",
        "<b data-markdown-place=0>x</b> <table data-markdown-place=1><tr data-markdown-place=0><td>y</table>",
        "<div>" * 2000,
        "<b>" * 2000 + "x",
    ],
)  # fmt: skip
def test_nothing_of_an_authors_runs_or_loads(source: str) -> None:
    """What is written has no tag and no attribute but those that the writer itself knows."""
    from selectolax.lexbor import LexborHTMLParser

    nodes = LexborHTMLParser(shown(source)).css("body *")
    assert bool(nodes) == (not source.startswith(("<!-- a", "<div><div>")))  # a comment, and boxes around nothing
    allowed = {"href", "open", "class", "start", "colspan", "rowspan"}
    for node in nodes:
        assert node.tag not in {"script", "style", "svg", "iframe", "img", "input", "form", "object", "source", "base"}
        assert set(node.attributes) <= allowed
        assert not (node.attributes.get("href") or "").lower().strip().startswith(("javascript", "data", "java"))


@pytest.mark.parametrize(
    "source",
    [
        "a <!-- secret --> b",
        "a\n\n<!-- secret\n\nsecret\n-->\n\nb",
        "a\n\n<!--\n### Question 2: secret\n\nsecret -->\n\nb",
        "a\n<details>\n<!-- secret\n\nsecret --></details>\n\nb",
        "a\n\n- x\n  <!-- secret\n\n  secret -->\n\nb",
        "a\n\n> <!-- secret\n> secret -->\n\nb",
        "a <kbd><!-- secret --></kbd> b",
        "a <b>x<!--secret\nsecret-->y</b> b",
    ],
)
def test_comments_are_nowhere(source: str) -> None:
    question, problems = read(source)
    assert problems == ()
    words = text(question.answer)
    assert words[0] + words[-1] == "ab"
    assert "secret" not in repr(question.answer)


def test_a_comment_in_code_is_code() -> None:
    question, _ = read("```html\n<!-- a\n\nb -->\n```\n\nand `<!-- c -->`")
    assert text(question.answer) == "<!-- a\n\nb -->\nand <!-- c -->"


@pytest.mark.parametrize("block", ["word", "* word", "```\nword\n```", "> word", "#### word"])
def test_a_tag_without_an_end_keeps_the_block_behind_it(block: str) -> None:
    question, _ = read(f"<div><img \n\n<br> {block}" if block == "word" else f"<div><img \n\n{block}")
    assert "word" in gfm(question.answer, str)
    assert "word" in html(question.answer, str)


def test_a_comment_that_never_ends_is_told() -> None:
    _, problems = read("a\n\n<!-- b\n\nc")
    assert [str(each) for each in problems] == [
        "bank.md:7: this comment is never closed and hides what follows; close it with -->"
    ]


def test_a_harmful_link_in_html_is_left_out_and_told() -> None:
    question, problems = read('a\n<a href="java&#115;cript:alert(1)">b</a>')
    assert "href" not in repr(question.answer)
    assert [(each.place.line, each.severity) for each in problems] == [(6, Severity.WARNING)]


def test_tables_of_html_may_span_and_hold_blocks() -> None:
    question, _ = read(
        "<table>\n<caption>Costs</caption>\n<tr><th>a</th><th>b</th></tr>\n"
        '<tr><td colspan="2" align="right">\n\n- *x*\n- y\n\n</td></tr>\n</table>'
    )
    caption, table = question.answer
    assert (caption.kind, table.kind, table.get("head")) == ("paragraph", "table", True)
    cell = table.children[1].children[0]
    assert (cell.get("columns"), cell.get("side"), cell.children[0].kind) == (2, "right", "list")
    assert text((table,)) == "a b\nx\ny"


def test_titles_and_topics_hold_html_as_words() -> None:
    source = '## [[⬆]](#toc) <a name="dom">DOM</a> Questions\n\n### Q1: What is <code>null</code>?<!-- x -->\n\nA.\n'
    bank = assemble([read_file("bank.md", source.encode())[0]])[0]
    assert bank.questions[0].title == "What is null?"
    assert Element("code", "null") in bank.questions[0].heading
    assert "<" not in bank.topics[-1].name
