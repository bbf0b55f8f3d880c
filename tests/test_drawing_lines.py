"""Lines run straight: fans from a trunk, chains on one row, ends in the middle of cards; and none costs too much."""

import re
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.drawing import making
from generator.drawing.layout import choosing
from generator.drawing.layout.guessing import least_width
from generator.drawing.layout.inset import led_on, outside
from generator.drawing.layout.judging import checks
from generator.drawing.layout.judging.lines import judged
from generator.drawing.layout.layout import placed, read
from generator.drawing.layout.options import LayoutOptions
from generator.drawing.layout.ports import with_ports
from generator.drawing.layout.tidying.empty_areas import FINE, emptiest
from generator.drawing.painting.words import legend
from generator.drawing.scene.boxes import Sizes
from generator.drawing.scene.geometry import Point, Rect, crossings
from generator.drawing.scene.scene import Frame, Scene
from generator.drawing.scene.shapes import WIDE, Block, Box, Dot, Shape, Stroke
from generator.drawing.scene.trunks import buses_of, strands
from generator.files.cache import NOTHING
from generator.model import IN_ENGLISH, Diagram, Edge, Group, Node
from generator.pages.beside import portable
from generator.problems import Place
from tests.drawing import draw_files

WALK = '"""T.\n\nC.\n\n1. One.\n"""\n'
HEAD = "from diagrams import Cluster, Diagram, Edge, Node\n"


def made(arrows: str, direction: str = "LR", groups: tuple[Group, ...] = ()) -> Diagram:
    """A diagram of one-letter cards: "a>b:1 ask" is an arrow with a step and a word."""
    edges = []
    for index, arrow in enumerate(arrows.split("; "), 1):
        ends, _, label = arrow.partition(":")
        step, _, word = label.partition(" ")
        source, target = ends.split(">")
        edges.append(Edge(f"e{index}", source, target, word, int(step) if step else None, "main", "forward"))
    names = dict.fromkeys(name for edge in edges for name in (edge.source, edge.target))
    held = groups[0].id if groups else ""
    nodes = tuple(Node(name, name, "", None, "", held if name.isupper() else "") for name in names)
    return Diagram(7, "t", "", (), nodes, tuple(edges), groups, direction, Place("q7.py"), "")


def rows(scene: Scene) -> dict[str, float]:
    """The height of each card's middle."""
    return {card.node.id: card.rect.centre.y for card in scene.cards}


@pytest.mark.parametrize("arrows", ["a>x:1 ask; a>y:1 ask; a>z:1 ask", "x>a:1 ask; y>a:1 ask; z>a:1 ask"])
def test_a_fan_has_a_straight_trunk_with_its_label_and_the_card_in_the_middle(arrows: str) -> None:
    scene = choosing.scene(made(arrows), "wide")
    trunk = scene.routes[0].pieces[0 if arrows[0] == "a" else -1]
    assert len(trunk) == 2
    assert trunk[0].y == trunk[1].y
    assert 3 <= trunk[0].y - scene.labels[0].rect.bottom < 6
    assert rows(scene)["a"] == pytest.approx(rows(scene)["y"], abs=0.3)
    assert sorted(len(piece) for route in scene.routes for piece in route.pieces) == [2, 2, 2, 2, 3, 3]


def test_a_card_that_leads_to_two_stands_between_them() -> None:
    scene = choosing.scene(made("s>a; a>x:1 ask; a>y:1 ask"), "wide")
    places = rows(scene)
    assert places["a"] == pytest.approx((places["x"] + places["y"]) / 2, abs=1)
    assert places["s"] == pytest.approx(places["a"], abs=0.3)


def test_a_chain_runs_straight_beside_other_lines() -> None:
    """Lines that part and meet do not push the cards of the main path off their row."""
    scene = choosing.scene(made("a>b:1 go; b>c:2 go; c>d:3 go; b>e:4 log; e>d:5 log"), "wide")
    places = rows(scene)
    main = [places[name] for name in "abcd"]
    assert max(main) - min(main) < 10 < abs(places["e"] - places["a"])
    assert [len(route.pieces[0]) for route in scene.routes[:3]] == [2, 2, 2]
    assert checks.faults(scene) == []


