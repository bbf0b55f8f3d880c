"""Strange input costs one line and a moment: YAML of all kinds, names of files, signs that turn text, and days."""

import os
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import markup, safe_yaml, settings
from generator.cli import main
from generator.jobs import limits
from generator.markup import code
from generator.markup import text as words_of
from generator.options import Options
from generator.pipeline import build
from generator.problems import Failed, errors
from generator.reading import assemble, read, read_file
from generator.reading.choosing.stating import shape_in
from generator.reading.passages import passages
from generator.reading.sources.decoding import LONGEST_LINE
from generator.rendering import Written
from generator.rendering.policy import allowed
from generator.search import read_glossary
from tests.conftest import ROOT

BOMB = "- &a [x, x]\n" + "".join(
    f"- &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)

GLOSSARIES = {
    "date": ("- term: 2001-99-99\n", ""),
    "truth": ("- term: yes\n  also: [no, on, 1_000, .inf, 0x1F, 12:30:45]\n", ""),
    "equals": ("- term: A\n  also: [=]\n", ""),
    "merge": ("- term: A\n  <<: 5\n", ":1: warning: unknown key `<<`"),
    "complex key": ("- term: A\n- {[a]: b}\n", ":2: warning: is no YAML: the name before a colon is no text"),
    "tag": ('- term: !!int "abc"\n', ":1: warning: is no YAML: the tag tag:yaml.org,2002:int is not read"),
    "object": ("- !!python/object/apply:os.system [touch x]\n", ":1: warning: is no YAML: the tag"),
    "own tag": ("- term: A\n- !mine x\n", ":2: warning: is no YAML: the tag !mine is not read"),
    "binary": ("- term: !!binary AAAA\n", ":1: warning: is no YAML: the tag"),
    "alias": ("- term: &a A\n- term: *a\n", ":2: warning: is no YAML: *a repeats what stands elsewhere"),
    "bomb": (BOMB, ":2: warning: is no YAML: *a repeats"),
    "itself": ("- &a [*a]\n", ":1: warning: is no YAML: *a repeats"),
    "unknown alias": ("- term: *nowhere\n", ":1: warning: is no YAML: *nowhere repeats"),
    "brackets": ("[" * 100_000, ":1: warning: is no YAML: lists are nested more than 6 deep"),
    "braces": ("{a: " * 100_000, ":1: warning: is no YAML: lists are nested"),
    "closed brackets": ("[" * 10_000 + "]" * 10_000, ":1: warning: is no YAML: lists are nested"),
    "dashes": ("- " * 5_000, ":1: warning: is no YAML: lists are nested"),
    "question marks": ("? " * 5_000, ":1: warning: is no YAML: lists are nested"),
    "two documents": ("- term: A\n---\n- term: B\n", ":2: warning: is no YAML: a second document"),
    "twice": ("- term: A\n  term: B\n", ":2: warning: is no YAML: `term` is there already"),
    "control": ('- term: A\n- term: "a\x01"\n', ":2: warning: is no YAML: "),
    "NUL": ("- term: A\0\n", ":1: warning: is no YAML: "),
    "huge": ("- term: " + "a" * 2_000_000, ": warning: is no YAML: has 2,000,008 characters"),
    "long key": ("a" * 100_000 + ": b", ":1: warning: "),
    "colons": ("a: " * 100_000, ":1: warning: is no YAML: "),
    "quotes": ("'" * 99_999, ":1: warning: is no YAML: "),
    "ampersands": ("&a " * 50_000, ":1: warning: is no YAML: "),
    "mapping": ("term: A\n", ":1: warning: is not a list of terms"),
    "text": ("hello", ":1: warning: is not a list of terms"),
    "entry is text": ("- A\n- [b]\n", ":1: warning: this entry has no `term`"),
    "means is a list": ("- term: A\n  means: [b]\n", ":1: warning: `means` is no text"),
    "also holds a list": ("- term: A\n  also: [[b]]\n", ":1: warning: `also` is not a list of names"),
    "empty": ("", ""),
    "only a comment": ("# nothing\n", ""),
    "no value": ("- term: A\n  means:\n  also: ~\n", ""),
}


@pytest.mark.parametrize("name", GLOSSARIES)
def test_a_strange_glossary_is_a_line_and_takes_no_time(name: str, tmp_path: Path) -> None:
    text, problem = GLOSSARIES[name]
    path = tmp_path / "glossary.yml"
    path.write_text(text, "utf-8")
    start = time.process_time()
    _, problems = read_glossary(path)
    assert time.process_time() - start < 2
    lines = [str(each).removeprefix(str(path)) for each in problems]
    assert bool(lines) is bool(problem)
    assert not lines or lines[0].startswith(problem)
    assert not errors(problems)


def test_a_value_is_the_text_that_is_written() -> None:
    """No "1.10" becomes 1.1, no "no" False."""
    node = safe_yaml.load("[1.10, no, 2001-01-01, 'null', null, ~]")
    assert node
    assert [each.value for each in node.value] == ["1.10", "no", "2001-01-01", "null", "", ""]  # type: ignore[union-attr]


QUESTION = "### Question 1: One\n\n**Answer:**\n\n"
FRONTS = {
    "bomb": BOMB.replace("- &a", "a: &a").replace("- &", "- x: &"),
    "brackets": "title: " + "[" * 10_000 + "\n",
    "tag": "title: !!python/object/apply:os.system [x]\n",
    "keys": "a:" * 10_000 + "\n",
    "lines": "a: b\n" * 20_000,
    "dashes": "-" * 40_000 + "\n",
    "blanks": " " * 40_000 + "\n",
}


@pytest.mark.parametrize("name", FRONTS)
def test_strange_front_matter_takes_no_time(name: str) -> None:
    start = time.process_time()
    file, problems = read_file("bank.md", f"---\n{FRONTS[name]}---\n\n{QUESTION}a\n".encode())
    assert time.process_time() - start < 2
    titled = FRONTS[name].startswith("title")
    assert [str(each) for each in problems] == ["bank.md:2: warning: this title is no text; quote it"] * titled
    assert file.title == ""
    assert len(assemble([file])[0].questions) == 1


TREE = "a: &a [x, x]\n" + "".join(f"{new}: &{new} [*{old}, *{old}]\n" for old, new in pairwise("abcdefghijklmnopqrst"))
SETTINGS = {
    "bomb": (TREE, ":16: says more than 100,000 things, aliases written out"),
    "itself": ("a: 1\nx: &x {y: *x}\n", ":2: *x repeats itself"),
    "brackets": ("a: " + "[" * 100_000, ":1: lists are nested more than 30 deep"),
    "day": ("a: b\nday: 2001-99-99\n", ":2: a value is not what it looks like: month must be in 1..12"),
    "number": ("a: b\nday: !!int abc\n", ":2: a value is not what it looks like: "),
    "control": ('a: b\nc: "\x01"\n', ":2: "),
    "huge": ("a: " + "b" * 2_000_000, ": has 2,000,003 characters, 1,000,000 at most"),
    "open": ("a: [\nb: c\n", ":3: "),
    "folder": ("a: b\ndocs_dir: [x]\n", ":2: docs_dir is no folder's name"),
    "folder above": ("docs_dir: ..\n", ":1: docs_dir is a folder that this file stands in"),
    "templates above": ("theme:\n  custom_dir: .\n", ":2: theme.custom_dir is a folder that this file stands in"),
    "extensions": ("a: b\nmarkdown_extensions: 5\n", ":2: markdown_extensions is no list of names"),
    "an extension": ("markdown_extensions:\n  - [a]\n", ":1: markdown_extensions is no list of names"),
    "its settings": ("markdown_extensions:\n  - toc: x\n", ":1: markdown_extensions is no list of names"),
    "menu": ("extra:\n  menu:\n    - name: a\n", ":2: extra.menu has an entry without a path"),
    "list": ("- site_name: a\n", ":1: holds no settings; write each as"),
    "word": ("a", ":1: holds no settings"),
    "no scheme": ("a: b\nsite_url: example.org/a\n", ":2: site_url is no address of the web; write it whole"),
    "another scheme": ("site_url: ftp://a.example/\n", ":1: site_url is no address of the web"),
    "an icon": (
        "extra:\n  social:\n    - link: ' java\tscript:x'\n",
        ":3: link holds a link that runs what stands in it",
    ),
    "no host": ("site_url: https://[::1/\n", ":1: site_url is no address of the web"),
    "no port": ("site_url: https://a.example:99999/\n", ":1: site_url is no address of the web"),
    "no text": ("repo_url: [https://a.example]\n", ":1: repo_url is no address of the web"),
}


@pytest.mark.parametrize("name", SETTINGS)
def test_strange_settings_are_a_line_and_take_no_time(name: str, tmp_path: Path) -> None:
    text, problem = SETTINGS[name]
    path = tmp_path / "mkdocs.yml"
    path.write_text(text, "utf-8")
    start = time.process_time()
    with pytest.raises(Failed) as failed:
        settings.read(path)
    settings.remarks(path)
    assert time.process_time() - start < 2
    (said,) = failed.value.problems
    assert str(said).startswith(f"{path}{problem}")


def test_settings_may_repeat_themselves_and_hold_what_is_odd(tmp_path: Path) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_text("x: &x {primary: teal}\ntheme:\n  palette: {<<: *x}\nplugins: [{}]\nnav: [{}]\ndocs_dir:\n")
    found = settings.read(path)
    assert (found["theme"]["palette"], found["docs_dir"]) == ({"primary": "teal"}, "docs")
    settings.remarks(path)
    assert allowed("", "", {"img-src": 5, "font-src": ["https://a.example", 1]})["font"] == " https://a.example 1"


@pytest.mark.parametrize("name", ["bomb", "itself", "brackets", "day", "number", "control"])
def test_strange_front_matter_of_a_page_is_a_line(name: str, tmp_path: Path) -> None:
    text, problem = SETTINGS[name]
    path = tmp_path / "own.md"
    path.write_text(f"---\n{text}\n---\n# A\n", "utf-8")
    with pytest.raises(Failed) as failed:
        list(Written((tmp_path,), {}).pages())
    _, line, what = problem.split(":", 2)
    said = str(failed.value.problems[0])
    assert said.startswith(f"{path}:{int(line) + 1}: the front matter is no YAML:{what}")


def test_a_page_that_is_not_utf8_or_wants_what_is_not_there_is_a_line(tmp_path: Path) -> None:
    path = tmp_path / "own.md"
    path.write_bytes(b"# caf\xe9\n")
    with pytest.raises(Failed, match=r"own.md: is not written in UTF-8; save it so"):
        list(Written((tmp_path,), {}).pages())
    path.write_text("# A\n\n[a](http://[) ![b](http://[)\n")
    (page,) = Written((tmp_path,), {}).pages()
    assert 'href="http://["' in page.body
    with pytest.raises(Failed, match=r"mkdocs.yml: markdown_extensions cannot be used: No module named 'nosuch'"):
        list(Written((tmp_path,), {"markdown_extensions": ["nosuch"]}).pages())


SHAPES = {
    "bomb": (BOMB + "questions: *a\n", ":2: is no YAML: *a repeats"),
    "brackets": ("[" * 100_000, ":1: is no YAML: lists are nested"),
    "day": ("a: b\nquestions: 2001-99-99\n", ":2: it does not say what opens a question"),
    "tag": ("questions: !!python/object/apply:os.getcwd []\n", ":1: is no YAML: the tag"),
    "list": ("questions: [a]\n", ":1: it does not say what opens a question"),
    "topics": ("questions: '### What?'\ntopics: {a: b}\n", ":2: it does not say what opens a topic"),
    "nothing": ("", ": it does not say what opens a question"),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_strange_shape_is_a_line_and_takes_no_time(name: str) -> None:
    text, problem = SHAPES[name]
    start = time.process_time()
    with pytest.raises(Failed) as failed:
        shape_in("shape.yml", text)
    assert time.process_time() - start < 2
    assert str(failed.value.problems[0]).startswith(f"shape.yml{problem}")


RIGHT = {
    "isolates": "a \u2067אבג\u2069 b \u2066x \u2068y\u2069\u2069",
    "embedding": "a \u202bאבג\u202c b",
    "over two lines": "a \u2067אבג\nדהו\u2069 b",
    "as entities": "a &#x2067;אבג&#x2069; b",
}
WRONG = {
    "override": ("a\u202eb\u202c", "invisible U+202E RIGHT-TO-LEFT OVERRIDE in column 2 can turn text round"),
    "open": ("a\u2067b", "invisible U+2067 RIGHT-TO-LEFT ISOLATE in column 2 is not closed by U+2069 POP"),
    "closed in the next paragraph": ("a\u2067b\n\nc\u2069", "is not closed by U+2069"),
    "closes nothing": ("ab\u2069", "invisible U+2069 POP DIRECTIONAL ISOLATE in column 3 closes nothing"),
    "crossed": ("\u2067a\u202bb\u2069c\u202c", "closes nothing"),
    "an override within isolates": ("\u2067a\u202db\u2069", "U+202D LEFT-TO-RIGHT OVERRIDE"),
    "an entity": ("a &#x202e;b", "the entity of invisible U+202E"),
    "an entity that is not closed": ("a *b &#x2067;c*", "the entity of invisible U+2067"),
}


@pytest.mark.parametrize("name", RIGHT)
def test_balanced_isolates_are_right(name: str, tmp_path: Path) -> None:
    (tmp_path / "bank.md").write_text(QUESTION + RIGHT[name], "utf-8")
    bank, problems = read([tmp_path / "bank.md"])
    assert problems == ()
    assert "\u2067" in words_of(bank.questions[0].answer) or "\u202b" in words_of(bank.questions[0].answer)


@pytest.mark.parametrize("name", WRONG)
def test_what_is_not_balanced_or_overrides_is_named(name: str) -> None:
    text, problem = WRONG[name]
    _, problems = read_file("bank.md", (QUESTION + text).encode())
    assert any(problem in str(each) for each in problems)
    assert errors(problems)


@pytest.mark.parametrize(
    "text",
    [
        r"\[x](javascript:alert(1))",
        r"[x\](javascript:alert(1))",
        r"[x]\(javascript:alert(1))",
        r"\<javascript:alert(1)>",
        "x](javascript:alert(1))",
        "`[x](javascript:alert(1))`",
    ],
)
def test_an_escaped_link_is_text(text: str) -> None:
    file, problems = read_file("bank.md", f"{QUESTION}{text}\n".encode())
    assert problems == ()
    assert "javascript:alert(1)" in words_of(assemble([file])[0].questions[0].answer)


@pytest.mark.parametrize(
    "text",
    [
        r"[x](javascript:alert(1))",
        r"[\[x\]](javascript:alert(1))",
        r"\[a] [x](javascript:alert(1))",
        r"\\[x](javascript:alert(1))",
        "[x](java&#115;cript:alert(1))",
        "<javascript:alert(1)>",
    ],
)
def test_a_harmful_link_is_none(text: str) -> None:
    _, problems = read_file("bank.md", f"{QUESTION}{text}\n".encode())
    assert "a link to javascript: is harmful" in str(problems[0])


@pytest.mark.slow
@pytest.mark.parametrize("place", ["bank", "diagrams", "folder"])
def test_a_name_that_is_not_utf8_is_a_line(place: str, tmp_path: Path) -> None:
    strange = os.fsdecode(b"caf\xe9")
    bank, diagrams = tmp_path / (strange if place == "folder" else "bank"), tmp_path / "diagrams"
    bank.mkdir()
    diagrams.mkdir()
    (bank / (f"{strange}.md" if place == "bank" else "a.md")).write_text(QUESTION + "a\n")
    if place == "diagrams":
        (diagrams / f"{strange}1.py").write_text("")
    words = ["build", "--bank", str(bank), "--diagrams", str(diagrams), "--out", str(tmp_path / "site")]
    done = subprocess.run([sys.executable, "-m", "generator", *words], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) <= 2
    assert r"caf\udce9" in done.stderr
    assert "the name of this file is not UTF-8; rename it" in done.stderr


def test_a_link_that_leads_to_itself_is_a_line(tmp_path: Path) -> None:
    loop, bank = tmp_path / "loop.md", tmp_path / "bank"
    bank.mkdir()
    (bank / "a.md").write_text(QUESTION + "a\n")
    for link in (loop, bank / "b.md"):
        link.symlink_to(link)
    for words, said in (
        (("check", "--bank", loop), f"{loop}: there is no such file or folder"),
        (("check", "--bank", bank), "no problems"),
        (("build", "--bank", bank, "--out", loop), f"{loop}: is not a folder; name another with --out"),
    ):
        done = CliRunner().invoke(main, [str(word) for word in words])
        assert done.output.startswith(f"{said}\n"), done.exc_info
    assert loop.is_symlink()


@pytest.mark.slow
def test_a_site_may_stand_under_any_name(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(QUESTION + "a\n")
    words = ["build", "--bank", str(tmp_path / "a.md"), "--out", str(tmp_path / os.fsdecode(b"caf\xe9"))]
    done = subprocess.run([sys.executable, "-m", "generator", *words], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("day", ["abc", "-1", "1e9", "1.5", " 1", "٣", "9" * 30, "253402300800"])
def test_a_day_that_is_none_is_a_line(day: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(QUESTION + "a\n")
    words = ["build", "--bank", str(tmp_path / "a.md"), "--out", str(tmp_path / "site")]
    done = CliRunner().invoke(main, words, env={"SOURCE_DATE_EPOCH": day})
    assert (done.exit_code, len(done.stderr.splitlines())) == (1, 1)
    assert done.stderr.startswith("SOURCE_DATE_EPOCH: ")


@pytest.mark.slow
@pytest.mark.parametrize("sign", sorted({*"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~aא漢😀\t ", "\u2067", "\u0301", "\u200d"}))
def test_a_paragraph_of_24000_signs_of_any_kind_is_read_and_written(sign: str) -> None:
    """In one line, which is the worst there can be."""
    assert LONGEST_LINE >= 24_000
    start = time.process_time()
    file, problems = read_file("bank.md", f"{QUESTION}a {sign * 24_000} b\n".encode())
    (question,) = assemble([file])[0].questions
    markup.words(question, "")
    markup.page(question.answer, str)
    assert time.process_time() - start < 2
    assert not any("seconds" in str(each) for each in problems)


def test_an_answer_that_takes_too_long_is_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other questions are read all the same."""
    whole = passages.tokens

    def slow(text: str, *others: object) -> object:
        while "Endless" in text:
            pass
        return whole(text, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(passages, "SECONDS", 0.2)
    monkeypatch.setattr(passages, "tokens", slow)
    two = QUESTION.replace("1", "2")
    file, problems = read_file("bank.md", f"{QUESTION}Endless\n\n{two}b\n".encode())
    assert [str(each) for each in errors(problems)] == [
        "bank.md:1: reading this answer takes more than 0.2 seconds; look for a long run of the same character"
    ]
    assert [question.number for question in assemble([file])[0].questions] == [2]


CODE = f"{QUESTION}```perl\n{'s{' * 12_000}\n```\n"
"""Each sign of it begins something that Pygments looks for up to the end."""


def test_long_code_is_shown_without_colours_and_in_no_time() -> None:
    answer = assemble([read_file("bank.md", CODE.encode())[0]])[0].questions[0].answer
    start = time.process_time()
    shown = markup.page(answer, str)
    assert time.process_time() - start < 1
    assert "s{s{" in shown
    assert "<span" not in shown
    assert "<span" in markup.page((answer[0].but(text="$a = 1;"),), str)


@pytest.mark.parametrize("where", ["answer", "body", "page"])
def test_a_page_that_takes_too_long_is_a_line(where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(code, "MOST_COLOURED", 10**6)
    monkeypatch.setattr(limits, "SECONDS", 0.25)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/own.md").write_text("![" * 9_000 if where == "page" else "")
    body = CODE.replace("**Answer:**", "").replace("\n\n\n", "\n\n") + "\n**Answer:**\n\na\n"
    (tmp_path / "a.md").write_text({"answer": CODE, "body": body}.get(where, QUESTION + "a\n"))
    with pytest.raises(Failed) as failed:
        build(Options(banks=(tmp_path / "a.md",), out=tmp_path / "site", home=tmp_path, cache=tmp_path / "cache"))
    what = {"answer": "a.md:1: making /questions/1/", "body": "a.md:1: making the page of Q1"}
    said = what.get(where, "docs/own.md: making /own/")
    hint = "takes more than 0.25 seconds; look for a long run of the same character"
    assert [str(each) for each in failed.value.problems] == [f"{tmp_path}/{said} {hint}"]


def test_nothing_is_stopped_after_its_block(monkeypatch: pytest.MonkeyPatch) -> None:
    with limits.within(0.05):
        pass
    end = time.process_time() + 0.2
    while time.process_time() < end:
        pass
