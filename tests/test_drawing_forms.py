"""Forms draw what they are named after, in every width, without a fault; words, steps and mistakes go with them."""

import re
from pathlib import Path

import pytest

from generator.drawing import forms
from generator.drawing.forms.scale.measures import leading, value
from generator.drawing.layout.judging import checks
from generator.drawing.layout.judging.collisions import collisions
from generator.drawing.painting.theme import LOOKS
from generator.drawing.scene.shapes import NARROW, SIZES, WIDE, Box, Dot, Shape, Stroke, TextLine
from generator.model import Diagram, Drawing
from tests.drawing import draw_files, drawn
from tests.test_documents import blocks

SAMPLES = Path(__file__).parent / "data/diagrams/forms"
PICTURES = (*forms.FORMS, "grid with sides")


@pytest.fixture(scope="module")
def sheets() -> list[Drawing]:
    """One picture of each form."""
    found = draw_files(sorted(SAMPLES.glob("*.py")))
    return [drawing for drawing, _ in found.values() if drawing]


@pytest.fixture(scope="module")
def samples(sheets: list[Drawing]) -> dict[str, Diagram]:
    """What they show, by its form."""
    made = [drawing.diagram for drawing in sheets]
    return {diagram.form + ("" if diagram.number < 8 else " with sides"): diagram for diagram in made}


@pytest.fixture
def draw() -> object:
    """Draws the text of a module's picture."""

    def diagram(code: str) -> tuple[Diagram, list[str]]:
        drawing, problems = drawn(code)
        assert drawing, problems
        return drawing.diagram, [str(problem) for problem in problems]

    return diagram


def test_all_that_a_form_draws_has_a_look_in_stand_alone_pictures_too(sheets: list[Drawing]) -> None:
    for drawing in sheets:
        for svg in (drawing.standalone.svg, drawing.medium.svg, drawing.narrow.svg):
            assert set(re.findall(r'class="([^"]+)"', svg)) <= set(LOOKS)


def shapes(diagram: Diagram, size: forms.Size = WIDE) -> tuple[Shape, ...]:
    """What a whole picture in its form is made of."""
    scene = forms.scene(diagram, size)
    assert scene
    return scene.shapes


def test_every_form_has_a_sample(samples: dict[str, Diagram]) -> None:
    assert set(samples) == {*forms.FORMS, "grid with sides"}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
@pytest.mark.parametrize("name", PICTURES)
def test_no_text_is_met_or_cut(name: str, size: forms.Size, samples: dict[str, Diagram]) -> None:
    scene = forms.scene(samples[name], size)
    assert scene
    assert checks.faults(scene) == []
    assert scene.width <= size.width
    assert all(shape.text for shape in scene.shapes if isinstance(shape, TextLine))


@pytest.mark.parametrize("name", PICTURES)
def test_nothing_is_lost(name: str, samples: dict[str, Diagram]) -> None:
    """Every word of nodes, arrows and clusters is in the picture, and every arrow is a line."""
    diagram = samples[name]
    for size in SIZES:
        made = shapes(diagram, size)
        said = re.sub(r"\s", "", "".join(shape.text for shape in made if isinstance(shape, TextLine)))
        for each in (*diagram.nodes, *diagram.edges, *diagram.groups):
            for word in re.split(r"[\s|]+", f"{each.label} {getattr(each, 'detail', '')}"):
                assert word in said, (size.name, word)
        notes = {edge.id for edge in diagram.edges if edge.source == edge.target}
        assert {edge.id for edge in diagram.edges} - notes <= {each.of for each in made if isinstance(each, Stroke)}


@pytest.mark.parametrize("name", PICTURES)
def test_steps_light_what_they_tell_of(name: str, samples: dict[str, Diagram]) -> None:
    """Each step has something to light: an arrow with its badge, or a node."""
    diagram = samples[name]
    made = shapes(diagram, NARROW)
    for step in diagram.steps:
        arrows = {edge.id for edge in diagram.edges if edge.step == step.number}
        cards = {node.id for node in diagram.nodes if step.number in node.steps}
        lit = {shape.of for shape in made} & (arrows | cards)
        assert lit, step
        badged = {shape.of for shape in made if isinstance(shape, Dot) and shape.text == str(step.number)}
        assert arrows <= badged


@pytest.mark.parametrize("name", PICTURES)
def test_a_form_is_told_in_words(name: str, samples: dict[str, Diagram]) -> None:
    told = " ".join((forms.describe(samples[name]) or "").split())
    for each in (*samples[name].nodes, *samples[name].edges):
        for word in re.split(r"[\s|]+", each.label):
            assert word.strip("…") in told


