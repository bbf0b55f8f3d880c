"""XML documents, as programs read them: elements that hold text, and the bytes of a whole tree."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring


def add(parent: Element, tag: str, text: str) -> Element:
    """A new element with some text in it."""
    child = SubElement(parent, tag)
    child.text = text
    return child


def document(root: Element) -> bytes:
    """The document, one element per line."""
    indent(root)
    return b"<?xml version='1.0' encoding='utf-8'?>\n" + tostring(root, encoding="unicode").encode() + b"\n"
