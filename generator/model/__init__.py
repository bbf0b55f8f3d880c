"""The values that every other module reads: the bank, its answers as trees, and its drawings.

Everything here is frozen and made of tuples, so that a value can be shared, compared, hashed and pickled. Nothing
here reads, draws or writes.
"""

from generator.model.bank import Bank, Element, Question, Reference, Topic
from generator.model.diagram import (
    DRAFT_MARK,
    HUES,
    Attributes,
    Component,
    Diagram,
    Drawing,
    Edge,
    Group,
    Node,
    Picture,
    Step,
)
from generator.model.naming import icon_path, is_elsewhere, name_at
from generator.model.page import Later, Page
from generator.model.study import Asset, Edition, Related, Study, Term, Worded
from generator.model.wording import ENGLISH, IN_ENGLISH, Forms, Wording

__all__ = [
    "DRAFT_MARK",
    "ENGLISH",
    "HUES",
    "IN_ENGLISH",
    "Asset",
    "Attributes",
    "Bank",
    "Component",
    "Diagram",
    "Drawing",
    "Edge",
    "Edition",
    "Element",
    "Forms",
    "Group",
    "Later",
    "Node",
    "Page",
    "Picture",
    "Question",
    "Reference",
    "Related",
    "Step",
    "Study",
    "Term",
    "Topic",
    "Worded",
    "Wording",
    "icon_path",
    "is_elsewhere",
    "name_at",
]
