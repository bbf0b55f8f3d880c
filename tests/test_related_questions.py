"""What a page recommends to read next: from references, shared components and shared words, with a true reason."""

import pytest

from generator import languages, reading
from generator.linking import text_keywords
from generator.linking.related import related
from generator.model import Bank, Component, Diagram, Drawing, Edition, Node, Picture, Question, Reference, Study, Topic
from generator.problems import Place

HERE = Place("bank/test.md", 1)


def question(number: int, title: str, source: str = "", *, to: tuple[int, ...] = (), topic: str = "all") -> Question:
    references = tuple(Reference(each, HERE, f"Q{each}") for each in to)
    return Question(number, title, (), topic, (), source, HERE, HERE, references)


def study(*members: Question, uses: dict[int, tuple[str, ...]] | None = None) -> Study:
    topics = (Topic("all", "All", "", tuple(each.number for each in members), HERE),)
    drawings = {number: drawing(number, names) for number, names in (uses or {}).items()}
    return Study(Bank("Bank", topics, members), Edition("Site", "", "", "", 0), drawings)


def drawing(number: int, names: tuple[str, ...]) -> Drawing:
    nodes = tuple(Node(f"n{name}", name, "", Component(name.lower(), name), "", "") for name in names)
    diagram = Diagram(number, "", "", (), nodes, (), (), "LR", HERE, "")
    picture = Picture.of("<svg/>", 1, 1)
    return Drawing(diagram, picture, picture, picture, picture, picture, "", ())


def test_an_answer_that_refers_to_this_one_comes_first_and_says_so():
    found = related(study(question(1, "Sagas"), question(2, "Sagas, again"), question(3, "Something else", to=(1,))))
    assert (found[1][0].number, found[1][0].why) == (3, "refers to this")
    assert (found[3][0].number, found[3][0].why) == (1, "referred to here")


def test_shared_components_are_named_the_rarest_first():
    uses = {1: ("Lambda", "DynamoDB"), 2: ("Lambda", "DynamoDB"), 3: ("Lambda",), 4: ("Kafka",)}
    members = (question(1, "Apples"), question(2, "Pears"), question(3, "Plums"), question(4, "Figs"))
    found = related(study(*members, uses=uses))
    assert (found[1][0].number, found[1][0].why) == (2, "also uses DynamoDB and Lambda")
    assert 4 not in {each.number for each in found[1]}


def test_shared_words_are_named_as_they_are_written():
    members = (
        question(1, "Rate limiting per tenant"),
        question(2, "Rate limiting at the edge"),
        question(3, "Octrees"),
    )
    found = related(study(*members))
    assert [(each.number, each.why) for each in found[1]] == [(2, "same subject: Rate limiting")]
    assert 3 not in found


def test_references_to_questions_outside_the_bank_are_no_reason():
    assert related(study(question(1, "Sagas", to=(77,)), question(2, "Octrees", to=(77,)))) == {}


def test_a_question_is_never_related_to_itself_and_at_most_five_are_named():
    found = related(study(*(question(number, "Rate limiting per tenant") for number in range(1, 12))))
    assert set(found) == set(range(1, 12))
    assert all(len(each) == 5 and number not in {one.number for one in each} for number, each in found.items())


def test_the_order_of_the_drawings_changes_nothing():
    uses = {1: ("Lambda", "S3"), 2: ("S3", "Lambda"), 3: ("Lambda", "S3")}
    members = tuple(question(number, "Apples") for number in (1, 2, 3))
    backwards = dict(reversed(uses.items()))
    assert related(study(*members, uses=uses)) == related(study(*members, uses=backwards))


@pytest.mark.parametrize(
    ("language", "titles", "subject"),
    [
        ("de", ("Was ist ein Cluster?", "Wie wächst ein Cluster?"), {"Cluster"}),
        ("hi", ("किताब क्या है?", "एक किताब कैसे बनती है?"), {"किताब"}),
        ("ar", ("ما هو الفهرس؟", "كيف ما هو الفهرس؟"), {"الفهرس"}),
    ],
)
def test_words_that_tell_nothing_in_a_language_are_no_subject(
    language: str, titles: tuple[str, ...], subject: set[str]
) -> None:
    lines = "\n\n".join(f"### Q{number}: {title}\n\n…" for number, title in enumerate(titles, 1))
    bank, _ = reading.assemble([reading.read_file("bank.md", lines.encode())[0]])
    wording, _ = languages.load(language, None)
    assert set(text_keywords(bank.questions, wording.silent)[1]) == subject
