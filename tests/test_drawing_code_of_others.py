"""Modules that others have written, not for us, are drawn as they say: no meaning made up, nothing lost in silence."""

import shutil
import textwrap
from pathlib import Path

import pytest

from generator.drawing import Limits, RunOptions, draw, icons, plain_icons
from generator.files.cache import Cache
from generator.model import Diagram, Drawing
from generator.problems import Severity
from tests.drawing import draw_files

pytestmark = pytest.mark.slow

CASES = Path(__file__).parent / "data/diagrams/cases"
WALK = '"""Title.\n\nCaption.\n\n1. First.\n"""\n'


def drawn(path: Path) -> tuple[Drawing, list[str]]:
    """A module's drawing, and what was said of it but that it has no walk."""
    drawing, problems = draw_files([path])[path]
    assert drawing, problems
    told = [str(problem).removeprefix(f"{path}:") for problem in problems]
    return drawing, [each for each in told if "numbered walk" not in each and "no docstring" not in each]


def case(number: int) -> tuple[Diagram, list[str]]:
    """One of the modules in tests/data/diagrams/cases."""
    drawing, told = drawn(CASES / f"q{number}.py")
    return drawing.diagram, told


def said(folder: Path, body: str, head: str = "") -> tuple[Diagram, list[str]]:
    """The diagram of a module with this body, and what was said of it."""
    names = "from diagrams import *\nfrom diagrams.onprem.compute import Server\nfrom diagrams.custom import Custom\n"
    path = folder / "q5.py"
    path.write_text(head + names + textwrap.dedent(body), encoding="utf-8")
    drawing, told = drawn(path)
    return drawing.diagram, told


def test_addresses_ports_and_amounts_are_labels() -> None:
    made, told = case(1)
    assert [(edge.step, edge.label) for edge in made.edges] == [
        (None, "0.0.0.0/0"),
        (None, "10.0.1.0/24"),
        (None, "80"),
        (None, "1.5 GB a day"),
    ]
    assert told == []


@pytest.mark.parametrize("label", ["99.9%", "5", "22", "0.07", "2.ask", "1.2. nested", "(1) ask", "443/tcp"])
@pytest.mark.parametrize("head", ["", WALK])
def test_what_is_no_step_stays_as_it_is_written(label: str, head: str, tmp_path: Path) -> None:
    body = f'with Diagram("x"):\n    a = Server("a")\n    a >> Edge(label="1. go") >> a >> Edge(label={label!r}) >> a\n'
    made, _ = said(tmp_path, body, head)
    assert [(edge.step, edge.label) for edge in made.edges] == [(1, "go"), (None, label)]


def test_a_class_of_the_authors_own_has_its_parents_icon() -> None:
    made, told = case(2)
    assert [(node.label, node.icon) for node in made.nodes] == [
        ("first", "aws/compute/lambda"),
        ("second", "aws/compute/lambda"),
    ]
    assert told == []


def test_colours_stay_apart_and_get_no_meaning() -> None:
    drawing, told = drawn(CASES / "q4.py")
    assert [(edge.kind, edge.hue) for edge in drawing.diagram.edges] == [
        ("main", "red"),
        ("main", "green"),
        ("main", "blue"),
        ("main", "orange"),
    ]
    assert drawing.diagram.colours == (
        ("red", "write"), ("orange", "export"), ("green", "read"), ("blue", "replicate"),
    )  # fmt: skip
    assert "failure" not in drawing.description
    assert "reply" not in drawing.description
    assert told == []


def test_colours_that_are_nearly_one_stay_apart(tmp_path: Path) -> None:
    body = """
        with Diagram("x"):
            a = Server("a")
            for colour in ("blue", "navy", "#3030ff", "steelblue", "black", "gray40"):
                a >> Edge(color=colour) >> a
    """
    made, _ = said(tmp_path, body)
    hues = [edge.hue for edge in made.edges]
    assert len(set(hues[:4])) == 4
    assert hues[4:] == ["", ""]


