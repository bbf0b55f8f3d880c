r"""From an answer's elements to text, portable Markdown and HTML: the same words in each.

`href` gives the address of a question.

>>> from generator.model import Element
>>> see = Element("reference", children=(Element("text", "See Q905"),), attributes=(("number", 905),))
>>> answer = (Element("paragraph", children=(Element("text", "A List<Order>. "), see)),)
>>> text(answer)
'A List<Order>. See Q905'
>>> html(answer, lambda number: f"../{number}/")
'<p>A List&lt;Order&gt;. <a class="ref" href="../905/">See Q905</a></p>'
>>> gfm(answer, lambda number: f"../{number}/")
'A List\\<Order>. [See Q905](../905/)'
"""

from generator.markup.gfm import gfm
from generator.markup.html import html, page
from generator.markup.text import text
from generator.markup.words import prose, tree, worded, words

__all__ = ["gfm", "html", "page", "prose", "text", "tree", "worded", "words"]
