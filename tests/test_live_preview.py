"""Saving a question or a diagram shows in the browser, without a restart."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.livereload import LiveReloadServer

from generator.commands.watching import follow, standing
from tests.conftest import ROOT, SERIES, generate

MODULE = '''"""A first picture.

One leads to two.

1. It leads.
"""
from diagrams import Diagram, Edge, Node

with Diagram("First"):
    Node("One") >> Edge(label="1. leads") >> Node("Two")
'''

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


@contextlib.contextmanager
def running(words: list[str], **rest: Any) -> Iterator[subprocess.Popen[str]]:
    """A server that ends with its block, also where what was expected of it did not come."""
    with subprocess.Popen(words, text=True, **rest) as server:
        try:
            yield server
        finally:
            server.send_signal(signal.SIGINT)
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                raise


def shows(address: str, words: str) -> float:
    """Seconds until a page shows some words; fails after twenty."""
    begin = time.monotonic()
    while time.monotonic() - begin < 20:
        with contextlib.suppress(urllib.error.URLError), urllib.request.urlopen(address) as answer:  # noqa: S310
            if words in answer.read().decode():
                return time.monotonic() - begin
        time.sleep(0.05)
    pytest.fail(f"{address} never showed {words!r}")


def gone(address: str, words: str) -> None:
    """Fails if a page still shows some words after twenty seconds."""
    begin = time.monotonic()
    while time.monotonic() - begin < 20:
        with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own server
            if words not in answer.read().decode():
                return
        time.sleep(0.05)
    pytest.fail(f"{address} still shows {words!r}")


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
    shows(f"{address}questions/902/", "Cold Start")
    time.sleep(0.5)
    replace(folder / "bank/901-950.md", "### Question 902", "### Question 901")
    shows(f"{address}questions/902/", "question 901 is there already")
    shows(f"{address}questions/902/", "Cold Start")
    replace(folder / "bank/901-950.md", "### Question 901: How", "### Question 902: How")
    replace(folder / "bank/901-950.md", "Lambda Function.", "Mended.")
    shows(f"{address}questions/901/", "Mended.")


def test_the_first_diagram_shows_without_a_restart_and_mistakes_show_over_the_last_good_page(tmp_path: Path) -> None:
    """Of a folder that comes while the preview runs, and of a template that cannot be printed."""
    (tmp_path / "bank").mkdir()
    (tmp_path / "bank/a.md").write_text("### 1. What is one?\n\n**Answer:** One.\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\n")
    words = [sys.executable, "-m", "generator", "serve", "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with running(words, cwd=tmp_path, stdout=subprocess.PIPE, env=environment) as server:
        assert server.stdout
        address = next(line.split()[0] for line in server.stdout if line.startswith("http://"))
        shows(f"{address}questions/1/", "One.")
        (tmp_path / "diagrams").mkdir()
        (tmp_path / "diagrams/q1.py").write_text(MODULE)
        shows(f"{address}questions/1/", "A first picture")
        (tmp_path / "drafts").mkdir()
        (tmp_path / "drafts/main.html").write_text('{% extends "base.html" %}{% if %}')
        time.sleep(1)
        (tmp_path / "drafts").rename(tmp_path / "overrides")
        shows(f"{address}questions/1/", "overrides/main.html:1")
        shows(f"{address}questions/1/", "A first picture")
        (tmp_path / "overrides/main.html").unlink()
        gone(f"{address}questions/1/", "overrides/main.html:1")


def test_the_door_of_mkdocs_shows_edits_and_mistakes_too(tmp_path: Path, installed: str) -> None:
    (tmp_path / "bank").mkdir()
    (tmp_path / "bank/a.md").write_text("### 1. What is one?\n\nOne.\n\n### 2. What is two?\n\nTwo.\n")
    (tmp_path / "docs").mkdir()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\ntheme: {name: material}\nplugins: [question-bank]\n")
    words = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    environment = {**os.environ, "PYTHONPATH": f"{installed}{os.pathsep}{ROOT}", "NO_MKDOCS_2_WARNING": "1"}
    address = f"http://127.0.0.1:{port}/questions/1/"
    replace(tmp_path / "bank/a.md", "### 2.", "### 1.")
    with running(words, cwd=tmp_path, env=environment, stderr=subprocess.DEVNULL):
        shows(address.removesuffix("questions/1/"), "question 1 is there already")
        replace(tmp_path / "bank/a.md", "### 1. What is two", "### 2. What is two")
        shows(address, "One.")
        replace(tmp_path / "bank/a.md", "### 2.", "### 1.")
        shows(address, "question 1 is there already")
        shows(address, "One.")
        replace(tmp_path / "bank/a.md", "### 1. What is two", "### 2. What is two")
        gone(address, "question 1 is there already")


def test_what_is_saved_during_the_first_build_is_built_too(tmp_path: Path) -> None:
    """It fell between the reading and the watching, which begins when there is a site to show."""
    (tmp_path / "a.md").write_text("as it was read")
    seen: list[str] = []
    server = LiveReloadServer(lambda: seen.append((tmp_path / "a.md").read_text()), "127.0.0.1", 0, str(tmp_path))
    follow(server, [tmp_path], standing([tmp_path]))
    (tmp_path / "a.md").write_text("as it was saved then")
    thread = threading.Thread(target=server.serve)
    thread.start()
    begin = time.monotonic()
    while not seen and time.monotonic() - begin < 10:
        time.sleep(0.02)
    server.shutdown()
    thread.join()
    assert seen == ["as it was saved then"]


def test_a_port_that_is_taken_is_a_problem() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = generate("serve", "--port", str(taken.getsockname()[1]), fails=True)
    assert done.returncode == 1
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr
