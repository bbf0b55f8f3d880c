"""What belongs together stands on one line: cards over what they lead to, arrows in the middle, no two as one."""

import re
from pathlib import Path

import pytest

from generator.drawing import forms
from generator.drawing.layout import choosing
from generator.drawing.layout.tidying.frame_titles import spotted
from generator.drawing.scene.geometry import Line, Point, Rect, cuts, segments
from generator.drawing.scene.scene import Frame, Scene
from generator.drawing.scene.shapes import MEDIUM, NARROW, SIZES, WIDE, Box, Dot, Size, Stroke, TextLine
from generator.drawing.scene.trunks import parted
from generator.model import Group
from tests.drawing import draw_files, drawn


class Made:
    """A picture in its form: its boxes by their words, its lines by what they join."""

    def __init__(self, code: str, size: Size) -> None:
        drawing, problems = drawn(code)
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
        return next(each.rect for each in self.shapes if isinstance(each, TextLine) and each.text == text)


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
def test_an_arrow_down_a_chain_of_cards_runs_in_their_middle(size: Size) -> None:
    made = Made(CHAIN, size)
    assert {point.x for point in made.lines["One", "Two"]} == {made.boxes["One"].centre.x}
    assert made.words("goes").x > made.boxes["One"].centre.x


def test_a_card_above_one_of_two_tables_is_as_wide_and_stands_over_it() -> None:
    made = Made(CHAIN, MEDIUM)
    assert made.boxes["1"].right < made.boxes["2"].x
    for name in ("One", "Two"):
        assert (made.boxes[name].x, made.boxes[name].right) == (made.boxes["1"].x, made.boxes["1"].right)


def test_a_card_of_few_words_above_a_small_table_is_as_wide_as_the_table() -> None:
    code = 'with Diagram("x", graph_attr={"form": "table"}):\n    card = Node("Card", side="left")\n'
    for name in ("aaaaa", "bbbbb"):
        code += (
            f'    with Cluster("{name}", graph_attr={{"columns": "kkk | vvv"}}):\n        {name} = Node("{name} | 1")\n'
        )
    made = Made(code + '    card >> aaaaa\n    aaaaa >> Edge(label="finds it") >> bbbbb', NARROW)
    card, table = made.boxes["Card"], made.boxes["aaaaa | 1"]
    assert table.w < 124
    assert (card.x, card.right) == (table.x, table.right)


def test_cards_beside_a_table_of_short_values_take_its_room_and_end_no_lower_than_they_need() -> None:
    code = 'with Diagram("x", graph_attr={"form": "table"}):\n    rows = [Node(f"{n} | short") for n in range(5)]\n'
    code += '    one = Node("Contract\\ntakes the median of all", side="right")\n    for row in rows:\n'
    code += '        row >> one\n    one >> Edge(label="pays") >> Node("Nodes\\nfor honest work", side="right")\n'
    made = Made(code, WIDE)
    first, last, card = (made.boxes[name] for name in ("0 | short", "4 | short", "Contract"))
    assert first.w < WIDE.width / 3
    assert card.w > 160
    assert first.centre.y <= card.centre.y < last.centre.y - 30
    assert made.boxes["Nodes"].bottom - last.bottom < 40


def test_a_card_above_tables_is_as_wide_as_they_are() -> None:
    made = Made(CHAIN, NARROW)
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
def test_arrows_of_other_rows_to_other_rows_have_a_line_of_their_own(size: Size) -> None:
    """Who leads to whom would be lost on one."""
    made = Made(ROWS, size)
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


def test_arrows_between_layers_run_from_card_to_card_and_titles_make_room() -> None:
    made = Made(LAYERS, NARROW)
    a, c, title = made.boxes["A"], made.boxes["C"], made.words("A longer title")
    assert made.lines["A", "C"] == (Point(a.centre.x, a.bottom), Point(c.centre.x, c.y))
    assert title.x > a.centre.x + 4
    assert made.lines["B", "E"][0] == Point(made.boxes["B"].right, made.boxes["B"].centre.y)


def test_cards_of_layers_with_as_many_cards_share_their_middles() -> None:
    made = Made(LAYERS, WIDE)
    assert made.boxes["A"].centre.x == made.boxes["C"].centre.x
    assert made.boxes["B"].centre.x == made.boxes["D"].centre.x


def test_titles_of_layers_stand_below_each_other() -> None:
    """One that makes room for a line takes the others along."""
    made = Made(LAYERS, NARROW)
    assert made.words("Here").x == made.words("A longer title").x


