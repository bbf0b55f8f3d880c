"""Mistakes in templates as problems, at the line of whichever template it went wrong in.

overrides/main.html:3: this template cannot be printed: unexpected '}'
"""

import traceback
from pathlib import Path

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError

from generator.problems import Place, Problem


def mistake(name: str, error: Exception) -> Problem:
    """What is wrong with a template, or with one that it extends or includes."""
    steps = [step for step in traceback.extract_tb(error.__traceback__) if step.filename.endswith(".html")]
    file, line = (steps[-1].filename, steps[-1].lineno or 0) if steps else (name, 0)
    if isinstance(error, TemplateSyntaxError):
        file, line = error.filename or file, error.lineno
    if isinstance(error, TemplateNotFound):
        return Problem(Place(near(file), line), f"there is no template {error.name}", "name one of overrides/")
    what = f"this template cannot be printed: {str(error).strip() or type(error).__name__}"
    return Problem(Place(near(file), line), what, "correct it, or delete the file to have the tool's own")


def unread(environment: Environment, folder: Path) -> tuple[Problem, ...]:
    """What is wrong in the templates of a folder, whether a page uses them or not."""
    found = []
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        try:
            environment.get_template(name)
        except (TemplateError, UnicodeDecodeError) as error:
            found.append(mistake(str(path), error))
    return tuple(found)


def near(file: str) -> str:
    """The path as the author knows it."""
    here = Path.cwd()
    return Path(file).relative_to(here).as_posix() if Path(file).is_relative_to(here) else file
