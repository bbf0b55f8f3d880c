"""Finds in a title the thing that a question is about."""

import re

_QUESTION = re.compile(r"(?:is|are|was|does|do|did|can|why|when|which|who|where|what|how)\b", re.IGNORECASE)
_ASKING = re.compile(
    r"^(?:how (?:to|do you|would you|can you)|what (?:is|are)|explain|describe|design|build|implement|create)"
    rf"\s+(?:an?\s+|the\s+)?|^(?!{_QUESTION.pattern})[a-z]+\s+(?:an?|the)\s+",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\s+(?:using|with|without|for|that|which|in|on|under|across|behind|from|and (?:how|what|why|when))\b"
    r"|\s+(?:\(|–|-)",
    re.IGNORECASE,
)
"""Where the words after a title's subject begin."""
_WORKS = re.compile(r"^(?:how does|what does)\s+(?:an?\s+|the\s+)?(.+?)\s+(?:works?|means?)$", re.IGNORECASE)
_JOINT = re.compile(r"\s+(?:of|and|or|to|by|as|at|into)\b", re.IGNORECASE)
_WORDS, _ASKED = 7, 9
"""Words of a title's subject, and of a whole question, that a card has room for."""


def subject(title: str) -> str:
    """The thing that a question is about: "Design a URL shortener using X." -> "URL shortener"."""
    whole = " ".join(title.split()).rstrip(".?! ")
    text = _ASKING.sub("", _WORKS.sub(r"\1", whole))
    if _QUESTION.match(text):
        words = text.split()
        text = text if len(words) <= _ASKED else " ".join((*words[: _ASKED - 1], "…"))
    else:
        text = _MORE.split(text, maxsplit=1)[0].strip()
        text = text if len(text.split()) <= _WORDS else _JOINT.split(" ".join(text.split()[:5]), maxsplit=1)[0]
    return text[0].upper() + text[1:] if text else "Question"
