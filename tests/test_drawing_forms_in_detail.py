"""In the forms, numbers, words and lines keep clear of each other, and a key shows what is drawn."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from generator.drawing import forms
from generator.drawing.painting.words import describe, legend
from generator.drawing.scene.geometry import Rect, crosses
from generator.drawing.scene.shapes import LARGEST, MEDIUM, NARROW, SIZES, WIDE, Box, Dot, Shape, Stroke, TextLine
from generator.model import Diagram
from tests.drawing import drawn

Draw = Callable[[str], Diagram]


@pytest.fixture
def draw() -> Draw:
    """Draws the text of a module's picture."""

    def diagram(code: str) -> Diagram:
        drawing, problems = drawn(code)
        assert drawing, problems
        return drawing.diagram

    return diagram


def shapes(diagram: Diagram, size: forms.Size = WIDE) -> tuple[Shape, ...]:
    """What a whole picture in its form is made of."""
    scene = forms.scene(diagram, size)
    assert scene
    return scene.shapes


def words(made: tuple[Shape, ...], text: str) -> Rect:
    """Where a text stands."""
    return next(each.rect for each in made if isinstance(each, TextLine) and each.text == text)


def numbers(made: tuple[Shape, ...]) -> dict[str, Rect]:
    """The badges by their number."""
    found = (each for each in made if isinstance(each, Dot) and each.look == "badge")
    return {each.text: Rect(each.centre.x, each.centre.y, 0, 0).grown(each.radius) for each in found}


SCALE = """axis = {"form": "scale", "from": "0", "to": "10", "ticks": "0|2|4|6|8", "reply": "good"}
with Diagram("x", graph_attr=axis):
    with Cluster("Stream"):
        one, two = Node("seen", at="4", color="green"), Node("again", at="8", step="2")
    with Cluster("State of it"):
        Node("kept for some days", start="2", end="8", step="3")
    with Cluster("Where from"):
        out = Node("out", at="0", color="green")
        Node("short", at="1.9")
    one >> Edge(label="1. goes") >> out
"""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_numbers_on_a_scale_stand_before_the_words_of_a_mark_and_inside_a_bar(size: forms.Size, draw: Draw) -> None:
    made = shapes(draw(SCALE), size)
    badge, again = numbers(made)["2"], words(made, "again")
    ticks = {each.points[0].x for each in made if isinstance(each, Stroke) and each.look == "rule" and not each.of}
    assert not any(badge.x < x < badge.right for x in ticks)
    assert 4 <= again.x - badge.right <= 8
    assert again.y < badge.centre.y < again.bottom
    bar = next(each.rect for each in made if isinstance(each, Box) and each.look == "bar")
    assert bar.holds(numbers(made)["3"])


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_no_piece_of_the_line_of_a_row_is_as_short_as_a_dash(size: forms.Size, draw: Draw) -> None:
    made = shapes(draw(SCALE), size)
    rows = [each.points for each in made if isinstance(each, Stroke) and each.look == "rule" and each.of]
    assert rows
    assert min(b.x - a.x for a, b in rows) >= 16


def test_light_lines_of_a_scale_run_through_but_for_words_and_bars(draw: Draw) -> None:
    made = shapes(draw(SCALE), NARROW)
    lines = [each.points for each in made if isinstance(each, Stroke) and each.look == "rule" and not each.of]
    axis = next(each.points[0].y for each in made if isinstance(each, Stroke) and each.arrows == "forward")
    covers = [each.rect for each in made if isinstance(each, TextLine | Box)]
    covers += [each.grown(5) for each in numbers(made).values()]
    for x in {line[0].x for line in lines}:
        pieces = sorted(line for line in lines if line[0].x == x)
        ends = [2.0, *(point.y for line in pieces for point in line), axis]
        for top, bottom in zip(ends[::2], ends[1::2], strict=True):
            places = [Rect(x, y, 0, 0) for y in range(round(top) + 2, round(bottom) - 1)]
            assert all(any(each.grown(4).holds(place) for each in covers) for place in places), (x, top, bottom)


def test_an_arrow_runs_clear_of_the_title_over_a_row(draw: Draw) -> None:
    made = shapes(draw(SCALE), NARROW)
    arrow = next(each.points for each in made if isinstance(each, Stroke) and each.of == "e1")
    assert arrow[-1].x - words(made, "Where from").right >= 12


