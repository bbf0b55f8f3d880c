r"""Formulas: which dollars hold one, as GitHub tells them, and what it looks like, in MathML.

$\mu = \frac{1}{n}$       -> <math><mi>μ</mi><mo>=</mo><mfrac>…</mfrac></math>
It costs $5, or $10.      -> text
"""

import re
from collections.abc import Callable
from functools import lru_cache
from html import escape, unescape
from xml.etree.ElementTree import Element as Node

from markdown_it.rules_inline import StateInline

_LONGEST = 3000
"""Characters of a formula that is still set."""
_TAGS_LIST = """
math mfrac mi mmultiscripts mn mo mover mpadded mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup
mtable mtd mtext mtr munder munderover menclose mphantom
"""
_TAGS = frozenset(_TAGS_LIST.split())
_ATTRIBUTES_LIST = """
accent accentunder columnalign columnspacing depth display displaystyle fence form height linethickness lspace
mathcolor mathvariant maxsize minsize notation rowspacing rspace scriptlevel separator stretchy width
"""
_ATTRIBUTES = frozenset(_ATTRIBUTES_LIST.split())
"""What may stand in a formula: no address, no style, no class."""
_ENVIRONMENTS = {
    "aligned": "align*",
    "alignedat": "align*",
    "gather": "align*",
    "gather*": "align*",
    "gathered": "align*",
}
"""Those that the library does not know, and the nearest that it does."""
_ENVIRONMENT = re.compile(r"(\\(?:begin|end)\{)(\w+\*?)\}")


def formula(rule: Callable[[StateInline, bool], bool], state: StateInline, silent: bool) -> bool:
    """Let the rule for formulas work only where no letter or digit touches the dollars from outside."""
    source, begin = state.src, state.pos
    if begin and (source[begin - 1].isalnum() or source[begin - 1] == "$"):
        return False
    end = source.find("$", begin + 1 + source.startswith("$$", begin))
    end += source.startswith("$$", begin)
    if end < 0 or source[end + 1 : end + 2].isalnum() or "`" in tex(source[begin : end + 1].strip("$")):
        return False
    return rule(state, silent)


def tex(content: str) -> str:
    """The formula between the dollars; GitHub takes backticks inside of them for a part of the mark."""
    inner = content.strip()
    return inner[1:-1].strip() if len(inner) > 2 and inner[0] == inner[-1] == "`" else inner


@lru_cache(maxsize=1 << 12)
def mathml(source: str, display: bool) -> str:
    """The formula in MathML; empty where it cannot be set."""
    from latex2mathml.converter import convert_to_element  # most banks have no formulas

    if len(source) > _LONGEST or not source or not _is_whole(source):
        return ""
    known = _ENVIRONMENT.sub(lambda match: f"{match[1]}{_ENVIRONMENTS.get(match[2], match[2])}}}", source)
    shown = "block" if display else "inline"
    try:
        written = "".join(_serialised(child) for child in convert_to_element(known, display=shown))
    except Exception:
        return ""
    if re.search(r"\\[a-zA-Z]", written):
        return ""
    marks = f'xmlns="http://www.w3.org/1998/Math/MathML" display="{shown}" alttext="{escape(" ".join(source.split()))}"'
    return f"<math {marks}>{written}</math>"


def _is_whole(source: str) -> bool:
    """Whether every brace is closed; the library drops what stands behind one that is not."""
    depth = 0
    for brace in re.findall(r"\\.|[{}]", source, re.DOTALL):
        depth += (brace == "{") - (brace == "}")
        if depth < 0:
            return False
    return depth == 0


def _serialised(node: Node) -> str:
    """A node of MathML as text, with nothing in it but what belongs into a formula."""
    inner = escape(unescape(node.text or ""), quote=False) + "".join(map(_serialised, node))
    if node.tag not in _TAGS:
        return inner
    if node.get("linebreak"):
        return '<mspace width="1em"></mspace>'  # as GitHub shows a line's end outside of a table
    marks = "".join(f' {name}="{escape(value)}"' for name, value in node.attrib.items() if name in _ATTRIBUTES)
    return f"<{node.tag}{marks}>{inner}</{node.tag}>"


def spoken(made: str) -> str:
    """The characters of a formula, in their order."""
    return unescape(re.sub(r"<[^>]*>", "", made))
