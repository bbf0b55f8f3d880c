"""Find the mentions of other questions in answers, and tie them to the questions they mean.

text "(See Q905)."  -> text "(", reference 905 ["See Q905"], text ")."
text "(See Q329)."  -> text "(", unresolved 329 ["See Q329"], text ")."   and a warning with its line
"""

from generator.linking.keywords import text_keywords
from generator.linking.linking import link
from generator.linking.ordering import ordered
from generator.linking.related import related

__all__ = ["link", "ordered", "related", "text_keywords"]
