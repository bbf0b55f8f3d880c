"""Has diagram modules run in a bounded process (generator/running), and says in a Problem what went wrong in one.

    run([Path("diagrams/data/q917.py")]) -> {Path("diagrams/data/q917.py"): {"diagrams": […], "opened": […]}}

All modules share one warm process (a new one for each would cost fifteen times more), which copies itself for each
module, gives it a clean environment, an empty folder and limits, and ends all that it has started.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from os.path import realpath
from pathlib import Path
from typing import Any

from generator import suggestions
from generator.problems import Place, Problem, Severity

_BATCH = 200
_HALVES = re.compile(r"(\\\\|\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2})|\\ud[89a-f][0-9a-f]{2}")
"""In JSON, what is a whole character, or else half of one alone, which no file can hold."""
_PACKAGE = Path(__file__).parents[3]
"""Holds the generator; a process that does not run in it is told of it."""

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one module may take."""

    seconds: float = 10.0
    """Of a clock, and of a processor."""
    memory: int = 256
    """Megabytes."""


def run(paths: Sequence[Path], jobs: int = 1, limits: Limits | None = None) -> dict[Path, Record]:
    """What each module made or which mistake it has; a process for every 200 modules, at most `jobs` at once."""
    count = max(1, min(jobs, -(-len(paths) // _BATCH)))
    bounds = limits or Limits()
    with ThreadPoolExecutor(count) as pool:
        answers = pool.map(lambda part: _run_all(part, bounds), [paths[index::count] for index in range(count)])
        found = {path: answer for part in answers for path, answer in part.items()}
    return {path: found[path] for path in paths}


def _run_all(paths: Sequence[Path], limits: Limits) -> dict[Path, Record]:
    answers: dict[Path, Record] = {}
    while len(answers) < len(paths):
        with _runner(limits) as process:
            for path in paths[len(answers) :]:
                try:
                    answers[path] = _ask(process, path)
                except (OSError, ValueError):
                    text = "the process that runs diagram modules was ended from outside"
                    answers[path] = {"error": {"kind": "", "text": text, "line": 0, "names": []}}
                    break
    return answers


@contextmanager
def _runner(limits: Limits) -> Iterator[subprocess.Popen[bytes]]:
    """A process that runs modules; it and all that they started are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="diagrams-") as folder:
        keep = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
        environment = keep | {"HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8", "PYTHONHASHSEED": "0"}
        process = subprocess.Popen(
            [sys.executable, "-P", "-s", "-B", "-X", "utf8", "-m", "generator.running", json.dumps(asdict(limits))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=environment | {"PYTHONPATH": str(_PACKAGE)},
            start_new_session=True,
        )
        try:
            yield process
        finally:
            for stream in (process.stdin, process.stdout):
                with suppress(OSError):
                    if stream:
                        stream.close()
            process.wait()  # it ends with its input


def _ask(process: subprocess.Popen[bytes], path: Path) -> Record:
    """Send a path and wait for the answer's line, which comes within the time limit or says that it is over.

    Raises OSError or ValueError where the process is gone.
    """
    if process.stdin is None or process.stdout is None:
        raise BrokenPipeError
    whole = Path(realpath(path))
    process.stdin.write(json.dumps({"path": str(whole), "root": str(_root_of(whole))}).encode() + b"\n")
    process.stdin.flush()
    said = process.stdout.readline().decode("utf-8", "replace")
    answer: Record = json.loads(_HALVES.sub(lambda found: found[1] or "\\ufffd", said))
    if not isinstance(answer, dict) or not {"error", "diagrams"} & set(answer):
        what = "the module has spoilt what it says to us; leave files alone that it did not open"
        return {"error": {"kind": "", "text": what, "line": 0, "names": []}}
    return answer


def _root_of(path: Path) -> Path:
    """The repository that holds a module, or else the folder above the module's."""
    return next((folder for folder in path.parents if (folder / ".git").exists()), path.parent.parent)


def problem(name: str, answer: Record) -> Problem | None:
    """The mistake that an answer reports, in the words of the author's file, or None."""
    error = answer.get("error")
    return _told(name, error, "", Severity.ERROR) if error else None


def remarks(name: str, answer: Record) -> Iterator[Problem]:
    """What a module wanted and did not get, though its picture is whole."""
    for each in answer.get("unfetched", ()):
        what = f"'{each['url']}' is not fetched: diagram modules have no network"
        yield Problem(Place(name, each["line"]), what, "keep the file beside the module", Severity.WARNING)
    if answer.get("after"):
        yield _told(name, answer["after"], "after the picture: ", Severity.WARNING)


def unbound(name: str, answer: Record) -> Iterator[Problem]:
    """What this system does not keep modules from."""
    missing = answer.get("unbound")
    if missing:
        what = f"diagram modules run here without a bar to {' and '.join(missing)}"
        yield Problem(Place(name), what, "SECURITY.md says what is needed for one", Severity.NOTE)


def _told(name: str, error: Record, when: str, severity: Severity) -> Problem:
    what = ": ".join(filter(None, (error["kind"], error["text"])))
    return Problem(Place(name, int(error["line"])), f"{when}{what}", suggestions.hint(error), severity)