def test_five_cards_with_words_between_them_fit_across() -> None:
    scene = choosing.scene(made("a>b:1 original; b>c:2 created; c>d:3 library; d>e:4 resized"), "wide")
    assert scene.width <= WIDE.flow
    assert max(rows(scene).values()) - min(rows(scene).values()) < 0.3


def test_the_guess_is_never_wider_than_the_layout() -> None:
    """What is not asked of the engine would not have fitted."""
    diagram = made("a>b:1 original; b>c:2 created; a>d; d>c:3 library")
    for direction in ("LR", "TB"):
        way = LayoutOptions("wide", direction, Sizes())
        assert least_width(diagram, way, {}) <= read(*placed(diagram, way, {})).width + 1


def test_a_lone_end_gets_the_middle_and_several_stand_apart_evenly() -> None:
    asked, answer = placed(made("a>x:1 ask; x>a:2 say; y>a:3 push; a>z"), LayoutOptions("wide", "LR", Sizes()), {})
    ports = {box["id"]: box.get("ports", []) for box in with_ports(asked, answer)["children"]}
    (end,) = [port["y"] for port in ports["z"]]
    assert end == asked.cards["z"].h / 2
    right = sorted(port["y"] for port in ports["a"] if port["x"] == asked.cards["a"].w)
    gaps = {round(other - one, 1) for one, other in pairwise(right)}
    assert len(right) == 3
    assert len(gaps) == 1


def test_a_cluster_with_a_form_is_one_box_whose_arrows_are_led_inside() -> None:
    diagram = made("a>X:1 ask; X>Y; Y>b:2 say", groups=(Group("g", "Table", "", "table"),))
    block = Block(100, 60, (), {"X": Rect(10, 10, 80, 20)})
    left = outside(diagram, {"g": block})
    assert [node.id for node in left.nodes] == ["a", "b", "g"]
    assert [(edge.source, edge.target) for edge in left.edges] == [("a", "g"), ("g", "b")]
    assert left.groups == ()
    at = Point(200, 100)
    assert led_on(Point(190, 120), block, at, "X") == Point(210, 120)
    assert led_on(Point(190, 155), block, at, "X") is None
    assert led_on(Point(190, 120), block, at, "Y") is None


@pytest.mark.parametrize("side", [7, 20])
def test_very_many_arrows_are_drawn_plainly_in_time_and_said(side: int) -> None:
    """All to all: bounded by its size, so that every machine draws the same."""
    diagram = made("; ".join(f"a{one}>b{other}:1 w{one}{other}" for one in range(side) for other in range(side)))
    before = time.process_time()
    drawing, problems = making.make(diagram, NOTHING, IN_ENGLISH)
    assert time.process_time() - before < 3
    assert drawing
    (problem,) = problems
    assert problem.place.file == "q7.py"
    assert f"{2 * side} cards and {side * side} arrows are too many" in problem.what
    assert drawing.inline.svg.count('data-kind="main"') >= 3 * side


def test_a_key_stands_once_and_says_what_the_author_says(tmp_path: Path) -> None:
    module = tmp_path / "q7.py"
    tree = 'with Diagram("x", graph_attr={"form": "tree", "marked": "locked", "reply": "sent"}):\n'
    tree += '    Node("r") >> Edge(color="green", label="1. s") >> Node("c", style="bold")\n'
    module.write_text(WALK + HEAD + tree, encoding="utf-8")
    drawing, _ = draw_files([module])[module]
    assert drawing
    signs = [(sign.look, sign.tone, sign.words) for sign in legend(drawing.diagram)]
    assert signs == [("cell", "marked", "locked"), ("arrow", "reply", "sent")]
    for picture in (drawing.inline, drawing.standalone, drawing.medium, drawing.narrow):
        assert picture.svg.count(">locked<") == 1
    turned = replace(drawing.diagram, attributes=drawing.diagram.attributes[::-1])
    assert [sign.words for sign in legend(turned)] == ["sent", "locked"]
    bare = replace(drawing.diagram, attributes=(("form", "tree"),))
    assert [sign.words for sign in legend(bare)] == ["reply"]


