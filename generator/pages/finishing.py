"""Puts into the built HTML of a question's page what would make rendering it dear, or again needed too often.

    <img src="diagram.svg" …>                        ->  the picture itself, for light and dark, wide and narrow
    href="…/901-950.md?plain=1" data-source="answer" ->  href="…/901-950.md?plain=1#L34" …

Without this a page is right already: any engine may build it. Doing it twice is the same as doing it once.
"""

import re

from generator.model import Question, Study

IMAGE = re.compile(r'<img\b[^>]*\bsrc="diagram\.svg"[^>]*>')
PAGE = re.compile(r"questions/([0-9]+)(?:\.md|/index\.html)")
SOURCE = re.compile(r'href="([^"#]*)(?:#L\d+)?" data-source="(answer|diagram)"')


def finish(html: str, path: str, study: Study) -> str:
    """The page of the site at `path`, such as "questions/901/index.html", with its picture and its sources' lines."""
    question = question_of(path, study)
    if question is None:
        return html
    drawing = study.drawings.get(question.number)
    if drawing:
        picture = drawing.inline.svg
        html = IMAGE.sub(lambda _: picture, html, count=1)
    lines = {"answer": question.answer_place.line, "diagram": drawing.diagram.place.line if drawing else 0}
    return SOURCE.sub(lambda found: _with_line(found, lines), html)


def question_of(path: str, study: Study) -> Question | None:
    """The question whose page is at a path of docs/ or of the site: "questions/901.md", "questions/901/index.html"."""
    found = PAGE.fullmatch(path)
    return study.bank.by_number.get(int(found[1])) if found else None


def _with_line(found: re.Match[str], lines: dict[str, int]) -> str:
    address, kind = found.groups()
    return f'href="{address}#L{max(lines[kind], 1)}" data-source="{kind}"'
