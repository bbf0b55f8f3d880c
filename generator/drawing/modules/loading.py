"""Turns diagram modules into graphs by running them in a warm process of their own.

    load([Path("diagrams/data/q917.py")]) -> {Path("diagrams/data/q917.py"): Loaded(code, graph, problems)}

All modules share one process (a process for each would cost fifteen times more), in an empty folder, with a clean
environment and a time limit for each module; one that hangs is ended with all that it started, and a new process
goes on.
"""

import json
import os
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from generator import mistakes
from generator.drawing.modules.ending import end
from generator.problems import Place, Problem

SECONDS = 10.0
_WORKER = Path(__file__).with_name("worker.py")
_BATCH = 200

Answer = dict[str, Any]


class _Hangs(Exception):
    pass


def run(paths: Sequence[Path], jobs: int = 1, seconds: float = SECONDS) -> dict[Path, Answer]:
    """What each module made or which mistake it has; a process for every 200 modules, at most `jobs` at once."""
    count = max(1, min(jobs, -(-len(paths) // _BATCH)))
    with ThreadPoolExecutor(count) as pool:
        answers = pool.map(lambda part: _run_all(part, seconds), [paths[index::count] for index in range(count)])
        found = {path: answer for part in answers for path, answer in part.items()}
    return {path: found[path] for path in paths}


def _run_all(paths: Sequence[Path], seconds: float) -> dict[Path, Answer]:
    answers: dict[Path, Answer] = {}
    waiting = list(paths)
    while waiting:
        with _worker() as process:
            while waiting:
                path = waiting.pop(0)
                try:
                    answers[path] = _ask(process, path, seconds)
                except _Hangs:
                    text = f"the module was still running after {seconds:g} seconds"
                    answers[path] = {"error": {"kind": "", "text": text, "line": 0, "names": []}}
                    break
                except (EOFError, BrokenPipeError, ValueError):
                    text = "the module ended the process that draws diagrams"
                    answers[path] = {"error": {"kind": "", "text": text, "line": 0, "names": []}}
                    break
    return answers


@contextmanager
def _worker() -> Iterator[subprocess.Popen[bytes]]:
    """A process that runs modules; it and its children are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="diagrams-") as folder:
        keep = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
        environment = keep | {"HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8", "PYTHONHASHSEED": "0"}
        process = subprocess.Popen(
            [sys.executable, "-P", "-s", "-B", "-X", "utf8", str(_WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=environment,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            end(process, folder)


def _ask(process: subprocess.Popen[bytes], path: Path, seconds: float) -> Answer:
    """Send a path and wait for the answer's line.

    Raises _Hangs after the time limit and EOFError where the process is gone.
    """
    if process.stdin is None or process.stdout is None:
        raise EOFError
    process.stdin.write(f"{path.resolve()}\n".encode())
    process.stdin.flush()
    answer: Answer = json.loads(_line(process.stdout, time.monotonic() + seconds))
    return answer


def _line(stream: IO[bytes], end: float) -> bytes:
    """One line from a pipe, waiting until `end` at most."""
    parts: list[bytes] = []
    while not (parts and parts[-1].endswith(b"\n")):
        ready, _, _ = select.select([stream], [], [], max(0.0, end - time.monotonic()))
        if not ready:
            raise _Hangs
        part = os.read(stream.fileno(), 1 << 16)
        if not part:
            raise EOFError
        parts.append(part)
    return b"".join(parts)


def problem(name: str, answer: Answer) -> Problem | None:
    """The mistake that an answer reports, in the words of the author's file, or None."""
    error = answer.get("error")
    if error is None:
        return None
    what = f"{error['kind']}: {error['text']}" if error["kind"] else str(error["text"])
    return Problem(Place(name, int(error["line"])), what, mistakes.hint(error))
