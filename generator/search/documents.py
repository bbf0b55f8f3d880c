"""From a study to the documents that the browser indexes, as compact JSON under a name that changes with them.

    assets/search/index.json           {"documents": "assets/search/documents-1f0c….json"}
    assets/search/documents-1f0c….json {"topics": [["serverless", "Serverless"]], "components": ["Amazon S3"],
                                        "synonyms": [["Kubernetes", "k8s"]],
                                        "questions": [[901, "Design a …", 0, [0], "Trigger: S3 …", "resizer original"]]}

A question is its number, title, topic, components, visible answer with a line for each block, and the words that only
its diagram has. The same text serves as index and as what results show.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator.cache import digest
from generator.markup import text
from generator.model import Diagram, Question, Study
from generator.search.glossary import useful_names

FOLDER = "assets/search"

_WORD = re.compile(r"\w+")


def files(study: Study) -> Mapping[str, bytes]:
    """All files of the search, by their path on the site; UTF-8 JSON."""
    documents = _json(_documents(study))
    path = f"{FOLDER}/documents-{digest(documents)[:12]}.json"
    return {f"{FOLDER}/index.json": _json({"documents": path}), path: documents}


def _documents(study: Study) -> dict[str, Any]:
    topics = {topic.slug: place for place, topic in enumerate(study.bank.topics)}
    components = {component: place for place, component in enumerate(study.components)}
    questions = []
    for question in study.bank.questions:
        drawing = study.drawings.get(question.number)
        shown = drawing.diagram.components if drawing else ()
        answer = _answer(question)
        extra = _words_only_in(drawing.diagram, f"{question.title} {answer}") if drawing else ""
        places = [components[component] for component in shown]
        questions.append([question.number, question.title, topics[question.topic], places, answer, extra])
    names = [component.name for component in components]
    return {
        "topics": [[topic.slug, topic.name] for topic in study.bank.topics],
        "components": names,
        "synonyms": useful_names(study.glossary, _vocabulary([names, questions])),
        "questions": questions,
    }


def _answer(question: Question) -> str:
    """The visible answer, one line a block, without the blanks that only lay out."""
    lines = (" ".join(line.split()) for line in text(question.answer).splitlines())
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


def _vocabulary(value: object) -> frozenset[str]:
    """All words, in lower case, anywhere in nested lists of texts."""
    if isinstance(value, str):
        return frozenset(_WORD.findall(value.lower()))
    if isinstance(value, list):
        return frozenset().union(*map(_vocabulary, value))
    return frozenset()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
