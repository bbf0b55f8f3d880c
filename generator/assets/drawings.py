"""SVG, of which only what draws is kept: no script, no handler, no page within the picture, nothing from elsewhere."""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element as Node

_SVG, _XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
_DRAWING_LIST = """
a circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur
feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter
g image line linearGradient marker mask metadata path pattern polygon polyline radialGradient rect stop style svg switch
symbol text textPath title tspan use view
"""
_DRAWING = frozenset(_DRAWING_LIST.split())
"""Elements that draw; animations may set any attribute, and so do not belong to them."""
_OUTSIDE = re.compile(r"url\(\s*+['\"]?+\s*+(?!#)|@import|expression\s*\(|javascript:|-moz-binding", re.IGNORECASE)
"""What in a style reaches beyond the picture."""
_LENGTH = re.compile(r"\s*([0-9.]+)\s*(px|pt|mm|cm|in|em|ex|pc)?\s*$")
_UNITS = {
    None: 1.0,
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
    "em": 16.0,
    "ex": 8.0,
}
_DEEPEST = 200
"""Levels of elements within each other."""


class Unreadable(Exception):
    """A file that is no SVG, or none that is safe to read."""


def clean(data: bytes) -> tuple[bytes, int, int]:
    """The SVG without what does not draw, and its size in pixels. Raises Unreadable."""
    from defusedxml.ElementTree import fromstring  # loaded by the first drawing

    try:
        root: Node = fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise Unreadable(str(error)) from error
    if root.tag not in (f"{_SVG}svg", "svg"):
        raise Unreadable("no svg")
    _clear(root, 0)
    width, height = _size(root)
    root.set("width", str(width))
    root.set("height", str(height))
    ElementTree.register_namespace("", _SVG[1:-1])
    ElementTree.register_namespace("xlink", _XLINK[1:-1])
    return ElementTree.tostring(root, "utf-8"), width, height


def _clear(node: Node, depth: int) -> None:
    """Take from a node all that does not draw."""
    if depth > _DEEPEST:
        raise Unreadable("too deep")
    for name in list(node.attrib):
        if not _is_harmless(name, node.attrib[name]):
            del node.attrib[name]
    if str(node.tag).removeprefix(_SVG) == "style" and _OUTSIDE.search(_plain(node.text or "")):
        node.text = ""
    for child in list(node):
        if isinstance(child.tag, str) and child.tag.removeprefix(_SVG) in _DRAWING:
            _clear(child, depth + 1)
        else:
            node.remove(child)


def _is_harmless(name: str, value: str) -> bool:
    """Whether an attribute neither runs nor loads anything."""
    bare = name.rpartition("}")[2].lower()
    if bare.startswith("on") or bare == "base":
        return False
    if bare in ("href", "src"):
        inner = re.sub(r"\s", "", value).lower()
        return inner.startswith("#") or bool(re.match(r"data:image/(?:png|jpe?g|gif|webp);base64,", inner))
    return not _OUTSIDE.search(_plain(value))


def _plain(style: str) -> str:
    """A style without the escapes and remarks that could hide a word in it."""
    bare = re.sub(r"/\*.*?(?:\*/|\Z)", "", style, flags=re.DOTALL)
    return re.sub(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)", lambda m: chr(int(m[1], 16) % 0x110000) if m[1] else m[2], bare)


def _size(root: Node) -> tuple[int, int]:
    """Width and height in pixels, from the picture's own or else from its view box."""
    box = [float(each) for each in re.findall(r"-?[0-9.]+", root.get("viewBox", ""))[:4]]
    sizes = []
    for name, place in (("width", 2), ("height", 3)):
        match = _LENGTH.match(root.get(name, ""))
        known = float(match[1]) * _UNITS[match[2]] if match else 0.0
        sizes.append(known or (box[place] if len(box) == 4 else 0.0))
    width, height = sizes
    if len(box) == 4 and box[2] > 0 < box[3]:
        width = width or height * box[2] / box[3]
        height = height or width * box[3] / box[2]
    return max(1, min(round(width) or 300, 10_000)), max(1, min(round(height) or 150, 10_000))
