"""Makes a first draft of a diagram from the structure of an answer, as a module to go on from and as a Diagram.

The question stands on the left, the parts of the answer follow: one after the other where the answer numbers them, else
side by side; what arrows join in a part's text follows the part. Nothing is said that the answer does not say.
"""

import keyword
import re
import unicodedata
from textwrap import wrap

from generator.drawing.drafts.forming import formed
from generator.drawing.drafts.sketching import Arrow, Card, Sketch
from generator.drawing.drafts.structure import Structure, Subject, structure
from generator.drawing.drafts.titles import subject
from generator.drawing.icons import components, concepts
from generator.drawing.icons.lexicon import Shown, find, picture
from generator.drawing.icons.plain import path
from generator.model import DRAFT_MARK, IN_ENGLISH, Diagram, Edge, Node, Question, Step, Wording
from generator.problems import Place

_MARK = f"{DRAFT_MARK}made from the answer's structure; take this line away when the picture is yours."
_CAPTION = "A first draft: the parts of the answer, in its words and its order."
_MOST = 14
_DETAIL = 64


def draft(question: Question) -> str | None:
    """A runnable module to begin from; None where the answer gives nothing to draw."""
    made = _sketch(question, begun=True)
    return _module(question, made) if made else None


def blank(question: Question) -> str:
    """A module to begin from where the answer gives nothing to draw."""
    step = "The first thing that happens."
    cards = (Card("Client", "", picture("client")), Card(subject(question.title), "", None))
    return _module(question, Sketch(cards, (Arrow(0, 1, 1),), (step,)))


def drafted(question: Question, wording: Wording = IN_ENGLISH) -> Diagram | None:
    """The diagram that the draft's module draws, without running it."""
    made = _sketch(question)
    if made is None:
        return None
    caption = wording(_CAPTION)
    code = _module(question, made, caption)
    line = code.splitlines().index(_opening(question, made)) + 1
    return Diagram(
        question.number,
        _title(question),
        caption,
        tuple(Step(number, text) for number, text in enumerate(made.steps, 1)),
        tuple(_node(index, card) for index, card in enumerate(made.cards, 1)),
        tuple(_edge(index, arrow) for index, arrow in enumerate(made.arrows, 1)),
        (),
        "LR",
        Place(f"q{question.number}.py", line),
        code,
        draft=True,
        form=made.form,
        attributes=made.attributes,
    )


def _sketch(question: Question, begun: bool = False) -> Sketch | None:
    """What a draft shows; None where the answer gives nothing to draw.

    One that an author begins with may say less than a list, or cut its items short; one that is shown unasked may not.
    """
    found = structure(question, cut=begun)
    made = formed(question, found.parts if found else ())
    if made or found is None:
        return made
    title = question.title
    cards = [Card(subject(title), "", _shown(subject(title)))]
    arrows: list[Arrow] = []
    steps: list[str] = []
    last = 0
    for part in found.parts:
        position = len(cards)
        chain = part.chain if position + 1 + len(part.chain) <= _MOST else ()
        cards.append(_card(part, chain))
        steps.append(part.sentence)
        arrows.append(Arrow(last, position, len(steps)))
        _follow(cards, arrows, [name for name in chain if name.lower() != part.label.lower()])
        last = position if found.ordered else 0
    return Sketch(tuple(cards), tuple(arrows), tuple(steps)) if begun or _worth(found, cards) else None


def _worth(found: Structure, cards: list[Card]) -> bool:
    """Whether a picture says more than the list it comes from."""
    return found.ordered or len(cards) > 3 or any(card.shown for card in cards)


def _card(part: Subject, chain: tuple[str, ...]) -> Card:
    """A part's card, with the technologies of its text that stand neither in its name nor on the cards behind it."""
    told = {part.label.lower(), *(name.lower() for name in chain)}
    technologies = [name for name, _ in find(part.text) if not any(name.lower() in each for each in told)]
    own = chain or find(part.label)
    return Card(
        part.label,
        ", ".join(technologies[:2]) or _short(part),
        _shown(part.label) if own else _shown(part.text, part.label),
    )


def _short(part: Subject) -> str:
    """The first sentence of a part without arrows, if it is short enough for a card."""
    first = re.split(r"[.;:!?](?:\s|$)", part.text, maxsplit=1)[0].strip()
    return "" if part.chain or len(first) > _DETAIL or first.startswith("(") else first


