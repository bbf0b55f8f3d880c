"""What the search is given: all that is visible, under names that change with it, the same from the same bank."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.search.bank import study
from generator.model import (
    Bank,
    Component,
    Diagram,
    Drawing,
    Edge,
    Edition,
    Element,
    Node,
    Picture,
    Question,
    Step,
    Study,
    Term,
    Topic,
)
from generator.problems import Place
from generator.search import files, read_glossary
from tests.conftest import SERIES

HERE = Place("bank/test.md", 1)


def small_study(answer: str = "Keep it in Redis.") -> Study:
    paragraph = Element("paragraph", children=(Element("text", answer),))
    question = Question(7, 'Cache "hot" keys & more', (), "caching", (paragraph,), answer, HERE, HERE)
    redis = Node("n1", "Redis", "hot keys", Component("redis", "Redis"), "", "")
    diagram = Diagram(
        7, "Caching", "", (Step(1, "The client asks first."),), (redis,),
        (Edge("e1", "n1", "n1", "evicts", 1, "main", "forward"),), (), "LR", HERE, "",
    )  # fmt: skip
    picture = Picture.of("<svg/>", 1, 1)
    drawing = Drawing(diagram, picture, picture, picture, picture, picture, "", ())
    topics = (Topic("caching", "Caching", "", (7,), HERE),)
    terms = (Term("Cache", "", ("memory", "Memory")), Term("Blockchain", "", ("web3",)))
    return Study(Bank("Bank", topics, (question,)), Edition("", "", "", "", 0), {7: drawing}, glossary=terms)


def loaded(made: dict[str, bytes], name: str) -> object:
    return json.loads(made[json.loads(made["assets/search/index.json"])[name]])


def test_a_question_is_its_number_title_topic_and_visible_answer():
    made = dict(files(small_study()))
    documents = loaded(made, "documents")
    assert documents["questions"] == [[7, 'Cache "hot" keys & more', 0, "Keep it in Redis."]]
    assert documents["topics"] == [["caching", "Caching"]]


def test_of_a_diagram_only_the_words_are_sent_that_the_page_lacks():
    diagrams = loaded(dict(files(small_study())), "diagrams")
    components, text = diagrams["questions"][0]
    words = text.split()
    assert [diagrams["components"][each] for each in components] == ["Redis"]
    assert "evicts" in words
    assert "client" in words
    assert not {"redis", "hot", "keys"} & set(words)


def test_only_names_are_sent_that_lead_to_a_question_and_none_twice():
    assert loaded(dict(files(small_study())), "documents")["synonyms"] == [["Cache", "memory"]]


def test_a_changed_answer_changes_the_name_of_the_documents_and_nothing_else_does():
    one, same, other = (set(files(each)) for each in (small_study(), small_study(), small_study("Elsewhere.")))
    assert one == same
    assert one != other


@pytest.mark.slow
def test_a_large_bank_is_sent_in_pieces_none_of_them_large():
    made = files(study(2001))
    assert max(map(len, made.values())) < 100_000
    folder = json.loads(made["assets/search/index.json"])["shards"]
    assert f"{folder}/index.json" in made
    assert sum("/texts-" in path for path in made) == 201


@pytest.mark.slow
def test_the_hash_seed_changes_nothing():
    code = (
        "from bench.search.bank import study; from generator.search import files; import hashlib;"
        "made = [sorted(files(study(size)).items()) for size in (1000, 2001)];"
        "print(hashlib.sha256(repr(made).encode()).hexdigest())"
    )
    root = Path(__file__).resolve().parent.parent
    seen = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=root, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


def glossary(folder: Path, text: str) -> Path:
    path = folder / "glossary.yml"
    path.write_text(text, "utf-8")
    return path


def test_terms_are_read_with_meaning_and_other_names(tmp_path: Path):
    path = glossary(tmp_path, "- term: CDN\n  means: Copies nearby.\n  also: [edge cache, 429]\n- {term: ACL}\n")
    assert read_glossary(path) == ((Term("ACL", ""), Term("CDN", "Copies nearby.", ("edge cache", "429"))), ())


def test_no_glossary_is_no_problem(tmp_path: Path):
    assert read_glossary(tmp_path / "glossary.yml") == ((), ())


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("- term: CDN\n- means: no name\n", 2, "this entry has no `term`"),
        ("- term: CDN\n  menas: Copies.\n", 1, "unknown key `menas`"),
        ("- term: CDN\n  also: {a: b}\n", 1, "`also` is not a list of names"),
        ("- term: [\n", 2, "is no YAML"),
        ("term: CDN\n", 1, "is not a list of terms"),
        ("- 7\n", 1, "this entry has no `term`"),
    ],
)
def test_a_mistake_in_the_glossary_is_told_with_its_line(tmp_path: Path, text: str, line: int, what: str):
    path = glossary(tmp_path, text)
    _, problems = read_glossary(path)
    assert [problem.place for problem in problems] == [Place(str(path), line)]
    assert what in str(problems[0])


def test_our_glossary_has_no_mistakes_and_no_name_means_itself():
    terms, problems = read_glossary(SERIES / "bank" / "glossary.yml")
    assert problems == ()
    assert len({term.name for term in terms}) == len(terms)
    assert not [term for term in terms if term.name in term.aliases]
    assert not [term for term in terms if not term.meaning and not term.aliases]