@pytest.mark.parametrize("code", blocks("CONTRIBUTING.md", "python")[1:], ids=lambda code: code.split('"')[1])
def test_the_examples_of_the_guide_draw_without_a_fault(code: str, draw: object) -> None:
    diagram, problems = draw(code)  # type: ignore[operator]
    assert diagram.form in forms.FORMS or "lanes" in dict(diagram.attributes)
    assert [each for each in problems if "docstring" not in each] == []


MISTAKES = {
    "an unknown form": (
        'with Diagram("x", graph_attr={"form": "sequenze"}):\n    Node("a") >> Node("b")',
        "no form 'sequenze'; did you mean 'sequence'?",
    ),
    "no place on a scale": (
        'with Diagram("x", graph_attr={"form": "scale"}):\n    Node("a", at="1")\n    Node("lost")',
        "'lost' has no place on the scale",
    ),
    "too many cells": (
        'with Diagram("x", graph_attr={"form": "table", "columns": "a | b"}):\n    Node("1 | 2 | 3")',
        "cells of the row '1 | 2 | 3': 3; columns of the table: 2",
    ),
    "columns in words": (
        'with Diagram("x", graph_attr={"form": "grid", "columns": "two"}):\n    Node("1")\n    Node("2")',
        "columns='two' is no number",
    ),
    "a cluster in a tree": (
        'with Diagram("x", graph_attr={"form": "tree"}):\n    with Cluster("c"):\n        Node("a") >> Node("b")',
        "the cluster 'c' is not drawn in a tree; name it in the labels, or take lanes",
    ),
    "a transition without cause": (
        'with Diagram("x", graph_attr={"form": "states"}):\n    Node("on") >> Node("off")',
        "the transition from 'on' to 'off' has no cause",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistakes_in_a_form_are_warnings_and_the_picture_is_drawn(name: str, draw: object) -> None:
    code, message = MISTAKES[name]
    _, problems = draw(code)  # type: ignore[operator]
    assert any(message in each and "warning" in each for each in problems), problems


def test_a_cluster_of_a_flow_may_have_a_form(draw: object) -> None:
    code = 'with Diagram("x"):\n    with Cluster("t", graph_attr={"form": "table", "columns": "k | v"}):\n'
    diagram, _ = draw(code + '        row = Node("1 | one")\n    Node("reader") >> row')  # type: ignore[operator]
    (made,) = forms.blocks(diagram, WIDE).values()
    assert made.anchors.keys() == {"n1"}
    assert made.width < WIDE.width / 2
    assert "Row: k 1, v one." in forms.insides(diagram)


def test_numbers_without_arrows_stand_inside_rows_and_all_in_one_place(draw: object) -> None:
    code = 'with Diagram("x", graph_attr={"form": "table", "columns": "k | v"}):\n'
    code += '    with Cluster("t", graph_attr={"step": "1"}):\n        Node("1 | one", step="2")\n'
    code += '        Node("2 | two", step="3")'
    diagram, _ = draw(code)  # type: ignore[operator]
    made = shapes(diagram)
    title, *badges = [each for each in made if isinstance(each, Dot)]
    cells = [each.rect for each in made if isinstance(each, Box) and each.look == "cell"]
    assert (title.of, title.text) == ("g1", "1")
    assert title.centre.y < cells[0].y
    for badge, cell in zip(badges, cells, strict=True):
        assert cell.x < badge.centre.x - badge.radius
        assert badge.centre.x + badge.radius < cell.right
        assert badge.centre.y == cell.centre.y
    assert badges[0].centre.x == badges[1].centre.x


def test_the_arrow_of_a_card_beside_a_form_runs_straight_in_the_row_that_it_means(draw: object) -> None:
    code = 'with Diagram("x", graph_attr={"form": "table"}):\n    first = Node("first", side="right")\n'
    code += (
        '    after = Node("after", side="right")\n    with Cluster("t"):\n        rows = [Node(c) for c in "abcdefg"]\n'
    )
    code += '    rows[1] >> Edge(label="reads") >> first\n    first >> after'
    diagram, _ = draw(code)  # type: ignore[operator]
    made = shapes(diagram)
    boxes = {each.of: each.rect for each in made if isinstance(each, Box)}
    (line,) = (each.points for each in made if isinstance(each, Stroke) and each.of == "e1")
    assert len(line) == 2
    assert {p.y for p in line} == {boxes[diagram.edges[0].source].centre.y, boxes[diagram.edges[0].target].centre.y}


def test_tables_below_each_other_share_lanes_and_have_labels_beside_them(draw: object) -> None:
    code = 'with Diagram("x", graph_attr={"form": "table"}):\n    rows = {}\n    for t in "abc":\n'
    code += '        with Cluster(t):\n            rows[t] = [Node(f"{t}{n} | a value that is long") for n in "12"]\n'
    code += '    rows["a"][0] >> Edge(label="maps") >> rows["b"][0]\n    rows["a"][1] >> rows["b"][1]\n'
    code += '    rows["a"][1] >> rows["b"][0]\n'
    code += '    rows["b"][0] >> Edge(label="adds") >> rows["c"][0]'
    diagram, _ = draw(code)  # type: ignore[operator]
    made = shapes(diagram, NARROW)
    lines = {each.of: each.points for each in made if isinstance(each, Stroke) and each.look == "line"}
    assert lines["e1"][1].x == lines["e2"][1].x
    place = next(each.rect for each in made if isinstance(each, TextLine) and each.text == "maps")
    assert abs(place.right - lines["e1"][1].x) < 10
    assert lines["e1"][1].y < place.y < place.bottom < lines["e1"][2].y


WHOLE = 'Edge(label="{}", ltail="cluster_a", lhead="cluster_b")'


@pytest.mark.parametrize(
    "arrows",
    [
        "    rows[0] >> Edge(label='go') >> rows[3]",
        "    rows[1] >> Edge(label='go') >> rows[4]\n    rows[0] >> rows[3]",
        f"    rows[0] >> {WHOLE.format('go')} >> rows[3]",
    ],
    ids=["a lone one", "of the rows that are marked", "of whole tables"],
)
def test_an_arrow_to_the_table_below_runs_straight_from_table_to_table_with_words_beside_it(
    arrows: str, draw: object
) -> None:
    code = 'with Diagram("x", graph_attr={"form": "table"}):\n    rows = []\n    for t in "ab":\n'
    code += '        with Cluster(t):\n            for how in ("bold", "bold", ""):\n'
    code += '                rows.append(Node(f"{t} | a value that is long", style=how))\n'
    diagram, problems = draw(code + arrows)  # type: ignore[operator]
    assert not [each for each in problems if "docstring" not in each]
    made = shapes(diagram, NARROW)
    rows = [each.rect for each in made if isinstance(each, Box)]
    (start, end), *_ = lines = [each.points for each in made if isinstance(each, Stroke) and each.look == "line"]
    assert {start.x, end.x} == {rows[0].centre.x}
    assert {line[0].x for line in lines} == {start.x}
    assert start.y == rows[2].bottom
    title, words = (next(e.rect for e in made if isinstance(e, TextLine) and e.text == text) for text in ("b", "go"))
    assert title.right + 8 < end.x
    assert end.y == rows[3].y
    assert end.x + 8 < words.x < end.x + 12
    assert start.y < words.y < words.bottom < end.y


def test_an_arrow_of_whole_tables_runs_level_with_their_middle_and_lights_their_rows() -> None:
    code = '"""t\n\n1. go\n"""\nwith Diagram("x", graph_attr={"form": "table"}):\n    rows = []\n    for t in "ab":\n'
    code += '        with Cluster(t, graph_attr={"columns": "k"}):\n            rows += [Node(t + n) for n in "0123"]\n'
    drawing, _ = drawn(code + f"    rows[3] >> {WHOLE.format('1. go')} >> rows[4]")
    assert drawing
    made = shapes(drawing.diagram)
    rows = [each.rect for each in made if isinstance(each, Box) and each.look == "cell"]
    *braces, line = (each.points for each in made if isinstance(each, Stroke) and each.look == "line")
    assert {point.y for point in line} == {rows[1].bottom}
    for brace, first, last, end in zip(braces, rows[::4], rows[3::4], line, strict=True):
        assert [point.y for point in brace] == [first.y, first.y, last.bottom, last.bottom]
        assert brace[1].x == end.x
    assert drawing.inline.svg.count('class="node" data-node="n1" data-steps="1"') == len(SIZES)
    assert drawing.description.count("a to b: go") == 1


def test_two_arrows_between_tables_have_a_side_each(draw: object) -> None:
    code = 'with Diagram("x", graph_attr={"form": "table"}):\n    rows = {}\n    for t in "ab":\n'
    code += '        with Cluster(t):\n            rows[t] = [Node(f"{t}{n} | a value that is long") for n in "12"]\n'
    code += '    rows["a"][0] >> Edge(label="maps") >> rows["b"][0]\n    rows["a"][1] >> rows["b"][1]\n'
    diagram, _ = draw(code)  # type: ignore[operator]
    one, other = (each.points for each in shapes(diagram, NARROW) if isinstance(each, Stroke) and each.look == "line")
    assert one[1].x > one[0].x
    assert other[1].x < other[0].x


@pytest.mark.parametrize("arrows", ["a0 c1, c1 c2", "a0 b1, a2 b2, b1 c0, b2 c2"], ids=["other side", "outer lane"])
def test_an_arrow_that_leaves_the_row_where_another_ends_runs_in_a_lane_of_its_own(arrows: str, draw: object) -> None:
    code = 'with Diagram("x", graph_attr={"form": "table"}):\n    rows = {}\n    for t in "abc":\n'
    code += '        with Cluster(t):\n            for n in "012":\n'
    code += '                rows[t + n] = Node(f"{t}{n} | a value that is long")\n'
    for arrow in arrows.split(", "):
        code += '    rows["{}"] >> Edge(label="go") >> rows["{}"]\n'.format(*arrow.split())
    diagram, _ = draw(code)  # type: ignore[operator]
    scene = forms.scene(diagram, NARROW)
    assert scene
    assert checks.faults(scene) == []
    lines = [each.points for each in scene.shapes if isinstance(each, Stroke) and each.look == "line"]
    assert len({line[1].x for line in lines}) == len(lines)


def test_columns_of_a_conversation_are_as_wide_as_words_need_where_it_is_narrow(draw: object) -> None:
    code = 'with Diagram("x", graph_attr={"form": "sequence"}):\n    a, b = Node("Orchestrator"), Node("A")\n'
    code += '    c, d = Node("B"), Node("Participant")\n    a >> Edge(label="go", at="noon") >> b >> c >> d'
    diagram, _ = draw(code)  # type: ignore[operator]
    words = {size.name: [each for each in shapes(diagram, size) if isinstance(each, TextLine)] for size in SIZES}
    assert {"Orchestrator", "Participant", "noon"} <= {each.text for each in words["narrow"]}
    a, b, c, d = (
        each.x for name in ["Orchestrator", "A", "B", "Participant"] for each in words["wide"] if each.text == name
    )
    assert b - a == pytest.approx(c - b) == pytest.approx(d - c)


ORDER = """with Diagram("x", graph_attr={"lanes": "Customer | Shop | Bank"}):
    with Cluster("Customer"):
        cart, seen = Node("Cart"), Node("Confirmation")
    with Cluster("Shop"):
        order, held, sent = Node("Order"), Node("Reserve"), Node("Parcel")
    with Cluster("Bank"):
        card = Node("Card check")
    cart >> Edge(label="buys") >> order >> Edge(label="holds") >> held >> Edge(label="pays") >> card
    card >> Edge(label="paid") >> sent >> Edge(label="sent") >> seen
    card >> Edge(label="refused") >> cart
"""


def test_a_flow_may_have_lanes_rows_on_a_page_and_columns_on_a_phone(draw: object) -> None:
    diagram, problems = draw(ORDER)  # type: ignore[operator]
    assert [each for each in problems if "docstring" not in each] == []
    for size, along in ((WIDE, 1), (NARROW, 0)):
        made = shapes(diagram, size)
        lanes = [each.rect for each in made if isinstance(each, Box) and each.look == "area"]
        cards = {each.of: each.rect for each in made if isinstance(each, Box) and each.look == "cell"}
        assert len(lanes) == 3
        for lane, group in zip(lanes, diagram.groups, strict=True):
            held = [cards[node.id] for node in diagram.nodes if node.group == group.id]
            assert all(lane.holds(rect) for rect in held)
            assert len({rect.centre[along] for rect in held}) == 1
        assert {edge.id for edge in diagram.edges} == {each.of for each in made if isinstance(each, Stroke)}


def test_lanes_without_clusters_and_nodes_without_lanes_are_warnings(draw: object) -> None:
    code = 'with Diagram("x", graph_attr={"lanes": "A | B"}):\n    with Cluster("A"):\n        a = Node("one")\n'
    code += '    a >> Node("two")'
    diagram, problems = draw(code)  # type: ignore[operator]
    assert shapes(diagram)
    assert any("no cluster is the lane 'B'" in each for each in problems)
    assert any("'two' is in no lane" in each for each in problems)


def test_faults_of_shapes_are_found() -> None:
    """Each kind of fault is one."""
    from generator.drawing.scene.geometry import Point, Rect

    text, other = TextLine(10, 20, "word"), TextLine(14, 24, "word")
    line = Stroke((Point(0, 16), Point(90, 16)), "line")
    cell = Box(Rect(20, 0, 50, 50), "cell")
    assert list(collisions((text,), 90, 40)) == []
    assert list(collisions((text,), 20, 40)) == ["'word' leaves the picture"]
    assert len(list(collisions((text, other), 90, 40))) == 1
    assert len(list(collisions((line, text), 90, 40))) == 1
    assert len(list(collisions((text, cell), 90, 60))) == 1
    assert list(collisions((line, Box(Rect(0, 0, 90, 40), "cell"), text), 90, 40)) == []


def test_times_and_quantities_are_read() -> None:
    assert [value(each) for each in ("T=100", "12:00:05", "10 min", "$3,000", "95 %", "1.5 GB", "soon")] == [
        100, 43205, 600, 3000, 95, 1.5e9, None,
    ]  # fmt: skip
    assert [leading(each) for each in ("12:00:05 click", "T=100 shot", "10 min late", "3D world")] == [
        "12:00:05", "T=100", "10 min", "",
    ]  # fmt: skip


def test_cards_stand_beside_a_form_or_above_and_below_it(samples: dict[str, Diagram]) -> None:
    diagram = samples["grid with sides"]
    left, right = ({node.id for node in diagram.nodes if forms.side_of(node) == side} for side in ("left", "right"))
    for size, axis in ((WIDE, 0), (NARROW, 1)):
        boxes = [each for each in shapes(diagram, size) if isinstance(each, Box) and each.of.startswith("n")]
        inner = [each.rect for each in boxes if each.of not in left | right]
        assert max(each.rect[axis] + each.rect[axis + 2] for each in boxes if each.of in left) <= min(
            r[axis] for r in inner
        )
        assert min(each.rect[axis] for each in boxes if each.of in right) >= max(r[axis] + r[axis + 2] for r in inner)


def test_the_border_of_a_lit_cell_is_over_those_of_its_neighbours(draw: object) -> None:
    grid = 'with Diagram("x", graph_attr={"form": "grid", "columns": "2", "marked": "near", "muted": "far"}):\n'
    cells = ["far"] * 4
    cells[0] = cells[3] = "near"
    for index, each in enumerate(cells):
        grid += f'    Node("{index}", style="{"bold" if each == "near" else "dashed"}")\n'
    diagram, _ = draw(grid)
    tones = [each.tone for each in shapes(diagram) if isinstance(each, Box) and each.of]
    assert tones == ["muted", "muted", "marked", "marked"]


@pytest.mark.parametrize(
    "title", ["A", "A title that ends under the line", "A title that is as long as the picture is"]
)
def test_an_arrow_from_above_ends_over_the_title_of_a_table_or_runs_past_a_short_one(title: str, draw: object) -> None:
    table = f'    with Cluster("{title}", graph_attr={{"columns": "a | b"}}):\n'
    table += '        row = Node("1 | a value that is long")\n'
    diagram, _ = draw(
        'with Diagram("x", graph_attr={"form": "table"}):\n    one = Node("One", side="left")\n'
        f'{table}{table.replace("row", "low")}    one >> Edge(label="1. to") >> row >> Edge(label="2. on") >> low\n'
    )
    made = shapes(diagram, NARROW)
    heads = [each.rect for each in made if isinstance(each, TextLine) and each.text == title]
    bands = [each.rect for each in made if isinstance(each, Box) and each.look == "band"]
    ends = [each.points[-1] for each in made if isinstance(each, Stroke) and each.arrows == "forward"]
    ends.sort(key=lambda each: each.y)
    said = [next(e.rect for e in made if isinstance(e, TextLine) and e.text == text) for text in ("to", "on")]
    for head, band, end, words in zip(heads, bands, ends, said, strict=True):
        assert 0 <= band.y - end.y <= 2 if title == "A" else 4 <= head.y - end.y <= 8
        assert (end.x >= head.right + 8) == (title == "A")
        assert not words.grown(3).meets(head)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=lambda size: size.name)
def test_tables_below_each_other_with_the_same_columns_have_their_dividers_in_line(
    size: forms.Size, draw: object
) -> None:
    head = '{"columns": "place | tx", "column": "1"}'
    diagram, _ = draw(
        'with Diagram("x", graph_attr={"form": "table"}):\n'
        f'    with Cluster("A", graph_attr={head}):\n        Node("1 | user sells ten")\n'
        f'    with Cluster("B", graph_attr={head}):\n        Node("the second one | user")\n'
        '    with Cluster("C", graph_attr={"columns": "what", "column": "2"}):\n        Node("beside")\n'
    )
    rules = [each.points[0].x for each in shapes(diagram, size) if isinstance(each, Stroke) and each.look == "rule"]
    assert len(rules) == 2
    assert rules[0] == pytest.approx(rules[1])
