"""What belongs together stands on one line: cards over what they lead to, arrows in the middle, no two as one."""

from pathlib import Path

import pytest

from generator.drawing import forms
from generator.drawing.scene.geometry import Line, Point, Rect
from generator.drawing.scene.shapes import NARROW, WIDE, Box, Size, Stroke, Words
from generator.drawing.scene.trunks import parted
from tests.drawing import draw_files

IMPORTS = "from diagrams import Cluster, Diagram, Edge, Node\n\n"


class Made:
    """A picture in its form: its boxes by their words, its lines by what they join."""

    def __init__(self, folder: Path, code: str, size: Size) -> None:
        file = folder / "q1.py"
        file.write_text(IMPORTS + code, "utf-8")
        drawing, problems = draw_files([file])[file]
        assert drawing, problems
        scene = forms.scene(drawing.diagram, size)
        assert scene
        names = {node.id: node.label for node in drawing.diagram.nodes}
        self.shapes = scene.shapes
        self.boxes = {names[each.of]: each.rect for each in self.shapes if isinstance(each, Box) and each.of in names}
        ends = {edge.id: (names[edge.source], names[edge.target]) for edge in drawing.diagram.edges}
        self.lines = {
            ends[each.of]: each.points for each in self.shapes if isinstance(each, Stroke) and each.of in ends
        }

    def words(self, text: str) -> Rect:
        """Where a text stands."""
        return next(each.rect for each in self.shapes if isinstance(each, Words) and each.text == text)


CHAIN = """with Diagram("x", graph_attr={"form": "table"}):
    one, two = Node("One", side="left"), Node("Two", side="left")
    with Cluster("A", graph_attr={"columns": "a | long enough to need all of the room"}):
        first = Node("1")
    with Cluster("B", graph_attr={"columns": "b | long enough too"}):
        second = Node("2")
    one >> Edge(label="1. goes") >> two >> Edge(label="2. reads all of") >> first
    first >> Edge(label="3. becomes") >> second
"""


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=lambda size: size.name)
def test_an_arrow_down_a_chain_of_cards_runs_in_their_middle(size: Size, tmp_path: Path) -> None:
    made = Made(tmp_path, CHAIN, size)
    assert {point.x for point in made.lines["One", "Two"]} == {made.boxes["One"].centre.x}
    assert made.words("goes").x > made.boxes["One"].centre.x


def test_a_card_above_tables_is_as_wide_as_they_are(tmp_path: Path) -> None:
    made = Made(tmp_path, CHAIN, NARROW)
    sides = {(made.boxes[name].x, made.boxes[name].right) for name in ("One", "Two", "1", "2")}
    assert len(sides) == 1
    assert {point.x for point in made.lines["Two", "1"]} == {made.boxes["One"].centre.x}


ROWS = """with Diagram("x", graph_attr={"form": "table"}):
    with Cluster("A", graph_attr={"columns": "a | long enough to need all of the room"}):
        a, b, c = Node("a1"), Node("a2"), Node("a3")
    with Cluster("B", graph_attr={"columns": "b"}):
        d, e = Node("b1"), Node("b2")
    a >> Edge(label="maps") >> d
    b >> d
    c >> e
"""


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=lambda size: size.name)
def test_arrows_of_other_rows_to_other_rows_have_a_line_of_their_own(size: Size, tmp_path: Path) -> None:
    """Who leads to whom would be lost on one."""
    made = Made(tmp_path, ROWS, size)
    turns = {ends: line[1].x for ends, line in made.lines.items() if len(line) > 2}
    assert turns["a2", "b1"] != turns["a3", "b2"]
    assert turns.get(("a1", "b1"), turns["a2", "b1"]) == turns["a2", "b1"]


LAYERS = """with Diagram("x", graph_attr={"form": "layers"}):
    with Cluster("Here"):
        a, b = Node("A"), Node("B")
    with Cluster("A longer title"):
        c, d = Node("C"), Node("D")
    e = Node("E")
    a >> Edge(label="1. goes") >> c
    c >> Edge(label="2. on") >> d
    b >> Edge(label="3. far") >> e
"""


def test_arrows_between_layers_run_from_card_to_card_and_titles_make_room(tmp_path: Path) -> None:
    made = Made(tmp_path, LAYERS, NARROW)
    a, c, title = made.boxes["A"], made.boxes["C"], made.words("A longer title")
    assert made.lines["A", "C"] == (Point(a.centre.x, a.bottom), Point(c.centre.x, c.y))
    assert title.x > a.centre.x + 4
    assert made.lines["B", "E"][0] == Point(made.boxes["B"].right, made.boxes["B"].centre.y)


def test_cards_of_layers_with_as_many_cards_share_their_middles(tmp_path: Path) -> None:
    made = Made(tmp_path, LAYERS, WIDE)
    assert made.boxes["A"].centre.x == made.boxes["C"].centre.x
    assert made.boxes["B"].centre.x == made.boxes["D"].centre.x


def test_lines_past_titles_run_on_one_axis(tmp_path: Path) -> None:
    code = 'with Diagram("x", graph_attr={"form": "layers"}):\n'
    for title in ("One", "Middle one", "Observability"):
        code += f'    with Cluster("{title}"):\n        last = Node("{title[0]}")\n'
        code += "    before >> last\n" if title != "One" else ""
        code += "    before = last\n"
    code += '    last >> Edge(label="a label") >> Node("aside", side="right")\n'
    made = Made(tmp_path, code, NARROW)
    assert len({point.x for ends in (("O", "M"),) for point in made.lines[ends]}) == 1
    assert made.lines["O", "M"][0].x == made.lines["M", "O"][0].x


def test_a_card_that_nothing_leads_to_stands_right_before_the_next_one_in_its_lane(tmp_path: Path) -> None:
    code = 'with Diagram("x", graph_attr={"lanes": "A | B"}):\n    with Cluster("A"):\n'
    code += '        a, b = Node("a"), Node("b")\n    with Cluster("B"):\n'
    code += '        c, d, e = Node("c"), Node("d"), Node("e")\n    a >> b >> d\n    c >> d >> e\n'
    made = Made(tmp_path, code, NARROW)
    gaps = [made.boxes[low].y - made.boxes[up].bottom for up, low in ("ab", "cd", "de")]
    assert len(set(gaps)) == 1


def line(*points: tuple[float, float]) -> Line:
    return tuple(Point(*point) for point in points)


@pytest.mark.parametrize(
    ("drawn", "new", "rest"),
    [
        ([(0, 0), (50, 0), (50, 40)], [(0, 0), (50, 0), (50, -40)], [(41, 0), (50, 0), (50, -40)]),
        ([(0, 0), (50, 0), (50, 40)], [(0, 0), (80, 0), (80, 40)], [(41, 0), (50, 0), (80, 0), (80, 40)]),
        ([(0, 0), (50, 0), (50, 40), (80, 40)], [(0, 20), (50, 20), (50, 40), (80, 40)], [(0, 20), (50, 20), (50, 29)]),
        ([(0, 0), (80, 0)], [(0, 0), (0, 40)], [(0, 0), (0, 40)]),
    ],
    ids=["fork", "bar", "join", "corner"],
)
def test_what_lines_share_is_drawn_once(drawn: object, new: object, rest: object) -> None:
    found, *_ = parted(line(*new), [line(*drawn)])  # type: ignore[misc]
    assert found == line(*rest)  # type: ignore[misc]