def _follow(cards: list[Card], arrows: list[Arrow], chain: list[str]) -> None:
    """Add what arrows join in a part's text, one behind the other, behind the last card."""
    for name in chain:
        cards.append(Card(name, "", _shown(name)))
        arrows.append(Arrow(len(cards) - 2, len(cards) - 1, None))


def _shown(text: str, label: str = "") -> Shown | None:
    """The first technology in a text, else an icon for what the label is about."""
    technologies = find(text)
    return technologies[0][1] if technologies else picture(label or text)


def _title(question: Question) -> str:
    return " ".join(question.title.split()).rstrip(".?! ") or question.label


def _node(index: int, card: Card) -> Node:
    icon, component, shown = "", None, card.shown
    if shown and not shown.module:
        icon, component = shown.icon, concepts.find(shown.icon).component
    elif shown:
        icon, component = components.icon_of(shown.module, shown.kind, f"{shown.icon}.png")
    return Node(f"n{index}", card.label, card.detail, component, icon, "", attributes=card.attributes)


def _edge(index: int, arrow: Arrow) -> Edge:
    ends = f"n{arrow.source + 1}", f"n{arrow.target + 1}"
    return Edge(f"e{index}", *ends, arrow.label, arrow.step, "main", "forward")


def _module(question: Question, made: Sketch, caption: str = _CAPTION) -> str:
    """The text of the module."""
    lines = [_MARK, f'"""{_plain(_title(question))}.', "", caption, ""]
    for number, text in enumerate(made.steps, 1):
        lines += wrap(
            f"{number}. {_plain(text)}", 110, subsequent_indent="   ", break_long_words=False, break_on_hyphens=False
        )
    lines += ['"""', "", *_imports(made), "", _opening(question, made)]
    names = _names(made)
    for name, card in zip(names, made.cards, strict=True):
        label = _quoted(f"{card.label}\n{card.detail}" if card.detail else card.label)
        kind, more = _class(card.shown)
        more += "".join(f", {name}={_quoted(value)}" for name, value in card.attributes)
        lines.append(f"    {name} = {kind}({label}{more})")
    lines.append("")
    for arrow in made.arrows:
        label = f"{arrow.step}. {arrow.label}".strip()
        edge = f"Edge(label={_quoted(label)}) >> " if arrow.step else ""
        lines.append(f"    {names[arrow.source]} >> {edge}{names[arrow.target]}")
    return "\n".join([*lines, ""])


def _opening(question: Question, made: Sketch) -> str:
    """The line that begins the diagram."""
    given = ", ".join(f"{_quoted(name)}: {_quoted(value)}" for name, value in (("form", made.form), *made.attributes))
    more = f", graph_attr={{{given}}}" if made.form else ""
    return f"with Diagram({_quoted(_title(question))}, show=False{more}):"


def _class(shown: Shown | None) -> tuple[str, str]:
    if shown is None:
        return "Node", ""
    return (shown.name, "") if shown.module else ("Custom", f", {_quoted(path(shown.icon))}")


def _imports(made: Sketch) -> list[str]:
    basics = {"Diagram", "Edge"} | ({"Node"} if any(card.shown is None for card in made.cards) else set())
    wanted: dict[str, set[str]] = {"diagrams": basics}
    for card in made.cards:
        if card.shown:
            module, name = (card.shown.module, card.shown.name) if card.shown.module else ("diagrams.custom", "Custom")
            wanted.setdefault(module, set()).add(name)
    return [f"from {module} import {', '.join(sorted(names))}" for module, names in sorted(wanted.items())]


def _names(made: Sketch) -> list[str]:
    """A variable for each card, from its label."""
    taken = {card.shown.name for card in made.cards if card.shown} | {"Custom", "Diagram", "Edge", "Node"}
    names: list[str] = []
    for card in made.cards:
        word = "_".join(re.findall(r"[a-z0-9]+", _unaccented(card.label))[:3]) or "part"
        word = f"part_{word}" if word[0].isdigit() or keyword.iskeyword(word) else word
        name, count = word, 2
        while name in taken:
            name, count = f"{word}_{count}", count + 1
        taken.add(name)
        names.append(name)
    return names


def _plain(text: str) -> str:
    """Text that may stand in a docstring."""
    return text.replace("\\", "\\\\").replace('"""', r"\"\"\"")


def _quoted(text: str) -> str:
    """Text as a Python string in double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _unaccented(label: str) -> str:
    """A label in small letters without accents, as far as names in code have them."""
    return unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