def test_a_loop_stands_close_to_its_card_wherever_that_is_moved_and_is_larger_than_its_head() -> None:
    scene = choosing.scene(made("a>b:1 ask; b>b:2 wait; b>c:3 go; c>d; c>e"), "wide")
    rect = next(card.rect for card in scene.cards if card.node.id == "b")
    loop = next(route.pieces for route in scene.routes if route.edge.id == "e2")
    assert all(rect.grown(20).holds(Rect(point.x, point.y, 0, 0)) for piece in loop for point in piece)
    assert any(not rect.grown(16).holds(Rect(point.x, point.y, 0, 0)) for piece in loop for point in piece)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A picture that stands on its own, as its file has it."""
    module = tmp_path_factory.mktemp("alone") / "q7.py"
    code = 'with Diagram("x"):\n    with Cluster("A group of them"):\n        a = Node("First name\\na detail of it")\n'
    code += '    a >> Edge(label="1. some words", color="green") >> Node("Second")\n'
    module.write_text(WALK.replace("T.", "A title to be seen.") + HEAD + code, encoding="utf-8")
    drawing, _ = draw_files([module])[module]
    assert drawing
    return portable.titled(drawing)


def test_a_picture_on_its_own_shows_its_title_and_its_key(alone: str) -> None:
    said = re.findall(r"<text[^>]*>([^<]*)</text>", alone)
    assert said[0].startswith("A title to be seen")
    assert said[-1] == "reply"


@pytest.mark.slow
def test_words_of_a_picture_on_its_own_keep_their_room_in_any_font(alone: str, browser: Browser) -> None:
    """With the widest font that every system has, no line of text is wider than what was measured for it."""
    page = browser.new_page()
    page.set_content(alone.replace("font-family:Inter", "font-family:monospace"))
    texts = "[...document.querySelectorAll('text')]"
    drawn = page.evaluate(f"{texts}.map((each) => [each.textContent, each.getBBox().width])")
    plain = page.evaluate("""[...document.querySelectorAll('text[textLength]')].map((each) => {
        const room = each.getAttribute('textLength'); each.removeAttribute('textLength');
        return [each.textContent, each.getBBox().width, Number(room)]; })""")
    page.close()
    assert any(width > room * 1.1 for _, width, room in plain)
    rooms = {words: room for words, _, room in plain}
    assert all(width <= rooms[words] + 1 for words, width in drawn if len(words) > 2)


def spoiled(*lines: tuple[tuple[float, float], ...]) -> Scene:
    """A sound layout of three cards with other lines."""
    scene = choosing.scene(made("a>b; b>c"), "wide")
    assert checks.faults(scene) == []
    pieces = [tuple(Point(x, y) for x, y in line) for line in lines]
    routes = (replace(route, pieces=(piece,)) for route, piece in zip(scene.routes, pieces, strict=True))
    return replace(scene, routes=tuple(routes))


def test_lines_on_one_another_far_about_and_along_borders_are_faults_with_their_edges() -> None:
    scene = spoiled(((0, 10), (60, 10)), ((20, 11), (90, 11)))
    assert list(judged(scene)) == ["the edge a-b and the edge b-c run on one another"]
    scene = spoiled(((0, 10), (0, 400), (60, 400), (60, 10)), ((70, 11), (90, 11)))
    assert list(judged(scene)) == ["the edge a-b goes far about"]
    frame = Frame(Group("g", "Those", ""), Rect(0, 12, 100, 90), Rect(0, 0, 0, 0))
    scene = replace(spoiled(((0, 10), (60, 10)), ((70, 40), (90, 40))), frames=(frame,))
    assert list(judged(scene)) == ["the edge a-b runs along the border of 'Those'"]
    scene = spoiled(((0, 10), (60, 10)), ((30, 0), (30, 90)))
    assert list(judged(scene)) == ["the edge a-b and the edge b-c cross"]


def test_the_entries_of_a_key_begin_on_one_line_where_they_do_not_fit_beside_each_other(browser: Browser) -> None:
    style = (Path(__file__).parents[1] / "docs/assets/stylesheets/diagram/diagram.css").read_text("utf-8")
    page = browser.new_page()
    page.set_content(f'<style>{style}</style><div class="dg-key"><span>short</span><span>a longer one</span></div>')
    places = (
        "[...document.querySelectorAll('span')].map(each => each.getBoundingClientRect()).map(r => [r.left, r.right])"
    )
    page.set_viewport_size({"width": 800, "height": 200})
    (left, _), (_, right) = page.evaluate(places)
    assert left == pytest.approx(800 - right, abs=1)
    page.set_viewport_size({"width": 120, "height": 200})
    (one, _), (other, _) = page.evaluate(places)
    assert one == other
    page.close()


@pytest.mark.parametrize(
    ("shape", "share"),
    [
        (Stroke((Point(100, 0), Point(100, 400)), "life"), 0.74),
        (Dot(Point(200, 200), 190, "reach"), 0.0),
        (Box(Rect(0, 0, 400, 400), "cell"), 0.0),
        (Box(Rect(0, 0, 400, 400), "lane"), 1.0),
    ],
)
def test_an_empty_area_ends_at_lines_and_things_and_not_at_the_ground_that_they_stand_on(
    shape: Shape, share: float
) -> None:
    scene = Scene(made("a>b"), "wide", 400, 400, (), (), (), (), (shape,))
    assert emptiest(scene, FINE) == pytest.approx(share, abs=0.02)


BICLIQUE = "i>a; i>b; i>c; a>x; b>x; c>x; a>y; b>y; c>y"


@pytest.mark.parametrize("name", ["wide", "narrow"])
def test_what_leads_from_all_of_some_cards_to_all_of_others_is_one_bar_without_a_crossing(name: str) -> None:
    scene = choosing.scene(made(BICLIQUE), name)
    lines = [piece for route in scene.routes for piece in route.pieces]
    assert not any(crossings(one, other) for one in lines for other in lines)
    assert not checks.faults(scene)
    assert len({route.pieces[0][-1] for route in scene.routes if route.edge.source != "i"}) == 1


@pytest.mark.parametrize("arrows", ["a>x:1 ask; b>x:1 ask; a>y:2 tell; b>y:2 tell", "a>x; b>x; a>y"])
def test_what_says_something_of_its_own_or_leads_not_from_all_to_all_has_no_bar(arrows: str) -> None:
    assert not buses_of(choosing.scene(made(arrows), "wide"))


def test_a_bar_of_arrows_of_several_colours_is_in_none_of_them() -> None:
    """Each colour begins where its own line leaves the bar."""
    plain = made(BICLIQUE)
    hues = {"x": "orange", "y": "brown"}
    edges = tuple(replace(edge, hue=hues.get(edge.target, "")) for edge in plain.edges)
    painted = strands(choosing.scene(replace(plain, edges=edges), "wide"))
    own = [route for route in painted if route.edge.hue]
    assert {route.edge.arrows for route in own} == {"forward"}
    common = [route for route in painted if not route.edge.hue and route.edge.source != "i"]
    assert len(own) == len(common) == 6
    assert {route.pieces[0][-1] for route in common} == {route.pieces[0][0] for route in own}
    assert {route.edge.arrows for route in common} == {"none"}


def test_an_arrow_that_is_only_its_head_costs_a_layout_dearly() -> None:
    scene = choosing.scene(made("a>b"), "wide")
    stub = replace(scene.routes[0], pieces=((Point(0, 0), Point(5, 0)),))
    assert choosing.cost(replace(scene, routes=(stub,))) > choosing.cost(scene) + 200
