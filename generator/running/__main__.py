"""Answers each request with what one module draws; each runs in a copy of this process that ends with it.

A copy costs a hundredth of a new process, because the library is loaded already, and whatever a module does to itself
(an endless loop, `os._exit`, all memory) is done to the copy.
"""

import contextlib
import gc
import importlib
import io
import json
import os
import re
import select
import signal
import sys
import tempfile
import time
from typing import Any

from generator.running import bounds, recording
from generator.running.execution import run

_LIBRARY = re.compile(rb"^[ \t]*(?:from|import)[ \t]+(diagrams(?:\.\w+)+)", re.MULTILINE)
_LONGEST = 64 << 20
"""Bytes of an answer; a hundred times what the largest readable picture needs."""

_Record = dict[str, Any]


def _main() -> None:
    """Answer each request that comes in until there are no more."""
    limits = json.loads(sys.argv[1])
    channel = os.fdopen(os.dup(1), "w", encoding="utf-8")
    requests = io.TextIOWrapper(os.fdopen(os.dup(0), "rb"), encoding="utf-8")
    silence = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(silence, standard)
    os.environ.pop("PYTHONPATH", None)  # how we were found is of no use to a module
    bounds.settle()
    recording.intercept()
    home = os.getcwd()
    for request in iter(requests.readline, ""):
        with tempfile.TemporaryDirectory(dir=home, ignore_cleanup_errors=True) as folder:
            answer = _answer(json.loads(request), os.path.realpath(folder), limits, requests)
        channel.write(answer + "\n")
        channel.flush()


def _answer(request: _Record, folder: str, limits: _Record, requests: io.TextIOWrapper) -> str:
    """What a copy of this process tells of one module, or why it tells nothing."""
    _warm(request["path"])
    gc.freeze()  # a copy shares what nobody looks through
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        _tell(theirs, request, folder, limits)
    os.close(theirs)
    try:
        told, late = _read(ours, limits["seconds"], requests)
    finally:
        os.close(ours)
        status = bounds.end(child)
    if late or status == -signal.SIGXCPU:
        return _failure(f"the module was still running after {limits['seconds']:g} seconds")
    if len(told) > _LONGEST:
        return _failure("the module draws more than a page can show")
    with contextlib.suppress(ValueError):
        if isinstance(json.loads(told), dict):
            return told.decode().strip()
    return _failure("the module ended the process that draws diagrams")


def _warm(path: str) -> None:
    """Load the parts of the library that a module names, once for all modules that name them."""
    with contextlib.suppress(OSError):
        with open(path, "rb") as file:
            names = _LIBRARY.findall(file.read())
        for name in names:
            with contextlib.suppress(ImportError):
                importlib.import_module(name.decode())


def _tell(channel: int, request: _Record, folder: str, limits: _Record) -> None:
    """In the copy: run the module in its folder and within its limits, and send what it draws."""
    try:
        os.chdir(folder)
        unbound = bounds.confine(folder, limits["memory"], limits["seconds"])
        answer = run(request["path"], request["root"], folder) | {"unbound": unbound}
        data = memoryview(json.dumps(answer).encode() + b"\n")
        while data:
            data = data[os.write(channel, data) :]
    finally:
        os._exit(0)


def _read(channel: int, seconds: float, requests: io.TextIOWrapper) -> tuple[bytes, bool]:
    """One line, and whether time ran out before its end; whoever asked may be gone before, and so are we then."""
    told, end = bytearray(), time.monotonic() + seconds
    sources: list[int | io.TextIOWrapper] = [channel, requests]
    while not told.endswith(b"\n") and len(told) <= _LONGEST:
        ready, _, _ = select.select(sources, [], [], max(0.0, end - time.monotonic()))
        if requests in ready:
            bounds.end_all()
            os._exit(0)
        if not ready:
            return bytes(told), True
        part = os.read(channel, 1 << 16)
        if not part:
            break
        told += part
    return bytes(told), False


def _failure(text: str) -> str:
    return json.dumps({"error": {"kind": "", "text": text, "line": 0, "names": []}})


if __name__ == "__main__":
    _main()
