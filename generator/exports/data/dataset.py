"""Everything the site knows, as one JSON document with a published schema.

{"edition": {…}, "questions": [{"number": 901, "title": …, "answer_markdown": …, "diagram": {"nodes": …}}],
 "topics": [{"slug": …, "name": …, "questions": [901, …]}], "unresolved": [{"number": 329, "by": 905}]}
"""

import json
from pathlib import Path
from typing import Any

from generator import markup
from generator.exports.shared.selections import Selection
from generator.model import Diagram, Edge, Group, Node, Question, Study, Topic

_SCHEMA = Path(__file__).parent / "bank.schema.json"


def data(study: Study, selection: Selection) -> bytes:
    """The document, keys and lists in a fixed order. Questions are written one by one: all values at once are large."""
    above = {
        "$schema": _SCHEMA.name,
        "title": study.edition.site_name,
        "edition": {"date": study.edition.date, "commit": study.edition.commit, "url": study.edition.site_url},
    }
    questions = b", ".join(_json(_question(study, question)) for question in study.bank.questions)
    below = {
        "topics": [_topic(each) for each in study.bank.topics],
        "unresolved": [
            {"number": reference.number, "by": question.number, "text": reference.text}
            for question in study.bank.questions
            for reference in question.unresolved
        ],
    }
    return b'%b, "questions": [%b], %b\n' % (_json(above)[:-1], questions, _json(below)[1:])


def schema(study: Study, selection: Selection) -> bytes:
    """The JSON Schema that the document keeps to, known by its address where the site has one."""
    known = {**json.loads(_SCHEMA.read_text("utf-8")), "$id": f"{study.edition.site_url}api/{_SCHEMA.name}"}
    if not study.edition.site_url:
        known["$id"] = _SCHEMA.name
    return (json.dumps(known, ensure_ascii=False, indent=2) + "\n").encode()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _question(study: Study, question: Question) -> dict[str, Any]:
    drawing = study.drawings.get(question.number)
    address = study.edition.site_url
    words = markup.worded(study, question) if address else markup.words(question, "questions/")
    return {
        "number": question.number,
        "title": question.title,
        "topic": question.topic,
        "url": f"{address}questions/{question.number}/",
        "body_markdown": words.body,
        "answer_markdown": words.answer,
        "answer_text": words.text,
        "references": sorted({reference.number for reference in question.references}),
        "backlinks": list(study.bank.backlinks.get(question.number, ())),
        "related": [{"number": each.number, "why": each.why} for each in study.related.get(question.number, ())],
        "components": [component.name for component in drawing.diagram.components] if drawing else [],
        "diagram": _diagram(drawing.diagram) if drawing else None,
    }


def _diagram(diagram: Diagram) -> dict[str, Any]:
    return {
        "title": diagram.title,
        "caption": diagram.caption,
        "form": diagram.form or "flow",
        "steps": [step.text for step in diagram.steps],
        "nodes": [_node(node) for node in diagram.nodes],
        "edges": [_edge(edge) for edge in diagram.edges],
        "groups": [_group(group) for group in diagram.groups],
        "draft": diagram.draft,
        **_told(attributes=dict(diagram.attributes)),
    }


def _node(node: Node) -> dict[str, Any]:
    return {
        "id": node.id,
        "label": "\n".join(filter(None, (node.label, node.detail))),
        "component": node.component.name if node.component else None,
        "group": node.group or None,
        **_told(shape=node.shape, tone=node.tone, attributes=dict(node.attributes)),
    }


def _edge(edge: Edge) -> dict[str, Any]:
    """From and to as the arrow points, whichever way round its author wrote it."""
    (source, target), (tail, head) = edge.points, edge.ends
    if edge.arrows == "back":
        tail, head = head, tail
    return {
        "from": source,
        "to": target,
        "label": edge.label,
        "step": edge.step,
        "kind": edge.kind,
        "arrows": "forward" if edge.arrows == "back" else edge.arrows,
        **_told(from_group=tail, to_group=head, attributes=dict(edge.attributes)),
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "id": group.id,
        "label": group.label,
        "parent": group.parent or None,
        **_told(form=group.form, tone=group.tone, attributes=dict(group.attributes)),
    }


def _told(**values: object) -> dict[str, object]:
    """What is said; most cards and arrows have none of it."""
    return {name: value for name, value in values.items() if value}


def _topic(topic: Topic) -> dict[str, Any]:
    return {"slug": topic.slug, "name": topic.name, "questions": list(topic.numbers)}
