"""A diagram module is code of others: it runs without network, writes nowhere else, and takes no more than it may."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.drawing import Limits, RunOptions
from generator.drawing.modules.loading import unbound
from generator.drawing.modules.sources import text
from tests.drawing import draw_files

pytestmark = pytest.mark.slow

DRAW = "from diagrams import Diagram, Node\nwith Diagram('x'):\n    Node(str(seen))\n"
CHILD = "import subprocess, sys\nseen = subprocess.run([sys.executable, '-c', {!r}]).returncode\n"
SOCKET = "import socket; socket.create_connection(('127.0.0.1', {}), 2)"


def ran(folder: Path, code: str, memory: int = 256) -> tuple[str, list[str]]:
    """What a module saw, as the label of its node, and what was said of it."""
    path = folder / "q5.py"
    path.write_text(code, encoding="utf-8")
    drawing, problems = draw_files([path], running=RunOptions(limits=Limits(seconds=5, memory=memory)))[path]
    told = [str(problem).removeprefix(f"{path}:") for problem in problems]
    return drawing.diagram.nodes[0].label if drawing else "", told


def test_this_system_keeps_modules_from_network_and_writing(tmp_path: Path) -> None:
    """The tests below would pass through Python's own refusals alone; here is what the kernel says."""
    for elsewhere, free in (("", []), ("bounds._system = None; ", ["the network", "writing outside its folder"])):
        program = f"from generator.running import bounds; {elsewhere}print(bounds.confine({str(tmp_path)!r}, 256, 5))"
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert done.stdout == f"{free}\n"


@pytest.mark.parametrize("by_a_child", [False, True])
def test_a_module_has_no_network(by_a_child: bool, tmp_path: Path) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as server:
        connect = SOCKET.format(server.getsockname()[1])
        if by_a_child:
            assert ran(tmp_path, CHILD.format(connect) + DRAW)[0] == "1"
        else:
            told = ran(tmp_path, f"{connect}\nseen = 0\n{DRAW}")[1]
            assert told == ["1: PermissionError: diagram modules have no network; keep what they need beside them"]