def test_lines_past_titles_run_on_one_axis() -> None:
    code = 'with Diagram("x", graph_attr={"form": "layers"}):\n'
    for title in ("One", "Middle one", "Observability"):
        code += f'    with Cluster("{title}"):\n        last = Node("{title[0]}")\n'
        code += "    before >> last\n" if title != "One" else ""
        code += "    before = last\n"
    code += '    last >> Edge(label="a label") >> Node("aside", side="right")\n'
    made = Made(code, NARROW)
    assert len({point.x for ends in (("O", "M"),) for point in made.lines[ends]}) == 1
    assert made.lines["O", "M"][0].x == made.lines["M", "O"][0].x


def test_a_card_that_nothing_leads_to_stands_right_before_the_next_one_in_its_lane() -> None:
    code = 'with Diagram("x", graph_attr={"lanes": "A | B"}):\n    with Cluster("A"):\n'
    code += '        a, b = Node("a"), Node("b")\n    with Cluster("B"):\n'
    code += '        c, d, e = Node("c"), Node("d"), Node("e")\n    a >> b >> d\n    c >> d >> e\n'
    made = Made(code, NARROW)
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


TABLE = """with Diagram("x"):
    with Cluster("A title of a table", graph_attr={"form": "table", "columns": "a | b"}):
        one, two = Node("1 | one"), Node("2 | two")
    Node("From") >> Edge(label="1. reads") >> two >> Edge(label="2. gives") >> Node("To")
"""


def flow(code: str, name: str) -> Scene:
    """A flow with its clusters drawn, in one width."""
    drawing, problems = drawn(code)
    assert drawing, problems
    size = next(each for each in SIZES if each.name == name)
    return choosing.scene(drawing.diagram, name, forms.blocks(drawing.diagram, size))


def test_an_arrow_from_the_side_ends_at_its_row_and_level_with_it() -> None:
    scene = flow(TABLE, "wide")
    row = [each.rect for each in scene.shapes if isinstance(each, Box) and each.look == "cell"][1]
    (first,), (second,) = (route.pieces for route in scene.routes)
    assert [first[-1].x, second[0].x] == pytest.approx([row.x, row.right], abs=1)
    assert [first[-1].y, second[0].y] == pytest.approx([row.centre.y] * 2, abs=1)


def test_an_arrow_of_a_whole_table_starts_at_the_middle_of_its_frame() -> None:
    code = TABLE.replace('"2. gives"', '"2. gives", ltail="cluster_A title of a table"')
    scene = flow(code, "wide")
    (frame,) = (each.rect for each in scene.frames)
    assert scene.routes[1].pieces[0][0] == pytest.approx((frame.right, frame.centre.y), abs=1)


def test_words_stand_right_of_the_arrows_of_a_chain_downwards() -> None:
    code = 'with Diagram("x", direction="TB"):\n    Node("a") >> Edge(label="1. goes") >> Node("b")\n'
    scene = flow(code, "narrow")
    ((route,), (label,)) = scene.routes, scene.labels
    assert 0 < label.rect.x - route.pieces[0][0].x < 12


def test_arrows_from_above_end_all_at_the_frame_where_one_has_to() -> None:
    """The head of the table is in the way of the first; the second could begin at the last row."""
    scene = flow(TABLE, "narrow")
    (first,), (second,) = (route.pieces for route in scene.routes)
    (frame,) = (each.rect for each in scene.frames)
    assert [first[-1].y, second[0].y] == [frame.y, frame.bottom]


def test_the_title_of_a_table_is_one_line_where_it_fits() -> None:
    (frame,) = flow(TABLE.replace("| b", "| a column that is long"), "narrow").frames
    assert frame.title.h < 20


FORK = """with Diagram("x"):
    a, b = Node("Upload\\nof a picture"), Node("Compute\\nin a function")
    a >> Edge(label="1. Trigger") >> b
    b >> Edge(label="4. if written back", color="red") >> a
    b >> Edge(label="2. load") >> Node("Layer\\nImageMagick\\nor Sharp")
    b >> Edge(label="3. write") >> Node("Storage\\nbucket-resized\\nno trigger")
"""


def test_the_lines_of_a_fork_turn_at_one_place_with_a_shaft_before_their_heads() -> None:
    scene = flow(FORK, "wide")
    forked = [route.pieces[0] for route in scene.routes[2:]]
    assert [len(each) for each in forked] == [4, 4]
    assert len({each[1].x for each in forked}) == 1
    assert all(each[3].x - each[2].x >= 21 for each in forked)


