"""Whatever a diagram module starts, in whichever way, is gone when drawing is."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.drawing.modules.loading import Limits, run

pytestmark = pytest.mark.slow

GOOD = "from diagrams import Diagram, Node\nwith Diagram('x'):\n    Node('a')\n"
SLEEPERS = {
    "a child": "subprocess.Popen(['sleep', MARK])",
    "a child with a session of its own": "subprocess.Popen(['sleep', MARK], start_new_session=True)",
    "a child without our environment": "subprocess.Popen(['sleep', MARK], start_new_session=True, env={})",
    "a child whose parent is gone": "subprocess.run(['sh', '-c', f'setsid sleep {MARK} >/dev/null 2>&1 &'])",
    "a copy of itself": "if os.fork() == 0:\n    os.setsid()\n    time.sleep(60)",
}
ENDINGS = {"loops": "while 1: 1", "is done": "", "ends the process": "os._exit(0)"}
REAPER = """
import ctypes, os, subprocess
from generator.running import bounds
ctypes.CDLL(None).prctl(36, 1)
subprocess.run(["sh", "-c", "setsid sleep 60.25 >/dev/null 2>&1 & setsid sh -c 'sleep 60.25 & sleep 60.25' &"])
bounds.end_all()
"""


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("sleeper", SLEEPERS)
def test_nothing_that_a_module_starts_outlives_it(sleeper: str, ending: str, tmp_path: Path) -> None:
    """The next module is still drawn, in good time."""
    mark = f"60.{time.monotonic_ns()}"
    module, other = tmp_path / "q1.py", tmp_path / "q2.py"
    begin = f"import os, subprocess, time\nMARK = {mark!r}\n"
    module.write_text(f"{begin}{SLEEPERS[sleeper]}\ntime.sleep(0.1)\n{ENDINGS[ending]}\n", encoding="utf-8")
    other.write_text(GOOD, encoding="utf-8")
    seconds = 1 + time.monotonic_ns() % 10**6 / 10**9  # a number that tells our own processes from others'
    started = time.monotonic()
    answers = run([module, other], limits=Limits(seconds=seconds))
    assert time.monotonic() - started < 30
    assert answers[other]["diagrams"]
    if ending == "loops":
        assert answers[module]["error"]["text"].startswith("the module was still running after 1")
    time.sleep(0.1)
    assert running(mark) == running(repr(seconds)) == []


def test_orphans_are_found_where_no_namespace_of_processes_is_to_be_had() -> None:
    subprocess.run([sys.executable, "-c", REAPER], check=True, timeout=20)
    assert running("60.25") == []


def running(mark: str) -> list[str]:
    """The processes whose command line holds a mark, and that have not ended."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().decode(errors="replace").split("\0")
        except OSError:
            continue
        if any(mark in word for word in words):
            found.append(" ".join(words))
    return found
