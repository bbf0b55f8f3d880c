"""Diagram modules are run as ordinary code of the library, and every mistake in one is told with its line."""

import os
from pathlib import Path

import pytest

from generator import reading
from generator.drawing import draw
from generator.drawing.layout import choosing
from generator.drawing.layout.judging import checks
from generator.drawing.modules.docstring import read_docstring
from generator.model import Bank, Diagram, Drawing
from generator.problems import Problem, Severity
from tests.drawing import draw_files

pytestmark = pytest.mark.slow

HEAD = '"""A title.\n\nA caption.\n\n1. It goes on.\n"""\nfrom diagrams import Diagram, Edge\n'
IMPORT = "from diagrams.onprem.queue import Kafka\n"
BODY = 'with Diagram("x", show=False):\n    Kafka("a") >> Edge(label="1. go") >> Kafka("b")\n'
GALLERY = sorted((Path(__file__).parent / "data/diagrams/gallery").glob("q*.py"))

MISTAKES = {
    "a name that is nearly right": (
        HEAD + IMPORT + BODY.replace('>> Kafka("b")', '>> Kafak("b")'),
        "q5.py:10: NameError: name 'Kafak' is not defined; did you mean 'Kafka'?",
    ),
    "a class that is nearly right": (
        HEAD + "from diagrams.aws.database import DynamoDb as Kafka\n" + BODY,
        "q5.py:8: ImportError: cannot import name 'DynamoDb' from 'diagrams.aws.database'; did you mean 'Dynamodb'?",
    ),
    "a class of another module": (
        HEAD + "from diagrams.aws.compute import Kinesis as Kafka\n" + BODY,
        "q5.py:8: ImportError: cannot import name 'Kinesis' from 'diagrams.aws.compute'; "
        "Kinesis is in diagrams.aws.analytics",
    ),
    "a class of another module, in other capitals": (
        HEAD + "from diagrams.aws.compute import DynamoDB as Kafka\n" + BODY,
        "q5.py:8: ImportError: cannot import name 'DynamoDB' from 'diagrams.aws.compute'; "
        "Dynamodb is in diagrams.aws.database",
    ),
    "a class of a module that is not there": (
        HEAD + "from diagrams.onprem.db import PostgreSQL\n" + BODY,
        "q5.py:8: ModuleNotFoundError: No module named 'diagrams.onprem.db'; PostgreSQL is in diagrams.onprem.database",
    ),
    "a class of a module that is nearly right": (
        HEAD + "from diagrams.aws.databse import RDS\n" + BODY,
        "q5.py:8: ModuleNotFoundError: No module named 'diagrams.aws.databse'; did you mean 'diagrams.aws.database'?",
    ),
    "a class that was not imported": (
        HEAD + BODY,
        "q5.py:9: NameError: name 'Kafka' is not defined; Kafka is in diagrams.onprem.queue",
    ),
    "a class of an imported module": (
        HEAD + "from diagrams.aws import compute\ncompute.Lamda\n",
        "q5.py:9: AttributeError: module 'diagrams.aws.compute' has no attribute 'Lamda'; did you mean 'Lambda'?",
    ),
    "a module that is nothing like any": (
        HEAD + "import diagrams.aws.foo\n" + BODY,
        "q5.py:8: ModuleNotFoundError: No module named 'diagrams.aws.foo'",
    ),
    "a library that is not there": (HEAD + "import nosuch\n", "q5.py:8: ModuleNotFoundError: No module named 'nosuch'"),
    "a module that is nearly right": (
        HEAD + "from diagrams.onprem.queues import Kafka\n" + BODY,
        "q5.py:8: ModuleNotFoundError: No module named 'diagrams.onprem.queues'; did you mean 'diagrams.onprem.queue'?",
    ),
    "a line that is no Python": (HEAD + IMPORT + BODY + "if\n", "q5.py:11: SyntaxError: invalid syntax"),
    "nodes outside a diagram": (
        HEAD + IMPORT + 'Kafka("a")\n',
        "q5.py:9: OSError: Global diagrams context not set up; put nodes and clusters inside `with Diagram(…):`",
    ),
    "no diagram": (HEAD, "q5.py: the module draws no Diagram; begin with `with Diagram(…):`"),
    "an icon that is nearly right": (
        HEAD + 'from diagrams.custom import Custom\nwith Diagram("x"):\n    Custom("a", "material/file-tre")\n',
        "q5.py:10: no icon 'material/file-tre' in Material's set; did you mean 'material/file-tree'?",
    ),
    "a step without a sentence": (
        HEAD + IMPORT + BODY + '    Kafka("c") >> Edge(label="2. more") >> Kafka("d")\n',
        "q5.py:11: an edge carries step 2, which the walk does not have; add a sentence `2. …` to the docstring",
    ),
    "a sentence without a step": (
        HEAD.replace("1. It", "1. First.\n2. It") + IMPORT + BODY,
        'q5.py:6: no edge carries step 2; put `Edge(label="2. …")` on the arrow that it tells of',
    ),
    "an exception of its own": (HEAD + "print(1 / 0)\n", "q5.py:8: ZeroDivisionError: division by zero"),
    "leaving the program": (HEAD + "import sys\nsys.exit(3)\n", "q5.py:9: SystemExit: 3"),
    "ending the process": (
        HEAD + "import os\nos._exit(3)\n",
        "q5.py: the module ended the process that draws diagrams",
    ),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, so that places are short."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def drawn(code: str) -> tuple[Drawing | None, tuple[Problem, ...]]:
    path = Path("q5.py")
    path.write_text(code, encoding="utf-8")
    return draw_files([path])[path]


def graph(body: str) -> Diagram:
    """The diagram that a module with this body draws."""
    drawing, problems = drawn("from diagrams import *\nfrom diagrams.onprem.queue import Kafka\n" + body)
    assert drawing, problems
    return drawing.diagram


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_the_modules_own_line(name: str) -> None:
    code, message = MISTAKES[name]
    drawing, problems = drawn(code)
    assert message in [str(problem) for problem in problems]
    assert drawing is None


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_a_module_that_is_not_utf_8_says_so(encoding: str) -> None:
    """The modules beside it are drawn."""
    bad, good = Path("q5.py"), Path("q6.py")
    bad.write_bytes((HEAD + "# café\n" + IMPORT + BODY).encode(encoding))
    good.write_text(HEAD + IMPORT + BODY, encoding="utf-8-sig")
    drawings = draw_files([bad, good])
    byte, line, offset = {"latin-1": ("e9", 8, 84), "utf-16": ("ff", 1, 0)}[encoding]
    what = f"q5.py:{line}: byte 0x{byte} at offset {offset} is not UTF-8; save the file as UTF-8"
    assert [str(problem) for problem in drawings[bad][1]] == [what]
    assert drawings[good][0]
    assert drawings[good][1] == ()


@pytest.mark.usefixtures("folder")
def test_a_module_that_cannot_be_read_says_so() -> None:
    Path("q5.py").mkdir()
    Path("q6.py").symlink_to("/dev/zero")
    os.mkfifo("q7.py")
    found = draw_files([Path("q5.py"), Path("q6.py"), Path("q7.py")])
    assert [str(problem) for _, problems in found.values() for problem in problems] == [
        "q5.py: cannot be read: Is a directory",
        "q6.py: is no file, and what it leads to may never end; put a file there",
        "q7.py: is no file, and what it leads to may never end; put a file there",
    ]


@pytest.mark.usefixtures("folder")
def test_what_is_missing_in_a_docstring_is_a_warning() -> None:
    drawing, problems = drawn('"""Only a title."""\n' + HEAD.partition('"""\n')[2] + IMPORT + BODY.replace("1. ", ""))
    assert drawing
    assert [problem.what for problem in problems] == [
        "the docstring has no caption",
        "the docstring has no numbered walk",
    ]
    assert {problem.severity for problem in problems} == {Severity.WARNING}


def test_modules_run_in_an_empty_folder_with_a_clean_environment(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    os.environ["A_SECRET"] = "told"  # noqa: S105
    code = (
        "import os, sys\nprint('loud')\nprint('louder', file=sys.stderr)\n"
        "assert os.listdir('.') == []\nassert 'A_SECRET' not in os.environ\n"
    )
    try:
        drawing, _ = drawn(HEAD + IMPORT + code + BODY)
    finally:
        del os.environ["A_SECRET"]
    assert drawing
    assert capfd.readouterr() == ("", "")
    assert [path.name for path in folder.iterdir()] == ["q5.py"]


@pytest.mark.usefixtures("folder")
def test_a_folder_called_diagrams_does_not_hide_the_library() -> None:
    path = Path("diagrams/data/q5.py")
    path.parent.mkdir(parents=True)
    path.write_text(HEAD + IMPORT + BODY, encoding="utf-8")
    assert draw_files([path])[path][0]
    assert not list((Path(__file__).parents[1] / "diagrams").rglob("__init__.py"))


@pytest.mark.usefixtures("folder")
def test_every_operator_of_the_library_draws_the_arrow_it_means() -> None:
    """Lists, chains, both directions, none, and a label that is a step."""
    made = graph(
        'with Diagram("x"):\n'
        '    a, b, c = Kafka("a"), Kafka("b"), Kafka("c")\n'
        '    a >> Edge(label="1. go") >> [b, c]\n'
        "    a << b\n    b - c\n"
        "    a >> Edge(forward=True, reverse=True) >> c\n"
        '    [a, b] >> Edge(style="dotted") >> c\n'
        '    c >> Edge(label="2.", color="darkgreen") >> a\n'
    )
    told = [(edge.source, edge.target, edge.arrows, edge.line, edge.hue, edge.step, edge.label) for edge in made.edges]
    assert told == [
        ("n1", "n2", "forward", "", "", 1, "go"),
        ("n1", "n3", "forward", "", "", 1, "go"),
        ("n1", "n2", "back", "", "", None, ""),
        ("n2", "n3", "none", "", "", None, ""),
        ("n1", "n3", "both", "", "", None, ""),
        ("n1", "n3", "forward", "dotted", "", None, ""),
        ("n2", "n3", "forward", "dotted", "", None, ""),
        ("n3", "n1", "forward", "", "green", 2, ""),
    ]


@pytest.mark.usefixtures("folder")
def test_groups_of_one_name_stay_apart_and_nest() -> None:
    made = graph(
        'with Diagram("x"):\n'
        '    with Cluster("zone"):\n        a = Kafka("a\\nwith detail\\nin two lines")\n'
        '        with Cluster("zone"):\n            b = Kafka()\n'
    )
    assert [(group.id, group.label, group.parent) for group in made.groups] == [
        ("g1", "zone", ""),
        ("g2", "zone", "g1"),
    ]
    assert [(node.label, node.detail, node.group) for node in made.nodes] == [
        ("a", "with detail in two lines", "g1"),
        ("", "", "g2"),
    ]


@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.stem)
def test_code_of_the_librarys_gallery_comes_out_right(path: Path) -> None:
    """Somebody else's modules, without docstrings, are drawn in all layouts without a fault, and legibly on a phone."""
    drawing, problems = draw_files([path])[path]
    assert drawing
    missing = "the picture 'rabbitmq.png' is not shown: there is no such file, or it is larger than 4 MB"
    allowed = (
        "no docstring",
        "a second Diagram in this module is not shown",
        missing,
        "minlen=3 of an arrow is not drawn",
    )
    assert [problem for problem in problems if problem.what not in allowed] == []
    assert drawing.diagram.title


def test_the_librarys_c4_nodes_are_read_without_their_markup() -> None:
    """Their labels are Graphviz' HTML; all their arrows are dashed, which means nothing then."""
    path = Path(__file__).parent / "data/diagrams/c4/q9.py"
    drawing, _ = draw_files([path])[path]
    assert drawing
    nodes = {node.label: node.detail for node in drawing.diagram.nodes}
    assert nodes["Mobile App"].startswith("[Container: Xamarin] Provides a limited subset of the Internet banking")
    assert "<" not in "".join(edge.label for edge in drawing.diagram.edges)
    assert {edge.kind for edge in drawing.diagram.edges} == {"main"}
    assert [fault for fault in checks.faults(choosing.scene(drawing.diagram, "wide")) if "title" not in fault] == []


@pytest.mark.usefixtures("folder")
def test_a_module_for_no_question_asks_which_was_meant() -> None:
    bank = _bank("### Question 950: Last one\n\n**Answer:**\n* **A:** b\n")
    for name in ("q951.py", "notes.py"):
        Path("diagrams").mkdir(exist_ok=True)
        Path("diagrams", name).write_text(HEAD + IMPORT + BODY, encoding="utf-8")
    _, problems = draw(Path("diagrams"), bank)
    assert [str(problem) for problem in problems] == [
        "diagrams/notes.py: no number in the name of this module; call it q901.py",
        "diagrams/q951.py: no question 951; did you mean q950?",
    ]


def _bank(text: str) -> Bank:
    Path("bank.md").write_text("# Bank\n\n## Topic\n\n" + text, encoding="utf-8")
    return reading.read([Path("bank.md")])[0]


def test_backticks_of_a_docstring_are_not_shown() -> None:
    words = read_docstring('"""A.\n\nSee `B`.\n\n1. Put `C`.\n"""\n')
    assert (words.caption, words.steps[0].text) == ("See B.", "Put C.")


def test_each_module_runs_in_an_empty_folder(tmp_path: Path) -> None:
    """What one module leaves behind, the next does not see."""
    look = "from pathlib import Path\nassert not list(Path().iterdir())\nPath('left').write_text('x')\n"
    files = [tmp_path / "q1.py", tmp_path / "q2.py"]
    for file in files:
        file.write_text(HEAD + IMPORT + look + BODY)
    for drawing, problems in draw_files(files).values():
        assert drawing, problems