@pytest.mark.parametrize(("start", "end"), [("2", "6"), ("6", "2")])
def test_the_words_of_a_slanted_arrow_stand_by_its_middle(start: str, end: str, draw: Draw) -> None:
    code = 'with Diagram("x", graph_attr={"form": "scale", "from": "0", "to": "10"}):\n    with Cluster("A"):\n'
    code += f'        a = Node("a", at="{start}")\n    with Cluster("B"):\n        b = Node("b", at="{end}")\n'
    made = shapes(draw(code + '    a >> Edge(label="goes") >> b'))
    (a, b), place = next(e.points for e in made if isinstance(e, Stroke) and e.of == "e1"), words(made, "goes")
    assert not crosses((a, b), place.grown(3))
    assert place.x - (a.x + b.x) / 2 < 45
    assert abs(place.centre.y - (a.y + b.y) / 2) < 12


def test_a_key_shows_a_dot_for_marks_and_a_ground_for_bars(draw: Draw) -> None:
    assert [(sign.look, sign.words) for sign in legend(draw(SCALE))] == [("mark", "good")]
    bars = SCALE.replace('step="3"', 'step="3", color="green"')
    assert [(sign.look, sign.words) for sign in legend(draw(bars))] == [("cell", "good")]


TALK = """with Diagram("x", graph_attr={"form": "sequence"}):
    a = Node("Orchestrator")
    with Cluster("Stateless"):
        b, c = Node("Func A\\nLambda"), Node("Func B\\nLambda")
    d = Node("Id → URL\\nTable")
    a >> Edge(label="1. asks for level 6, 10:00", at="Ball: who decides") >> b
    c >> Edge(label="2. a note that would be wider than its frame") >> c
    d >> Edge(label="3. one that stays before the frame") >> d
"""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_heads_of_a_conversation_stand_apart_and_inside_their_frame(size: forms.Size, draw: Draw) -> None:
    made = shapes(draw(TALK), size)
    frame = next(each.rect for each in made if isinstance(each, Box) and each.look == "lane")
    heads = [each.rect for each in made if isinstance(each, Box) and each.look == "cell"]
    assert min(b.x - a.right for a, b in pairwise(heads)) >= 7.9
    assert frame.grown(-4).holds(heads[1])
    assert frame.grown(-4).holds(heads[2])
    assert words(made, "Id → URL")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_a_note_stays_inside_its_frame_and_does_not_run_into_another(size: forms.Size, draw: Draw) -> None:
    made = shapes(draw(TALK), size)
    frame = next(each.rect for each in made if isinstance(each, Box) and each.look == "lane")
    inside, outside = (each.rect for each in made if isinstance(each, Box) and each.look == "note")
    assert frame.grown(-4).holds(inside)
    assert not frame.meets(outside)


def test_the_label_of_a_message_leaves_life_lines_whole(draw: Draw) -> None:
    code = 'with Diagram("x", graph_attr={"form": "sequence"}):\n    a, b, c = (Node(each) for each in "ABC")\n'
    made = shapes(draw(code + '    a >> Edge(label="1. was offline:\\nlevel 6, 10:00") >> b >> c'), NARROW)
    a, b = next(each.points for each in made if isinstance(each, Stroke) and each.of == "e1")
    said = [each.rect for each in made if isinstance(each, TextLine) and each.of == "e1" and each.look == "plain"]
    assert a.x + 1 < numbers(made)["1"].x
    assert max(each.right for each in said) < b.x


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_the_time_of_a_message_is_bold_and_whole(size: forms.Size, draw: Draw) -> None:
    made = shapes(draw(TALK), size)
    said = [each.text for each in made if isinstance(each, TextLine) and each.look == "strong" and each.of == "e1"]
    assert " ".join(said) == "Ball: who decides"


