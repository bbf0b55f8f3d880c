"""The logic of the pages' scripts, tested by Node's own runner: tests/scripts/*.test.mjs."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "scripts").glob("*.test.mjs")), ids=lambda path: path.stem)
def test_scripts_do_what_their_own_tests_say(path: Path) -> None:
    done = subprocess.run(["node", "--test", path], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
