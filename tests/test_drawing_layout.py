"""Layouts are readable and nothing in them overlaps; the checks that say so fail when it is not so."""

import multiprocessing
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.drawing.layout import choosing, engine
from generator.drawing.layout.judging import checks
from generator.drawing.scene.geometry import Point, Rect
from generator.drawing.scene.scene import Route, Scene
from generator.drawing.scene.shapes import NARROW, WIDE
from generator.drawing.scene.text import wrap
from generator.model import Diagram, Edge, Node
from generator.problems import Place
from tests.conftest import SERIES, drawing_alone
from tests.drawing import draw_files


def wide(diagram: Diagram) -> Scene:
    return choosing.scene(diagram, "wide")


def narrow(diagram: Diagram) -> Scene:
    return choosing.scene(diagram, "narrow")


HEAD = "from diagrams import Cluster, Diagram, Edge, Node\nwith Diagram('x', show=False):\n"


@pytest.fixture(scope="module")
def ours() -> tuple[Diagram, ...]:
    """The diagrams of the series."""
    with drawing_alone() as cache:
        results = draw_files(sorted((SERIES / "diagrams").rglob("q*.py")), cache=cache)
    assert all(drawing for drawing, _ in results.values())
    return tuple(drawing.diagram for drawing, _ in results.values() if drawing)


@pytest.mark.slow
def test_nothing_overlaps_in_our_diagrams_and_all_text_is_readable(ours: tuple[Diagram, ...]) -> None:
    """8 pt at least when printed 165 mm wide; no overlap in any layout."""
    scenes = [choosing.scene(diagram, name) for diagram in ours for name in ("wide", "medium")]
    assert len(scenes) == 100
    assert [str(problem) for scene in scenes for problem in checks.problems(scene)] == []


def diagram(body: str, folder: Path) -> Diagram:
    """The diagram that a module with this body draws."""
    path = folder / "q7.py"
    path.write_text(HEAD + "".join(f"    {line}\n" for line in body.splitlines()), encoding="utf-8")
    drawing, problems = draw_files([path])[path]
    assert drawing, problems
    return drawing.diagram


def test_a_fan_out_prints_its_label_once(tmp_path: Path) -> None:
    scene = wide(diagram('Node("a") >> Edge(label="3. allowed") >> [Node("x"), Node("y"), Node("z")]', tmp_path))
    assert [(label.label.step, label.label.lines, label.edges) for label in scene.labels] == [
        (3, ("allowed",), ("e1", "e2", "e3"))
    ]
    assert len({route.pieces[0] for route in scene.routes}) == 1


@pytest.mark.slow
def test_siblings_stand_in_the_order_of_the_code(tmp_path: Path) -> None:
    body = 'with Cluster("workers"):\n    w = [Node(f"worker {i}") for i in range(4)]\nNode("a") >> w >> Node("b")'
    made = diagram(body, tmp_path)
    for scene, axis in ((wide(made), 1),):
        rows: dict[int, list[float]] = {}
        for card in scene.cards[:4]:
            rows.setdefault(round(card.rect.centre[1 - axis]), []).append(card.rect[axis])
        assert all(places == sorted(places) for places in rows.values())


@pytest.mark.slow
def test_a_wide_fan_is_folded_for_a_phone(tmp_path: Path) -> None:
    made = diagram('Node("a") >> [Node(f"a long name {i}") for i in range(9)]', tmp_path)
    assert narrow(made).width <= NARROW.flow


def test_a_line_that_only_fits_round_something_goes_round_it(tmp_path: Path) -> None:
    """An edge from the first to the last of a chain does not run through the cards between."""
    scene = wide(diagram('a = Node("a")\nb = Node("b")\nc = Node("c")\na >> b >> c\na >> c', tmp_path))
    assert checks.faults(scene) == []