TREE = """with Diagram("x", graph_attr={"form": "tree"}):
    root = Node("Root\\nof all that there is", step="1")
    for each in range(3):
        child = Node(f"Transform\\nnumber {each}", step="3" if each == 1 else "")
        root >> Edge(label="" if each == 1 else "2.") >> child >> Node("Leaf")
"""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_all_numbers_of_a_tree_stand_in_one_place_of_their_boxes_and_on_no_arrow(size: forms.Size, draw: Draw) -> None:
    made = shapes(draw(TREE), size)
    boxes = {each.of: each.rect for each in made if isinstance(each, Box)}
    arrows = {each.of: each.points for each in made if isinstance(each, Stroke)}
    badges = [each for each in made if isinstance(each, Dot)]
    assert len(badges) == 4
    ends = {edge.id: edge.target for edge in draw(TREE).edges}
    places = set()
    for each in badges:
        box = boxes[ends.get(each.of, each.of)]
        places.add((round(each.centre.x - box.x), each.centre.y == box.y, each.centre.y == box.centre.y))
        near = Rect(each.centre.x, each.centre.y, 0, 0).grown(each.radius)
        assert not any(crosses(line, near) for line in arrows.values())
        assert not any(near.meets(other) for other in boxes.values() if other != box)
    assert len(places) == 1


def test_words_of_a_branch_leave_their_number_to_the_box_where_other_boxes_have_one(draw: Draw) -> None:
    code = 'with Diagram("x", graph_attr={"form": "tree"}):\n    a, b = Node("a", step="1"), Node("b")\n'
    made = shapes(draw(code + '    a >> Edge(label="2. more") >> b'))
    boxes = {each.of: each.rect for each in made if isinstance(each, Box)}
    assert numbers(made)["2"].centre.y == boxes["n2"].centre.y
    assert words(made, "more").bottom < boxes["n2"].y


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_a_tree_stays_inside_the_picture_and_cuts_no_word(size: forms.Size, draw: Draw) -> None:
    made = shapes(draw(TREE), size)
    boxes = [each.rect for each in made if isinstance(each, Box)]
    assert min(each.x for each in boxes) >= 0
    assert max(each.right for each in boxes) <= size.width
    assert sum(each.text == "Transform" for each in made if isinstance(each, TextLine)) == 3


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_numbers_of_a_grid_stand_inside_of_what_they_tell(size: forms.Size, draw: Draw) -> None:
    code = 'with Diagram("x", graph_attr={"form": "grid", "columns": "3"}):\n    World = Node("World", side="left")\n'
    code += '    cells = [Node(f"Cell {n}\\nis loaded", step="1" if n == 4 else "") for n in range(9)]\n'
    diagram = draw(code + '    World >> cells[0]\n    Node("Player", at="2,2.5", reach="0.5", step="2")')
    made = shapes(diagram, size)
    boxes = {each.of: each.rect for each in made if isinstance(each, Box) and each.look == "cell"}
    for dot in (each for each in made if isinstance(each, Dot) and each.look == "badge"):
        assert boxes[dot.of].holds(Rect(dot.centre.x, dot.centre.y, 0, 0).grown(dot.radius))
    scene = forms.scene(diagram, size)
    assert scene
    assert scene.width - max(each.right for each in boxes.values()) < 6


def test_a_tree_too_wide_for_a_phone_is_an_indented_list(draw: Draw) -> None:
    code = 'with Diagram("x", graph_attr={"form": "tree"}):\n    root = Node("Root", step="1")\n'
    code += '    for n in range(7):\n        root >> Edge(label="2. goes there") >> Node(f"Considerably {n}", step="3")'
    made = shapes(draw(code), NARROW)
    root, *children = (each.rect for each in made if isinstance(each, Box))
    assert all(child.x - root.x >= 16 for child in children)
    right = [each.rect.right for each in made if isinstance(each, TextLine)]
    assert max(right) <= NARROW.width


@pytest.mark.parametrize("code", [SCALE, TALK], ids=["scale", "sequence"])
def test_a_wide_picture_leaves_room_to_be_enlarged_until_its_words_are_as_large_as_the_text_around(
    code: str, draw: Draw
) -> None:
    scene = forms.scene(draw(code), WIDE)
    assert scene
    assert scene.width * LARGEST == pytest.approx(WIDE.width)


