"""Whatever a diagram module starts, in whichever way, is gone when drawing is."""

import time
from pathlib import Path

import pytest

from generator.drawing.modules.loading import run

GOOD = "from diagrams import Diagram, Node\nwith Diagram('x'):\n    Node('a')\n"
SLEEPERS = {
    "a child": "note(subprocess.Popen(['sleep', '60']).pid)",
    "a child with a session of its own": "note(subprocess.Popen(['sleep', '60'], start_new_session=True).pid)",
    "a child without our environment": "note(subprocess.Popen(['sleep', '60'], start_new_session=True, env={}).pid)",
    "a child whose parent is gone": "note(subprocess.getoutput('setsid sleep 60 >/dev/null 2>&1 & echo $!'))",
    "a copy of itself": "if os.fork() == 0:\n    os.setsid()\n    note(os.getpid())\n    time.sleep(60)",
}
ENDINGS = {"loops": "while 1: 1", "is done": "", "ends the process": "os._exit(0)"}


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("sleeper", SLEEPERS)
def test_nothing_that_a_module_starts_outlives_it(sleeper: str, ending: str, tmp_path: Path) -> None:
    """The next module is still drawn, in good time."""
    note = tmp_path / "number"
    begin = f"import os, subprocess, time\ndef note(pid): open({str(note)!r}, 'w').write(str(pid))\n"
    module, other = tmp_path / "q1.py", tmp_path / "q2.py"
    module.write_text(f"{begin}{SLEEPERS[sleeper]}\ntime.sleep(0.1)\n{ENDINGS[ending]}\n", encoding="utf-8")
    other.write_text(GOOD, encoding="utf-8")
    started = time.monotonic()
    answers = run([module, other], seconds=1.0)
    assert time.monotonic() - started < 30
    assert answers[other]["diagrams"]
    if ending == "loops":
        assert answers[module]["error"]["text"] == "the module was still running after 1 seconds"
    time.sleep(0.1)
    assert not is_running(note.read_text())


def is_running(number: str) -> bool:
    """Whether a process is there and has not ended."""
    state = Path(f"/proc/{number}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"