def test_a_key_that_is_wider_than_its_picture_stays_whole(tmp_path: Path) -> None:
    file = tmp_path / "q1.py"
    code = 'with Diagram("x", graph_attr={"reply": "a long line that says what all green arrows are"}):\n'
    code += '    Node("a") >> Edge(label="1. b", color="green") >> Node("c")\n'
    file.write_text(f'"""T.\n\nC.\n\n1. One.\n"""\nfrom diagrams import Diagram, Edge, Node\n\n{code}')
    drawing, problems = draw_files([file])[file]
    assert drawing, problems
    for picture in (drawing.standalone, drawing.medium, drawing.narrow):
        key = next(re.finditer(r'<text[^>]* x="([\d.]+)"[^>]*textLength="([\d.]+)"[^>]*>a long line', picture.svg))
        assert sum(map(float, key.groups())) <= picture.width


@pytest.mark.parametrize("name", ["wide", "narrow"])
def test_nothing_leans_and_a_lone_arrow_meets_the_middle_of_its_cards(name: str) -> None:
    code = 'with Diagram("x"):\n    Node("an") >> Node("odd one\\nis here") >> Node("of")\n'
    scene = flow(code, name)
    cards = {card.node.id: card.rect.centre for card in scene.cards}
    for route in scene.routes:
        (line,) = route.pieces
        axis = 1 if name == "wide" else 0
        assert {point[axis] for point in line} == {cards[route.edge.source][axis]} == {cards[route.edge.target][axis]}
        assert all(float(value).is_integer() for point in line for value in point)


def test_the_main_path_stays_level_where_a_card_leads_on_to_others() -> None:
    code = 'with Diagram("x"):\n    a, b, c = Node("A"), Node("B"), Node("C")\n'
    code += '    c >> Edge(label="4. back", constraint="false") >> a\n    a >> Edge(label="1. x") >> b\n'
    code += '    b >> Edge(label="2. y") >> c\n    c >> Edge(label="3. z") >> Node("D")\n'
    code += '    c >> Edge(label="3. v") >> Node("E")\n'
    scene = flow(code, "wide")
    assert len({card.rect.centre.y for card in scene.cards[:3]}) == 1


def test_a_title_makes_room_for_the_lines_beside_it() -> None:
    """In lines, by growing upwards, or further down."""
    frame = Frame(Group("g", "A title", ""), Rect(0, 100, 200, 100), Rect(0, 0, 0, 0))
    sizes = [(120.0, 16.0), (60.0, 32.0)]
    card, wire = Rect(10, 135, 180, 44), line((100, 0), (100, 135))
    free = spotted(frame, sizes, [], [card], [])
    assert (free.title.w, free.rect) == (120, frame.rect)
    grown = spotted(frame, sizes, [wire], [card], [])
    assert (grown.title.w, grown.rect) == (60, Rect(0, 84, 200, 116))
    assert not any(cuts(a, b, grown.title) for a, b in segments(wire))
    kept = spotted(frame, sizes, [wire], [card], [Rect(0, 60, 200, 35)])
    assert kept.rect == frame.rect


def test_no_line_of_a_fan_runs_along_the_side_of_a_card() -> None:
    code = 'with Diagram("x"):\n    Node("lb") >> [Node(f"worker number {n}") for n in range(5)] >> Node("all")\n'
    scene = flow(code, "narrow")
    for route in scene.routes:
        others = [each.rect for each in scene.cards if each.node.id not in (route.edge.source, route.edge.target)]
        for piece in route.pieces:
            assert not any(cuts(a, b, rect.grown(3)) for a, b in segments(piece) for rect in others)


def test_cards_of_a_frame_stand_in_its_middle_though_words_beside_their_line_are_wider() -> None:
    code = 'with Diagram("x"):\n    with Cluster("G"):\n        a, b = Node("A card with words"), Node("B")\n'
    scene = flow(code + '    a >> Edge(label="words beside") >> b', "narrow")
    (frame,) = scene.frames
    assert {card.rect.centre.x for card in scene.cards} == {frame.rect.centre.x}
    assert frame.rect.holds(scene.labels[0].rect)


def test_a_number_stands_with_air_at_the_middle_of_the_end_of_a_flat_card() -> None:
    code = 'with Diagram("x", graph_attr={"form": "table"}):\n    with Cluster("t"):\n        row = Node("1 | 2")\n'
    made = Made(code + '    Node("Card\\ntwo lines", side="left", step="1") >> row', WIDE)
    (number,) = (each for each in made.shapes if isinstance(each, Dot))
    card = made.boxes["Card"]
    assert (number.centre.x - number.radius - card.x, number.centre.y) == (6, card.centre.y)


