r"""Find the mentions of other questions in answers, and tie them to the questions they mean.

>>> from generator.reading import assemble, read_file
>>> file, _ = read_file("bank.md", b"### Q1: A?\n\nSee Q2.\n\n### Q2: B?\n\nSee Q9.\n")
>>> bank, problems = link(assemble([file])[0])
>>> bank.by_number[1].references
(Reference(number=2, place=Place(file='bank.md', line=3), text='See Q2'),)
>>> str(problems[0])
'bank.md:7: warning: Q9 is not in this bank (1-2)'
"""

from generator.linking.keywords import text_keywords
from generator.linking.linking import link
from generator.linking.ordering import ordered
from generator.linking.related import related

__all__ = ["link", "ordered", "related", "text_keywords"]