def test_heads_of_a_wide_conversation_are_one_width_and_life_lines_as_far_from_each_other(draw: Draw) -> None:
    code = (
        'with Diagram("x", graph_attr={"form": "sequence"}):\n    a, b = Node("Users"), Node("CDN Edge\\nCloudFront")\n'
    )
    code += (
        '    c = Node("Lambda\\nbehind an API Gateway")\n    with Cluster("Region"):\n        d = Node("DynamoDB")\n'
    )
    made = shapes(draw(code + '    a >> Edge(label="go", at="Read again") >> b >> c >> d'))
    heads = [each.rect for each in made if isinstance(each, Box) and each.look == "cell"]
    assert len({round(each.w, 1) for each in heads}) == 1
    assert len({round(b.centre.x - a.centre.x, 1) for a, b in pairwise(heads)}) == 1


FRAMED = """with Diagram("x"):
    with Cluster("Public", graph_attr={"form": "table"}):
        with Cluster("Mempool", graph_attr={"columns": "seen | tx"}):
            seen = Node("1 | user buys ETH")
            Node("2 | bot buys ETH")
        with Cluster("Miner", graph_attr={"columns": "place | tx"}):
            seen >> Edge(label="1. by fee") >> Node("2 | user buys ETH")
    Node("User") >> seen
"""


def test_tables_in_a_frame_break_no_value_and_leave_the_frame_its_room_on_a_phone(draw: Draw) -> None:
    wide, narrow = (next(iter(forms.blocks(draw(FRAMED), size).values())) for size in (WIDE, NARROW))
    assert [each.text for each in wide.shapes if isinstance(each, TextLine)].count("user buys ETH") == 2
    assert narrow.width <= NARROW.width - 20


def test_a_flow_tells_what_a_form_in_it_holds_once_and_names_the_ends_of_its_arrows_as_they_are_drawn(
    draw: Draw,
) -> None:
    keyed = FRAMED.replace('"x"', '"x", graph_attr={"marked": "sent"}').replace(
        'buys ETH")', 'buys ETH", style="bold")'
    )
    told = describe(draw(keyed.replace(">> seen\n", '>> Edge(label="2. sends", lhead="cluster_Public") >> seen\n')))
    assert "Parts: User.\nPublic holds the group Mempool and the group Miner." in told
    assert told.count("bot buys ETH") == 1
    assert "Row: seen 1, tx user buys ETH (sent)." in told
    assert "2. User to Public: sends." in told


def test_a_number_stands_halfway_up_in_a_low_card(draw: Draw) -> None:
    code = 'with Diagram("x", graph_attr={"form": "layers"}):\n    a = Node("Game\\nwith a cheat", step="1")\n'
    made = shapes(draw(code + '    a >> Edge(label="2. sends") >> Node("Server")\n'))
    card = next(each.rect for each in made if isinstance(each, Box) and each.of == "n1")
    assert abs(numbers(made)["1"].centre.y - card.centre.y) < 1


@pytest.mark.parametrize("form", ["", "layers"])
def test_brackets_of_a_detail_come_in_pairs(draw: Draw, form: str) -> None:
    """What is in brackets already gets no others; what only begins or ends with some keeps all."""
    details = ("(0,1) in, (0,-1) out", "or a root (optimistic)", "(once)")
    nodes = "\n".join(f'        Blank("Part {place}\\n{detail}")' for place, detail in enumerate(details))
    told = describe(
        draw(f'''"""Parts.

What they are.
"""
from diagrams import Cluster, Diagram
from diagrams.generic.blank import Blank

with Diagram("x", graph_attr={{"form": "{form}"}}):
    with Cluster("All"):
{nodes}
''')
    )
    assert "Part 0 ((0,1) in, (0,-1) out)" in told
    assert "Part 1 (or a root (optimistic))" in told
    assert "Part 2 (once)" in told


def test_states_below_each_other_take_only_the_room_that_they_need(draw: Draw) -> None:
    code = 'with Diagram("x", graph_attr={"form": "states"}):\n    first = Node("Waiting for a free seat")\n'
    code += '    for n in range(4):\n        first >> Edge(label="one is done") >> (first := Node(f"Seat {n} taken"))'
    scene = forms.scene(draw(code), MEDIUM)
    assert scene
    boxes = [each.rect for each in scene.shapes if isinstance(each, Box)]
    assert len({box.x for box in boxes}) < len(boxes) / 2
    assert scene.width - (max(box.right for box in boxes) - min(box.x for box in boxes)) < 20
