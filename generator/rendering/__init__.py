"""From pages as values to HTML by Jinja, or to Markdown for other engines; from hand-written Markdown to such pages."""

from generator.rendering.engine import Engine
from generator.rendering.policy import additions, widened
from generator.rendering.templates import folders
from generator.rendering.written import Written

__all__ = ["Engine", "Written", "additions", "folders", "widened"]
