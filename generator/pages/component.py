"""The pages of the components that diagrams are made of: an index from A to Z, and for each where it is used.

components/index.md, components/<slug>.md  ->  /components/, /components/<slug>/
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from generator.model import Component, Drawing, Node, Page, Study, icon_path
from generator.pages.fields.excerpts import brief, shape
from generator.pages.fields.hues import hued
from generator.pages.fields.listing import address, paged, sheets

_COMPANIONS = 8
"""Components named as being used together with one."""


def pages(study: Study) -> Iterator[Page]:
    """The index and of each component's pages, if there are any."""
    if study.components:
        yield _index(study)
    for component, numbers in study.components.items():
        yield from _component(component, numbers, study)


def named(component: Component, drawing: Drawing) -> dict[str, str]:
    """Slug, name and, where there is one, icon of a component in a diagram that shows it."""
    icons = [icon_path(node.icon) for node in drawing.diagram.nodes if node.component == component]
    found = {"slug": component.slug, "name": component.name, "icon": next(filter(None, icons), "")}
    return {name: value for name, value in found.items() if value}


def uses(component: Component, study: Study) -> dict[str, dict[str, Any]]:
    """For each topic that uses a component: how many questions, which, and the address that shows the first of them."""
    found: dict[str, dict[str, Any]] = {}
    for place, number in enumerate(study.components[component]):
        topic = study.bank.by_number[number].topic
        path = f"{address(f'components/{component.slug}', place)}#{topic}"
        use = found.setdefault(topic, {"count": 0, "path": path, "questions": []})
        use["count"] += 1
        use["questions"].append(number)
    return found


def _index(study: Study) -> Page:
    entries = sorted(
        ({**named(each, _shown(each, study)), "count": len(used)} for each, used in study.components.items()),
        key=lambda entry: (_initial(entry), str(entry["name"]).casefold(), str(entry["slug"])),
    )
    fields = {
        "title": study.wording("Components"),
        "description": study.wording("What the diagrams are made of, from A to Z, and the questions that use each."),
        "letters": [{"letter": letter, "entries": list(some)} for letter, some in groupby(entries, key=_initial)],
        "count": len(entries),
        "amount": study.wording.count(len(entries), "{count} component", "{count} components"),
    }
    return Page("components/index.md", "components.html", fields)


def _initial(entry: dict[str, Any]) -> str:
    first = str(entry["name"])[:1].upper()
    return first if first.isalpha() else "#"


def _component(component: Component, numbers: Sequence[int], study: Study) -> Iterator[Page]:
    wording = study.wording
    amount = wording.count(len(numbers), "{count} question", "{count} questions")
    about = wording(
        "{component} in system design: {questions} whose diagram uses it.", component=component.name, questions=amount
    )
    for sheet in sheets(f"components/{component.slug}", numbers):
        fields = {
            "title": paged(component.name, sheet.number, wording),
            "description": about,
            "count": len(numbers),
            "icon": named(component, _shown(component, study)).get("icon"),
            "companions": _companions(component, numbers, study) if sheet.number == 1 else None,
            "sheet": sheet.number,
            "pager": sheet.pager,
            "topics": _by_topic(component, sheet.entries, study),
        }
        yield Page(sheet.path, "component.html", fields)


def _use(component: Component, number: int, study: Study) -> dict[str, Any]:
    """A question, and what the component does in its diagram."""
    drawing = study.drawings[number]
    roles = [_role(node) for node in drawing.diagram.nodes if node.component == component]
    said = list(dict.fromkeys(role for role in roles if role != component.name))
    return {**brief(study.bank.by_number[number]), "roles": said, "picture": shape(drawing)}


def _role(node: Node) -> str:
    return f"{node.label} ({node.detail})" if node.detail else node.label


def _by_topic(component: Component, numbers: Sequence[int], study: Study) -> list[dict[str, Any]]:
    """The uses below their topics."""
    found: dict[str, dict[str, Any]] = {}
    for number in numbers:
        topic = study.bank.topic_of(study.bank.by_number[number])
        rows = found.setdefault(topic.slug, {**hued(topic, study.bank), "entries": []})
        rows["entries"].append(_use(component, number, study))
    return list(found.values())


def _companions(component: Component, numbers: Sequence[int], study: Study) -> list[dict[str, Any]]:
    """What is most often drawn together with the component."""
    seen = Counter(
        other for number in numbers for other in study.drawings[number].diagram.components if other != component
    )
    most = sorted(seen.items(), key=lambda item: (-item[1], item[0].slug))[:_COMPANIONS]
    return [{**named(other, _shown(other, study)), "count": count} for other, count in most]


def _shown(component: Component, study: Study) -> Drawing:
    """The first diagram with a component."""
    return study.drawings[study.components[component][0]]