@pytest.mark.parametrize("name", ["wide", "narrow"])
def test_a_way_back_runs_from_the_middle_of_a_side_to_the_middle_of_a_side(name: str) -> None:
    code = 'with Diagram("x"):\n    a, b, c = Node("A"), Node("B"), Node("C")\n    a >> Edge(label="1. x") >> b\n'
    scene = flow(code + '    b >> Edge(label="2. y") >> c\n    c >> Edge(label="3. back") >> a', name)
    cards = {card.node.label: card.rect for card in scene.cards}
    (line,) = next(route.pieces for route in scene.routes if route.edge.label == "back")
    across, along = (1, 0) if name == "wide" else (0, 1)
    assert len(line) == 4
    assert [end[along] for end in (line[0], line[-1])] == [cards[each].centre[along] for each in "CA"]
    lane, border = line[1][across], line[0][across]
    assert lane - border >= 16
    back = next(label.rect for label in scene.labels if label.label.lines == ("back",))
    assert not any(cuts(a, b, back.grown(1)) for a, b in segments(line))


def test_an_arrow_between_a_card_and_a_whole_table_ends_at_a_brace_in_the_middle_of_its_rows() -> None:
    code = 'with Diagram("x", graph_attr={"form": "table"}):\n    card = Node("Card", side="left")\n'
    code += '    with Cluster("Votes"):\n        rows = [Node(f"{n} | a value") for n in "123"]\n'
    code += '    card >> Edge(label="sign", lhead="cluster_Votes") >> rows[0]'
    made = Made(code, WIDE)
    brace, line = (each.points for each in made.shapes if isinstance(each, Stroke) and each.look == "line")
    first, middle, last = (made.boxes[f"{n} | a value"] for n in "123")
    assert {point.y for point in line} == {middle.centre.y} == {made.boxes["Card"].centre.y}
    assert (brace[0].y, brace[-1].y, brace[1].x) == (first.y, last.bottom, line[-1].x)
    drawing, _ = drawn(code)
    assert drawing
    assert "Card to Votes: sign." in drawing.description


def test_arrows_of_several_rows_to_a_card_below_leave_from_a_brace_of_their_table() -> None:
    code = 'with Diagram("x", graph_attr={"form": "table"}):\n    rows = [Node(f"{n} | a value") for n in "123"]\n'
    made = Made(code + '    [rows[0], rows[1]] >> Node("Card", side="right")', NARROW)
    brace = next(each.points for each in made.shapes if isinstance(each, Stroke) and len(each.points) == 4)
    last, line = made.boxes["3 | a value"], made.lines["1 | a value", "Card"]
    assert (brace[0].x, brace[-1].x) == (last.x, last.right)
    assert brace[1].y == line[0].y == last.bottom + 9


def test_cards_beside_each_other_above_a_table_are_equally_tall() -> None:
    code = 'with Diagram("x", graph_attr={"form": "table"}):\n    row = Node("1 | a value that is long enough")\n'
    code += '    Node("One", side="left") >> row\n    Node("Two\\nwith words that need some lines", side="left") >> row'
    one, two = (Made(code, NARROW).boxes[name] for name in ("One", "Two"))
    assert one.right < two.x
    assert (one.y, one.bottom) == (two.y, two.bottom)


def test_columns_of_tables_below_each_other_stand_in_line_whatever_their_names() -> None:
    code = 'with Diagram("x", graph_attr={"form": "table"}):\n'
    for heads in ("a | new owner of it", "a rather long name | b"):
        code += (
            f'    with Cluster("{heads}", graph_attr={{"columns": "{heads}", "column": "1"}}):\n        Node("1 | 2")\n'
        )
    made = Made(code, WIDE).shapes
    assert len({each.points[0].x for each in made if isinstance(each, Stroke) and each.look == "rule"}) == 1


def test_a_slanting_arrow_ends_at_the_round_corner_of_what_stands_over_a_grid() -> None:
    code = (
        'with Diagram("x", graph_attr={"form": "grid", "columns": "4"}):\n    cells = [Node(" ") for _ in range(12)]\n'
    )
    code += '    Node("One\\n1", at="1.5,1") >> Node("Two\\n2", at="3,2.8")'
    made = Made(code, WIDE)
    card, (start, _) = made.boxes["One"], made.lines["One", "Two"]
    corner = Point(card.right - 12, card.bottom - 12)
    assert start.x > corner.x
    assert start.y > corner.y
    assert 11 < ((start.x - corner.x) ** 2 + (start.y - corner.y) ** 2) ** 0.5 < 13