def test_colours_have_their_documented_meaning_in_a_module_with_a_walk(tmp_path: Path) -> None:
    body = """
        with Diagram("x"):
            a = Server("a")
            a >> Edge(label="1. go", color="red") >> a
            a >> Edge(color="green") >> a
            a >> Edge(style="dotted") >> a
            a >> Edge(color="firebrick", style="dashed") >> a
            a >> Edge(color="#0000cc", style="bold") >> a
    """
    made, _ = said(tmp_path, body, WALK)
    assert [(edge.kind, edge.hue, edge.line) for edge in made.edges] == [
        ("failure", "", ""),
        ("reply", "", ""),
        ("observe", "", ""),
        ("main", "red", "dashed"),
        ("main", "blue", "bold"),
    ]


def test_the_authors_direction_is_known() -> None:
    assert case(5)[0].direction == "BT"


def test_labels_at_both_ends_stand_on_the_arrow(tmp_path: Path) -> None:
    made, told = case(7)
    assert (made.edges[0].label, told) == ("eth0 – trunk – gi1/0/1", [])
    body = 'with Diagram("x"):\n    a = Server("a")\n    a >> Edge(label="sync", xlabel="1 Gb/s") >> a\n'
    assert said(tmp_path, body)[0].edges[0].label == "sync\n1 Gb/s"


def test_an_authors_own_picture_is_carried_in_every_form(tmp_path: Path) -> None:
    """Small, as an icon of the library is, and found again in the cache."""
    cache = Cache(tmp_path)
    for _ in range(2):
        drawing, problems = draw_files([CASES / "q8.py"], cache=cache)[CASES / "q8.py"]
        assert drawing, problems
        own = drawing.diagram.nodes[1].icon
        assert own.startswith("own/")
        assert f"assets/icons/{own.replace('/', '-')}.png" in drawing.inline.svg
        data = icons([drawing])[f"assets/icons/{own.replace('/', '-')}.png"]
        assert data.startswith(b"\x89PNG")
        assert len(data) < 4000
        assert drawing.standalone.svg.count("data:image/png;base64,") == 2


