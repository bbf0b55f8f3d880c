"""From a study to the documents that the browser indexes, as compact JSON under names that change with them.

    assets/search/index.json           {"documents": "assets/search/documents-1f0c….json", "diagrams": "…"}
    assets/search/documents-1f0c….json {"topics": [["serverless", "Serverless"]], "synonyms": [["Kubernetes", "k8s"]],
                                        "questions": [[901, "Design a …", 0, "Trigger: S3 …"], …]}
    assets/search/diagrams-77ab….json  {"components": ["S3"], "questions": [[[0], "resizer original"], null, …]}

A question is its number, title, topic and visible answer with a line for each block: the same text serves as index
and as what results show. What only its diagram says, components and words that the page's own text lacks, comes after
the first results, for few need it.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec.json import encode

from generator.markup import text, worded
from generator.model import Diagram, Question, Study
from generator.search.glossary import useful_names
from generator.search.shards import pieces
from generator.search.words import affixes

_FOLDER = "assets/search"
_POINTER = f"{_FOLDER}/index.json"
_WHOLE = 2000
"""Questions up to which the documents are sent whole: more to begin with, then nothing more to wait for. A larger bank
is sent in pieces (generator/search/shards.py): some 50 KB to the first result at any size."""

_WORD = re.compile(r"\w+")


def files(study: Study) -> Mapping[str, bytes]:
    """All files of the search, by their path on the site; UTF-8 JSON."""
    documents, diagrams = documents_of(study), diagrams_of(study)
    if len(study.bank.questions) > _WHOLE:
        made = {name: encode(value) for name, value in pieces(documents, diagrams).items()}
        folder = f"{_FOLDER}/{_hash(*made.values())}"
        return {_POINTER: encode({"shards": folder})} | {f"{folder}/{name}.json": data for name, data in made.items()}
    made = {"documents": encode(documents), "diagrams": encode(diagrams)}
    paths = {name: f"{_FOLDER}/{name}-{_hash(data)}.json" for name, data in made.items()}
    return {_POINTER: encode(paths)} | {paths[name]: data for name, data in made.items()}


def documents_of(study: Study) -> dict[str, Any]:
    """What the pages say: topics, questions, and names for the same thing."""
    topics = {topic.slug: place for place, topic in enumerate(study.bank.topics)}
    questions = [[each.number, each.title, topics[each.topic], _answer(each, study)] for each in study.bank.questions]
    texts = [f"{title}\n{answer}" for _, title, _, answer in questions]
    taken = affixes(texts)
    names = (component.name for component in study.components)
    return {
        "topics": [[topic.slug, topic.name] for topic in study.bank.topics],
        "synonyms": useful_names(study.glossary, (*names, *texts)),
        "questions": questions,
        **({"affixes": taken} if taken else {}),
    }


def diagrams_of(study: Study) -> dict[str, Any]:
    """What only the diagrams say; null for a question that has none."""
    places = {component: place for place, component in enumerate(study.components)}
    questions: list[list[Any] | None] = []
    for question in study.bank.questions:
        drawing = study.drawings.get(question.number)
        if drawing:
            shown = [places[component] for component in drawing.diagram.components]
            questions.append([shown, _words_only_in(drawing.diagram, f"{question.title} {_answer(question, study)}")])
        else:
            questions.append(None)
    return {"components": [component.name for component in places], "questions": questions}


def _answer(question: Question, study: Study) -> str:
    """The visible answer, one line per block, without the blanks that only lay out."""
    answer = worded(study, question).text
    whole = f"{text(question.body)}\n{answer}" if question.body else answer
    lines = (" ".join(line.split()) for line in whole.splitlines())
    return "\n".join(line for line in lines if line)


def _words_only_in(diagram: Diagram, known: str) -> str:
    """The words of a diagram that the page's own text lacks, each once, in the order of the picture."""
    parts: Iterable[str] = (
        *(f"{node.label} {node.detail}" for node in diagram.nodes),
        *(group.label for group in diagram.groups),
        *(edge.label for edge in diagram.edges),
        *(step.text for step in diagram.steps),
        diagram.caption,
    )
    seen = set(_WORD.findall(known.lower()))
    fresh = (word for word in _WORD.findall(" ".join(parts).lower()) if word not in seen)
    return " ".join(dict.fromkeys(fresh))


def _hash(*data: bytes) -> str:
    """Names files by what is in them; the length of each part keeps their borders apart."""
    return hashlib.blake2b(b"".join(b"%d:%b" % (len(each), each) for each in data), digest_size=6).hexdigest()
