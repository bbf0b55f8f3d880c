"""The author's own plugins and hooks of MkDocs, and how they come by the pages that we make.

    with invited(home) as guests:            None where mkdocs.yml names none but ours
        pages = guests.received(pages, …)    they see all files, and the text of each page
        html = guests.finished(page, html)   and each page when it is printed
        guests.left(files)                   and the finished folder; what they changed there comes back

A guest gets what MkDocs would give it, in the same order, with one exception: pages that are made of the bank are HTML
from the start, so their text is never given to it as Markdown.
"""

from generator.guests.hosting import Guests
from generator.guests.inviting import invited, met

__all__ = ["Guests", "invited", "met"]
