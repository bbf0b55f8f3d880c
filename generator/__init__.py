"""From a Markdown bank of questions and answers to an illustrated, searchable, printable study site.

Imports run one way only, as the table of rooms in `tests/test_architecture.py` has them::

    problems <- model <- { reading, linking, markup, drawing, pages, search, exports, rendering, publishing }
    all of them <- { preparing, site } <- pipeline <- { cli, plugin }
"""