def test_a_long_chain_keeps_to_the_page(tmp_path: Path) -> None:
    body = 'n = [Node(f"a card of step {i}") for i in range(9)]\n'
    body += 'for i in range(8):\n    n[i] >> Edge(label=f"{i + 1}. passes on") >> n[i + 1]'
    scene = wide(diagram(body, tmp_path))
    assert checks.faults(scene) == []
    assert scene.width <= WIDE.flow


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    [
        'a = Node("a")\na >> a\na >> Edge(label="1. again") >> a',
        'a, b = Node("a"), Node("b")\na >> Edge(label="1. to") >> b\nb >> Edge(label="2. from") >> a\na >> b\nb >> a',
        'a, b = Node("a"), Node("b")\na >> Edge(label="beside", constraint="false") >> b',
        'with Cluster("only"):\n    with Cluster("nested"):\n        with Cluster("deep"):\n            Node("a")',
        'with Cluster("empty"):\n    pass\nNode("a")',
        'a, b, c = Node("a"), Node("b"), Node("c")\na >> b >> c >> a',
        'Node("")',
        "n = [Node(str(i)) for i in range(40)]\nfor a, b in zip(n, n[1:]):\n    a >> b",
        'Node("Donaudampfschifffahrtsgesellschaftskapitän" * 3)\nNode("漢字" * 20)',
        'a = Node("a")\nfor i in range(25):\n    a >> Edge(label=f"{i}. step") >> Node(f"n{i}")',
    ],
)
def test_unusual_graphs_are_drawn(body: str, tmp_path: Path) -> None:
    made = diagram(body, tmp_path)
    for scene in (wide(made), narrow(made)):
        assert len(scene.cards) == len(made.nodes)
        assert len(scene.routes) == len(made.edges)
        overlaps = [fault for fault in checks.faults(scene) if "overlap" in fault or "leaves" in fault]
        assert overlaps == []


def broken() -> Iterator[tuple[str, Scene]]:
    """A sound layout, spoiled in one way each, with what the check should say."""
    nodes = (Node("n1", "a", "", None, "", ""), Node("n2", "b", "", None, "", ""), Node("n3", "c", "", None, "", ""))
    edges = (Edge("e1", "n1", "n2", "goes", 1, "main", "forward"), Edge("e2", "n2", "n3", "", None, "main", "forward"))
    made = Diagram(7, "t", "", (), nodes, edges, (), "LR", Place("q7.py"), "")
    sound = wide(made)
    assert list(checks.problems(sound)) == []
    first, second, third = sound.cards
    label = sound.labels[0]
    yield (
        "the card 'a' and the card 'b' overlap",
        replace(sound, cards=(replace(first, rect=second.rect), second, third)),
    )
    yield "the card 'b' and the label 'goes' overlap", replace(sound, labels=(replace(label, rect=second.rect),))
    start, end = Point(0, second.rect.centre.y), Point(third.rect.x, second.rect.centre.y)
    through = Route(edges[1], ((start, end),))
    yield "the edge n2-n3 runs through the card 'b'", replace(sound, routes=(sound.routes[0], through))
    across = Route(edges[1], ((Point(0, label.rect.centre.y), Point(third.rect.x, label.rect.centre.y)),))
    yield "the edge n2-n3 runs through the label 'goes'", replace(sound, routes=(sound.routes[0], across))
    outside = Rect(sound.width - 5, 0, 30, 10)
    yield "the label 'goes' leaves the picture", replace(sound, labels=(replace(label, rect=outside),))
    yield "text is 6.1 pt when printed 165 mm wide; 8 pt are the least", replace(sound, width=1000, name="medium")
    yield "text is 10.6 px on a phone of 360 px; 12 px are the least", replace(sound, width=400, name="narrow")


@pytest.mark.parametrize("message", [message for message, _ in broken()])
def test_the_checks_fail_when_a_layout_is_broken(message: str) -> None:
    scene = dict(broken())[message]
    problems = list(checks.problems(scene))
    assert any(message in problem.what for problem in problems), problems
    assert {problem.place.file for problem in problems} == {"q7.py"}


def test_long_words_break_between_what_they_are_made_of() -> None:
    """At a slash or an equals sign before an underscore or a hump; what is cut begins a line of its own."""
    assert wrap("at rest: DB_SECRET=/prod/db", 94, 13) == ("at rest:", "DB_SECRET=/", "prod/db")
    assert wrap("POST @connections/L0SM9", 94, 13) == ("POST", "@connections/", "L0SM9")
    assert wrap("DynamoDB", 50, 13) == ("Dynamo", "DB")


def test_an_arrow_that_does_not_constrain_is_the_way_back(tmp_path: Path) -> None:
    body = 'a, b = Node("a"), Node("b")\nb >> Edge(constraint="false") >> a\na >> b'
    cards = {card.node.label: card.rect for card in wide(diagram(body, tmp_path)).cards}
    assert cards["a"].right < cards["b"].x


def test_a_process_that_is_forked_after_the_first_layout_lays_out_too() -> None:
    """As where a bank has diagrams of its own, and so many drafts that several processes draw them."""
    graph = {"id": "root", "layoutOptions": {"elk.algorithm": "layered"}, "children": [{"id": "a"}], "edges": []}
    engine.lay(graph)
    worker = multiprocessing.get_context("fork").Process(target=engine.lay, args=(graph,))
    worker.start()
    worker.join(30)
    worker.kill()
    assert worker.exitcode == 0
