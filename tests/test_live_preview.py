"""Saving a question or a diagram shows in the browser, without a restart."""

import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, SERIES, generate

pytestmark = pytest.mark.slow


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Address of a live preview of a copy of our bank, and the folder of the copy."""
    shutil.copytree(SERIES / "bank", tmp_path / "bank")
    shutil.copytree(SERIES / "diagrams/serverless", tmp_path / "diagrams/serverless")
    words = ["--bank", "bank", "--diagrams", "diagrams", "--out", "site"]
    words = [str(tmp_path / word) if not word.startswith("-") else word for word in words]
    server = subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "--port", "0", *words], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert server.stdout
    address = next(line.split()[0] for line in server.stdout if line.startswith("http://"))
    yield address, tmp_path
    server.send_signal(signal.SIGINT)
    assert server.wait(10) == 0


def shows(address: str, words: str) -> float:
    """Seconds until a page shows some words; fails after twenty."""
    begin = time.monotonic()
    while time.monotonic() - begin < 20:
        with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own server
            if words in answer.read().decode():
                return time.monotonic() - begin
        time.sleep(0.05)
    pytest.fail(f"{address} never showed {words!r}")


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_saved_answer_and_a_saved_diagram_show_by_themselves(preview: tuple[str, Path]) -> None:
    address, folder = preview
    shows(f"{address}questions/901/", "Lambda Function")
    replace(folder / "bank/901-950.md", "Lambda Function.", "A brand-new function.")
    shows(f"{address}questions/901/", "A brand-new function.")
    module = folder / "diagrams/serverless/q901.py"
    replace(module, module.read_text("utf-8").splitlines()[2], "A caption that was just saved.")
    shows(f"{address}questions/901/", "A caption that was just saved.")


def test_a_mistake_while_editing_leaves_the_last_good_page(preview: tuple[str, Path]) -> None:
    address, folder = preview
    replace(folder / "bank/901-950.md", "### Question 902", "### Question 901")
    time.sleep(2)
    shows(f"{address}questions/902/", "Cold Start")
    replace(folder / "bank/901-950.md", "### Question 901: How", "### Question 902: How")
    replace(folder / "bank/901-950.md", "Lambda Function.", "Mended.")
    shows(f"{address}questions/901/", "Mended.")


def test_a_port_that_is_taken_is_a_problem() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = generate("serve", "--port", str(taken.getsockname()[1]), fails=True)
    assert done.returncode == 1
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr
