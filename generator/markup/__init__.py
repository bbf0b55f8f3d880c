"""From an answer's elements to text, portable Markdown and HTML: the same words in each.

`href` gives the address of a question: `lambda number: f"../{number}/"`.
"""

from generator.markup.answers import bodies, markdown, texts
from generator.markup.bank import write
from generator.markup.gfm import gfm
from generator.markup.html import html, page
from generator.markup.text import text

__all__ = ["bodies", "gfm", "html", "markdown", "page", "text", "texts", "write"]
