"""Ends a process with everything that it has started, in whichever way.

    end(process, "/tmp/diagrams-x1")      its descendants, and whoever works in that folder or was told of it, are gone

A child that begins a session of its own leaves the process group, and one whose parent has ended leaves the family;
where the system tells of its processes under /proc, they are found all the same.
"""

import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

_PROCESSES = Path("/proc")
_ROUNDS = 10
"""Something may be started while others are being ended."""


def end(process: subprocess.Popen[bytes], folder: str) -> None:
    """Kill the process, its group, its descendants, and all whose environment or working folder names the folder."""
    for _ in range(_ROUNDS):
        others = _others(process.pid, folder)
        if hasattr(os, "killpg"):
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
        for number in others:
            with suppress(ProcessLookupError, PermissionError):
                os.kill(number, signal.SIGKILL)
        if not others:
            break
    process.kill()
    for stream in (process.stdin, process.stdout):
        if stream:
            with suppress(BrokenPipeError):
                stream.close()
    process.wait()


def _others(first: int, folder: str) -> list[int]:
    """The running processes that descend from the first one or bear the mark of the folder, without the first."""
    children: dict[int, list[int]] = {}
    found = []
    for entry in _PROCESSES.glob("[0-9]*"):
        with suppress(OSError):
            number = int(entry.name)
            state, parent = (entry / "stat").read_text(errors="replace").rpartition(")")[2].split()[:2]
            if state == "Z" or number == first:
                continue
            children.setdefault(int(parent), []).append(number)
            if folder in os.readlink(entry / "cwd") or folder.encode() in (entry / "environ").read_bytes():
                found.append(number)
    found += children.get(first, [])
    for number in found:  # it grows while it is gone through
        found += [child for child in children.get(number, []) if child not in found]
    return found
