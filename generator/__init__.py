"""From a Markdown bank of questions and answers to an illustrated, searchable, printable study site.

Imports run one way only::

    problems <- model <- { reading, linking, drawing, pages, search, exports }
    everything above <- { rendering, writing } <- pipeline <- cli
"""