@pytest.mark.parametrize("place", ["logo.svg", "art/logo.svg"])
def test_an_svg_is_painted_and_never_copied(place: str, tmp_path: Path) -> None:
    """From beside the module or from the root of its repository."""
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "diagrams" / "topic"
    folder.mkdir(parents=True)
    picture = (tmp_path if "/" in place else folder) / place
    picture.parent.mkdir(exist_ok=True)
    picture.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="alert(1)"><script>alert(1)</script>'
        '<circle cx="5" cy="5" r="4" fill="red"/></svg>'
    )
    body = f'with Diagram("x"):\n    Custom("ours", {place!r}) >> Server("a")\n'
    made, told = said(folder, body)
    assert told == []
    assert dict(made.own)[made.nodes[0].icon].startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("none.png", None, "there is no such file, or it is larger than 4 MB"),
        ("text.png", b"hello", "it is no PNG, JPEG, GIF, WebP or SVG that can be read"),
        ("bad.svg", b"<svg", "it is no PNG, JPEG, GIF, WebP or SVG that can be read"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_a_card_and_a_warning(
    name: str, data: bytes | None, why: str, tmp_path: Path
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    made, told = said(tmp_path, f'with Diagram("x"):\n    Custom("ours", "{name}") >> Server("a")\n')
    assert made.nodes[0].icon == ""
    hint = "keep it beside the module or in the repository"
    assert told == [f"5: warning: the picture '{name}' is not shown: {why}; {hint}"]


@pytest.mark.parametrize("path", ["material/file-tree", "material/file-tree.svg", "icons/material/file-tree.png"])
def test_icons_of_materials_set_are_known_by_name_and_by_file(path: str, tmp_path: Path) -> None:
    made, told = said(tmp_path, f'with Diagram("x"):\n    Custom("tree", "{path}") >> Server("a")\n')
    assert (made.nodes[0].icon, told) == ("material/file-tree", [])


def test_a_module_is_drawn_again_when_a_file_that_it_read_changes(tmp_path: Path) -> None:
    """A helper that it imported as well, and a file that was not there."""
    shutil.copy(CASES / "q9.py", tmp_path / "q9.py")
    (tmp_path / "q317.json").write_text('["one", "two"]')
    code = (tmp_path / "q9.py").read_text()
    extra = "import helper, os\nif os.path.lexists('x'): pass\ntry: open(__file__ + '.txt')\nexcept OSError: pass\n"
    (tmp_path / "q9.py").write_text(
        code.replace("import json\n", f"import json\n{extra}").replace('"From', 'helper.NAME + "From')
    )
    (tmp_path / "helper.py").write_text("NAME = 'Helped '\n")
    cache = Cache(tmp_path / "cache")

    def look() -> tuple[bool, int, str]:
        """Whether it was taken from the cache, its nodes, and its code's name."""
        path = tmp_path / "q9.py"
        kept = draw_files([path], cache=cache, running=RunOptions(allowed=False))[path][0]
        drawing, _ = draw_files([path], cache=cache)[path]
        assert drawing
        return bool(kept), len(drawing.diagram.nodes), drawing.diagram.title

    assert look()[:2] == (False, 2)
    assert look()[:2] == (True, 2)
    (tmp_path / "q317.json").write_text('["one", "two", "three"]')
    assert look()[:2] == (False, 3)
    (tmp_path / "helper.py").write_text("NAME = 'Other '\n")
    assert look()[:2] == (False, 3)
    (tmp_path / "q9.py.txt").write_text("there now")
    assert look()[:2] == (False, 3)
    (tmp_path / "unread.json").write_text("[]")
    assert look()[:2] == (True, 3)


def test_a_helper_beside_the_modules_is_no_module_without_a_question(tmp_path: Path) -> None:
    (tmp_path / "common.py").write_text("from diagrams.onprem.compute import Server\n")
    (tmp_path / "notes.py").write_text("")
    (tmp_path / "q5.py").write_text(
        'from diagrams import Diagram\nimport common\nwith Diagram("x"):\n    common.Server("a")\n'
    )
    drawings, problems = draw(tmp_path, None)
    assert list(drawings) == [5]
    assert [problem.place.file for problem in problems if problem.severity is Severity.ERROR] == [
        f"{tmp_path}/notes.py"
    ]


def test_a_script_with_arguments_and_an_exit_is_drawn() -> None:
    made, told = case(12)
    assert (made.title, len(made.nodes), told) == ("Arguments", 2, [])


def test_a_module_finds_a_file_where_the_library_would_have_written_one() -> None:
    made, told = case(17)
    assert (len(made.nodes), told) == (2, [])


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("raise ValueError('late')", "7: warning: after the picture: ValueError: late"),
        ("sys.exit('done')", "7: warning: after the picture: SystemExit: done"),
        ("sys.exit(2)", "7: warning: after the picture: SystemExit: 2"),
        ("sys.exit()", ""),
    ],
)
def test_what_fails_after_a_whole_picture_takes_nothing_from_it(last: str, told: str, tmp_path: Path) -> None:
    made, said_of_it = said(tmp_path, f'import sys\nwith Diagram("x"):\n    Server("a")\n{last}\n')
    assert len(made.nodes) == 1
    assert said_of_it == ([told] if told else [])


def test_an_arrow_from_group_to_group_knows_its_frames(tmp_path: Path) -> None:
    made, told = case(20)
    assert (made.edges[0].ends, told) == (("g1", "g2"), [])
    body = (
        'with Diagram("x"):\n    with Cluster("a"):\n        a = Server("a")\n    a >> Edge(lhead="cluster_b") >> a\n'
    )
    assert said(tmp_path, body)[1] == [
        "7: warning: no 'cluster_b' for lhead; a cluster's name is 'cluster_' and its label"
    ]


def test_numbered_arrows_without_a_walk_have_badges_and_a_warning() -> None:
    path = CASES / "q21.py"
    drawing, problems = draw_files([path])[path]
    assert drawing
    assert [(edge.step, edge.label) for edge in drawing.diagram.edges] == [(1, "ask"), (2, "look up"), (3, "answer")]
    assert [str(problem).partition("q21.py:")[2] for problem in problems] == [
        "1: warning: the arrows are numbered, and the docstring has no walk; add a list `1. …`"
    ]