@pytest.mark.parametrize("by_a_child", [False, True])
@pytest.mark.parametrize(
    "change",
    [
        "open({!r}, 'w').write('x')",
        "import os; os.remove({!r})",
        "import os; os.rename({!r}, {!r} + '2')",
        "import os; os.truncate({!r}, 0)",
        "import os; os.mkdir({!r} + '.d')",
        "import os; os.symlink('x', {!r} + '.l')",
    ],
)
def test_a_module_writes_nowhere_else(change: str, by_a_child: bool, tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("precious")
    line = change.replace("{!r}", repr(str(kept)))
    seen, told = ran(tmp_path, (CHILD.format(line) if by_a_child else f"{line}\nseen = 0\n") + DRAW)
    assert (
        (seen, len(told)) == ("1", 1) if by_a_child else told[0].startswith("1: PermissionError: diagram modules write")
    )
    assert kept.read_text() == "precious"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept.txt", "q5.py"]


def test_a_module_changes_no_rights_or_times_elsewhere(tmp_path: Path) -> None:
    """By no call of the system's; copying a file in its own folder, which sets both, works as ever."""
    kept = tmp_path / "kept.txt"
    kept.write_text("precious")
    kept.chmod(0o640)
    before = kept.stat()
    path = os.fsencode(kept)
    calls = f"c.chmod({path}, 0)", f"c.utimes({path}, None)", f"c.setxattr({path}, b'user.x', b'1', 1, 0)"
    code = f"import ctypes, os, shutil\nc = ctypes.CDLL(None)\nseen = {', '.join(calls)}\n"
    own = "open('a', 'w').write('b')\nshutil.copy2('a', 'c')\nseen = open('c').read()\n"
    assert ran(tmp_path, code + own + DRAW)[0] == "b"
    after = kept.stat()
    assert (after.st_mode, after.st_mtime_ns, os.listxattr(kept)) == (before.st_mode, before.st_mtime_ns, [])


def test_what_a_module_says_in_odd_signs_or_instead_of_us_is_its_own_mistake(tmp_path: Path) -> None:
    label, warnings = ran(tmp_path, "seen = 'a\\udcffb'\n" + DRAW)
    assert (label, len(warnings)) == ("a\ufffdb", 1)
    spoilt = "import json\njson.dumps = lambda *a, **k: '{}'\nseen = 1\n" + DRAW
    (told,) = ran(tmp_path, spoilt)[1]
    assert told == " the module has spoilt what it says to us; leave files alone that it did not open"


def test_a_module_may_write_and_read_in_its_own_folder(tmp_path: Path) -> None:
    code = "import os\nos.mkdir('d')\nopen('d/x', 'w').write('y')\nos.rename('d/x', 'z')\nseen = open('z').read()\n"
    assert ran(tmp_path, code + DRAW)[0] == "y"


def test_memory_is_bounded_and_the_bound_can_be_moved(tmp_path: Path) -> None:
    code = "x = bytearray(300 << 20)\nseen = len(x)\n" + DRAW
    assert ran(tmp_path, code)[1] == ["1: MemoryError; a module may use 256 MB, or what `--memory` says"]
    assert ran(tmp_path, code, memory=600)[0] == str(300 << 20)


@pytest.mark.slow
def test_a_module_that_takes_too_long_is_named_and_ended_in_time(tmp_path: Path) -> None:
    started = time.monotonic()
    assert ran(tmp_path, "while True: pass\n")[1] == [" the module was still running after 5 seconds"]
    assert time.monotonic() - started < 15


@pytest.mark.parametrize("error", ["ValueError('x' * 10**7)", "SystemExit('x' * 10**7)"])
def test_long_messages_are_cut(error: str, tmp_path: Path) -> None:
    (told,) = ran(tmp_path, f"raise {error}\n")[1]
    assert len(told) < 700


def test_a_module_cannot_end_other_processes(tmp_path: Path) -> None:
    with subprocess.Popen(["sleep", "60"]) as other:
        pids = (other.pid, os.getpid())
        kill = f"import os\nfor pid in {pids}:\n    try: os.kill(pid, 9)\n    except OSError: pass\n"
        try:
            assert ran(tmp_path, kill + "seen = 1\n" + DRAW)[0] == "1"
            assert other.poll() is None
        finally:
            other.kill()


def test_a_module_knows_none_of_our_environment(tmp_path: Path) -> None:
    """It sees what a script sees that is run by hand."""
    head = "import os, sys\nhome = os.path.dirname(__file__)\n"
    code = f"{head}seen = sorted(os.environ), sys.argv == [__file__], sys.path[0] == home, __name__\n"
    seen = ran(tmp_path, code + DRAW)[0]
    assert seen == "(['HOME', 'LANG', 'PATH', 'PYTHONHASHSEED', 'TMPDIR'], True, True, '__main__')"


def test_what_is_not_kept_is_said_once() -> None:
    """A note, which forbids nothing even with --strict."""
    (note,) = unbound("diagrams", {"unbound": ["the network", "writing outside its folder"]})
    what = "diagram modules run here without a bar to the network and writing outside its folder"
    assert str(note) == f"diagrams: note: {what}; SECURITY.md says what is needed for one"
    assert list(unbound("diagrams", {"unbound": []})) == []


def test_without_leave_nothing_is_run(tmp_path: Path) -> None:
    path = tmp_path / "q5.py"
    path.write_text("seen = 1\n" + DRAW)
    ((_, problems),) = draw_files([path], running=RunOptions(allowed=False)).values()
    assert [str(problem) for problem in problems] == [
        f"{path}: warning: not drawn: it is new, and modules are not run; build without --no-run where you trust it"
    ]
    assert isinstance(text(path), str)
