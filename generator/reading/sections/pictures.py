"""Pictures keep the name of their file and their line, for introductions of many files become one."""

from dataclasses import replace

from generator.model import Element, Question, is_elsewhere
from generator.reading.sections.sections import FileTopics


def located(found: FileTopics, name: str) -> FileTopics:
    """What a file holds, its name and the line in each picture."""

    def at(blocks: tuple[Element, ...], line: int, far: bool = False) -> tuple[Element, ...]:
        return tuple(placed(block, name, line, far) for block in blocks)

    def shown(question: Question) -> Question:
        line = question.place.line
        return replace(
            question,
            heading=at(question.heading, line),
            body=at(question.body, line),
            solution=at(question.solution, line),
            answer=at(question.answer, line),
        )

    return found.over(shown, (replace(each, blocks=at(each.blocks, each.line, far=True)) for each in found.topics))


def placed(element: Element, name: str, line: int, far: bool) -> Element:
    """An element whose pictures, those of other sites only with `far`, know the file and the line they stand in."""
    if element.kind == "image" and (far or not is_elsewhere(str(element.get("src")))):
        return element.but(attributes=(*element.attributes, ("of", name), ("at", line + element.line)))
    return element.over(lambda child: placed(child, name, line, far))