def test_what_is_unseen_is_untold(tmp_path: Path) -> None:
    body = """
        with Diagram("x"):
            a, b, spacer = Server("a"), Server("b"), Node("spacer", style="invis")
            a >> Edge(label="secret order", style="invis") >> b
            a >> Edge(style="invis") >> spacer
            with Cluster("together", graph_attr={"style": "invis"}):
                with Cluster("framed"):
                    Server("c")
    """
    made, told = said(tmp_path, body)
    assert (made.edges, told) == ((), [])
    assert made.hints == (("n1", "n2"),)
    assert [node.label for node in made.nodes] == ["a", "b", "c"]
    assert [(group.label, group.parent) for group in made.groups] == [("framed", "")]


def test_defaults_for_all_edges_and_nodes_are_heeded(tmp_path: Path) -> None:
    body = """
        with Diagram("x", edge_attr={"color": "purple", "style": "dashed"}, node_attr={"shape": "cylinder"}):
            Node("store") >> Edge(style="bold") >> Node("other") >> Server("a")
    """
    made, told = said(tmp_path, body)
    assert [(edge.hue, edge.line) for edge in made.edges] == [("purple", "bold"), ("purple", "dashed")]
    assert [node.shape for node in made.nodes] == ["cylinder", "cylinder", ""]
    assert told == []


def test_frames_keep_the_colours_that_the_author_gave_them(tmp_path: Path) -> None:
    body = """
        with Diagram("x"):
            with Cluster("plain"):
                Server("a")
            with Cluster("public", graph_attr={"bgcolor": "lightblue"}):
                Server("b")
            with Cluster("danger", graph_attr={"pencolor": "red", "bgcolor": "white"}):
                Server("c")
    """
    assert [group.hue for group in said(tmp_path, body)[0].groups] == ["", "blue", "red"]


def test_one_of_several_diagrams_is_shown_and_the_others_are_named(tmp_path: Path) -> None:
    two = 'with Diagram("one"):\n    Server("a")\nwith Diagram("two"{}):\n    Server("b") >> Server("c")\n'
    hint = 'only the first is, or the one with `filename="q5"`'
    made, told = said(tmp_path, two.format(""))
    assert len(made.nodes) == 1
    assert told == [f"6: warning: a second Diagram in this module is not shown; {hint}"]
    made, told = said(tmp_path, two.format(', filename="out/q5"'))
    assert len(made.nodes) == 2
    assert told == [f"4: warning: a second Diagram in this module is not shown; {hint}"]


BY_ITSELF = "the layout finds the places of cards by itself"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('a >> Edge(URL="https://x") >> a', "the link of an arrow is not drawn"),
        ('a >> Edge(tooltip="more") >> a', "the tooltip of an arrow is not drawn"),
        ('a >> Edge(arrowhead="crow") >> a', "arrowhead='crow' is not drawn; it is drawn as a plain arrow"),
        ('Node("x", shape="star")', "shape='star' is not drawn; it is drawn as a card"),
        ('Server("x", URL="https://x")', "the link of a node is not drawn; a card leads to its component's page"),
        (
            'a >> Edge(minlen="2") >> a',
            "minlen=2 of an arrow is not drawn; the layout finds the places of cards by itself",
        ),
        ('a >> Edge(fontsize="20", penwidth="3", weight="2") >> a', ""),
    ],
)
def test_what_is_said_and_not_drawn_is_told_with_its_line(line: str, told: str, tmp_path: Path) -> None:
    _, said_of_it = said(tmp_path, f'with Diagram("x"):\n    a = Server("a")\n    {line}\n')
    assert said_of_it == ([f"6: warning: {told}"] if told else [])


