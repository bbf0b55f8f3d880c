"""From an answer's elements to text, portable Markdown and HTML: the same words in each.

`href` gives the address of a question: `lambda number: f"../{number}/"`.
"""

from generator.markup.bank import write
from generator.markup.gfm import gfm
from generator.markup.html import html, page
from generator.markup.text import text
from generator.markup.words import prose, tree, worded, words

__all__ = ["gfm", "html", "page", "prose", "text", "tree", "worded", "words", "write"]