def test_a_warning_is_not_told_when_the_module_accepts_it(tmp_path: Path) -> None:
    body = 'with Diagram("x"):\n    Node("x", shape="star")\n    Node("y", shape="egg", tooltip="more")\n'
    assert [line.partition(": ")[2] for line in said(tmp_path, body)[1]] == [
        "warning: shape='star' is not drawn; it is drawn as a card",
        "warning: the tooltip of a node is not drawn; a second line of the label is",
    ]
    assert len(said(tmp_path, f"# accept: tooltip of a node\n{body}")[1]) == 1
    assert len(said(tmp_path, f"# accept: is not drawn\n{body}")[1]) == 0


def test_what_the_network_would_have_brought_is_told(tmp_path: Path) -> None:
    body = """
        from urllib.request import urlretrieve
        urlretrieve("https://example.org/icon.png", "icon.png")
        with Diagram("x"):
            Custom("queue", "icon.png")
    """
    made, told = said(tmp_path, body)
    assert len(made.nodes) == 1
    what = "'https://example.org/icon.png' is not fetched: diagram modules have no network"
    assert f"6: warning: {what}; keep the file beside the module" in told


def test_labels_of_records_and_tables_are_read_field_by_field(tmp_path: Path) -> None:
    body = """
        with Diagram("x"):
            Node("{user|<id> id: int|name: text}", shape="record")
            Node("<<table><tr><td>orders</td></tr><tr><td>total</td></tr></table>>", shape="plaintext")
    """
    made, _ = said(tmp_path, body)
    assert [(node.label, node.detail) for node in made.nodes] == [("user", "id: int name: text"), ("orders", "total")]


def test_a_module_says_its_encoding_as_python_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "q5.py"
    code = '# -*- coding: latin-1 -*-\nfrom diagrams import Diagram, Node\nwith Diagram("café"):\n    Node("thé")\n'
    path.write_bytes(code.encode("latin-1"))
    drawing, problems = draw_files([path])[path]
    assert drawing, problems
    assert (drawing.diagram.title, drawing.diagram.nodes[0].label) == ("café", "thé")
    assert "café" in drawing.diagram.code


def test_one_broken_module_leaves_the_others_alone(tmp_path: Path) -> None:
    good = 'from diagrams import Diagram, Node\nwith Diagram("x"):\n    Node("a")\n'
    broken = ("raise SystemError", "import os; os._exit(1)", "import os; os.kill(os.getpid(), 9)", "x = [1] * 10**10")
    files = []
    for number, line in enumerate(broken):
        files += [tmp_path / f"q{2 * number + 1}.py", tmp_path / f"q{2 * number + 2}.py"]
        files[-2].write_text(f"{line}\n")
        files[-1].write_text(good)
    results = draw_files(files, running=RunOptions(limits=Limits(seconds=5)))
    assert [bool(drawing) for drawing, _ in results.values()] == [False, True] * len(broken)
    assert all(len(problems) == 1 for drawing, problems in results.values() if not drawing)


def test_icons_of_materials_set_become_files_for_the_plain_library() -> None:
    code = 'Custom("a", "icons/material/file-tree.png"), Custom("b", "icons/ours.png"), "icons/material/no-such.png"'
    made = plain_icons(code)
    assert list(made) == ["icons/material/file-tree.png"]
    assert made["icons/material/file-tree.png"].startswith(b"\x89PNG")


def test_hues_and_lines_are_painted_with_a_key(tmp_path: Path) -> None:
    """In the picture of the page and in the one that stands alone, in light and in dark."""
    drawing, _ = drawn(CASES / "q4.py")
    for hue in ("red", "green", "blue", "orange"):
        assert f'class="line {hue}"' in drawing.inline.svg
        assert f".line.{hue}{{" in drawing.standalone.svg
    for svg in (drawing.inline.svg, drawing.standalone.svg):
        assert all(f">{word}</" in svg for word in ("write", "read", "replicate", "export"))
    path = tmp_path / "q5.py"
    body = "    a = Node('a')\n    a >> Edge(style='dashed') >> Node('b')\n    a - Node('c')\n"
    path.write_text(f"from diagrams import *\nwith Diagram('x'):\n{body}")
    assert 'class="line" stroke-dasharray="5 3"' in drawn(path)[0].inline.svg
