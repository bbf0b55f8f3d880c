"""Keeps a diagram module within its limits: memory, time, no network, no writing outside its own folder.

    settle()                        once: what modules leave running can be found and ended
    confine("/tmp/x/y", 256, 10)    in the module's process -> (), or what this system cannot keep it from
    end(child)                      the process and all that it has started are gone

Memory and time are the system's resource limits, everywhere. The rest is Linux': Landlock for files, a filter of system
calls for the network, a process namespace for the ending. Each works without special rights, and in containers; where
one is missing (another system, an old kernel), the module is run all the same, and `confine` says what is not kept.
"""

import contextlib
import ctypes
import os
import platform
import resource
import signal
import struct
import sys
from typing import Any

_MEGABYTE = 1 << 20
_LARGEST_FILE = 64 * _MEGABYTE
_SET_DEATH_SIGNAL, _SET_NO_NEW_RIGHTS, _SET_FILTER, _SET_REAPER = 1, 38, 22, 36
_NEW_USERS, _NEW_PROCESSES = 0x10000000, 0x20000000
_CALLS = {
    "x86_64": (0xC000003E, 41, (90, 91, 92, 93, 94, 132, 188, 189, 190, 197, 198, 199, 235, 260, 261, 268, 280)),
    "aarch64": (0xC00000B7, 198, (5, 6, 7, 14, 15, 16, 52, 53, 54, 55, 88)),
}
"""Machine -> its name for the filter, its number of the call `socket`, and those that change a file's rights, owner,
times or attributes, wherever it is: Landlock lets them pass."""
_RING = 425
"""Number of the call `io_uring_setup` everywhere, which can do what others are refused."""
_RIGHTS = (452, 463, 466)
"""Numbers of `fchmodat2`, `setxattrat` and `removexattrat` everywhere."""
_LANDLOCK = 444
"""Number of Landlock's first system call; the two others follow."""
_READ_ANY_FILE = 1 << 2
"""The one capability of root's that a module keeps: a checkout may belong to another."""

_system: Any = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
"""Linux' own calls; where there is none, nothing below `settle` and `confine` is called."""


def settle() -> None:
    """Become the first process of a namespace of processes, or else the one that inherits orphans."""
    if _system is None:
        return
    user, group = os.getuid(), os.getgid()
    if _system.unshare(_NEW_PROCESSES) == 0 or _own_users(user, group):
        inner = os.fork()
        if inner:
            os.waitpid(inner, 0)
            os._exit(0)
        _system.prctl(_SET_DEATH_SIGNAL, signal.SIGKILL)
    else:
        _system.prctl(_SET_REAPER, 1)


def _own_users(user: int, group: int) -> bool:
    """Whether the process may have a namespace of processes in one of users of its own, in which it stays who it is."""
    if _system.unshare(_NEW_USERS | _NEW_PROCESSES) != 0:
        return False
    with contextlib.suppress(OSError):
        for name, line in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
            with open(f"/proc/self/{name}", "w", encoding="ascii") as file:
                file.write(line)
    return True


def confine(folder: str, megabytes: int, seconds: float) -> list[str]:
    """Bind the calling process and all that it will start; returns what it is not kept from."""
    os.setsid()
    whole = max(1, round(seconds))
    for limit, value in (
        (resource.RLIMIT_AS, megabytes * _MEGABYTE),
        (resource.RLIMIT_CPU, whole),
        (resource.RLIMIT_FSIZE, _LARGEST_FILE),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(OSError, ValueError):  # a system may know a limit and not keep it
            hard = resource.getrlimit(limit)[1]
            value = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.setrlimit(limit, (value, value))
    if _system is None:
        return ["the network", "writing outside its folder"]
    _system.prctl(_SET_DEATH_SIGNAL, signal.SIGKILL)
    _system.prctl(_SET_NO_NEW_RIGHTS, 1, 0, 0, 0)
    if os.geteuid() == 0:
        kept = struct.pack("=6I", *(_READ_ANY_FILE, _READ_ANY_FILE, 0, 0, 0, 0))
        _system.capset(struct.pack("=Ii", 0x20080522, 0), kept)
    kept_from = (("the network", _no_sockets()), ("writing outside its folder", _no_writing(folder)))
    return [what for what, kept in kept_from if not kept]


def _no_writing(folder: str) -> bool:
    """Let files be written, made and removed in one folder only."""
    version = _system.syscall(_LANDLOCK, None, 0, 1)
    if version < 1:
        return False
    write, truncate = 1 << 1, (1 << 14 if version >= 3 else 0)
    change = sum(1 << bit for bit in range(4, 13)) | write | truncate | (1 << 13 if version >= 2 else 0)
    outside = 0b11 if version >= 6 else 0  # no signals to others, no abstract sockets of theirs
    rules = struct.pack("=QQQ", change, 0, outside)[: 24 if version >= 6 else 8]
    handle = _system.syscall(_LANDLOCK, rules, len(rules), 0)
    if handle < 0:
        return False
    for path, rights in ((folder, change), (os.devnull, write | truncate)):
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        _system.syscall(_LANDLOCK + 1, handle, 1, struct.pack("=Qi", rights, place), 0)
        os.close(place)
    done: bool = _system.syscall(_LANDLOCK + 2, handle, 0) == 0
    os.close(handle)
    return done


def _no_sockets() -> bool:
    """Refuse to make sockets, with a filter of a few comparisons in front of every system call.

    What changes no file's contents but its rights, owner, times or attributes does nothing and says that it has:
    whoever copies a file wants to keep them, and needs not.
    """
    if platform.machine() not in _CALLS:
        return False
    machine, call, changes = _CALLS[platform.machine()]
    load, equal, at_least, leave = 0x20, 0x15, 0x35, 0x06
    idle = (*changes, *_RIGHTS)
    program = b"".join(
        struct.pack("=HBBI", *line)
        for line in (
            (load, 0, 0, 4),  # the machine whose calls these are
            (equal, 0, len(idle) + 5, machine),
            (load, 0, 0, 0),  # the call's number
            (at_least, len(idle) + 3, 0, 0x40000000),  # the numbers of another kind of program
            (equal, len(idle) + 2, 0, call),
            (equal, len(idle) + 1, 0, _RING),
            *((equal, len(idle) - place + 1, 0, each) for place, each in enumerate(idle)),
            (leave, 0, 0, 0x7FFF0000),  # allowed
            (leave, 0, 0, 0x00050000 | 13),  # refused, as "permission denied"
            (leave, 0, 0, 0x00050000),  # passed over, as if it were done
        )
    )
    lines = ctypes.create_string_buffer(program, len(program))
    head = struct.pack("HP", len(program) // 8, ctypes.addressof(lines))
    return bool(_system.prctl(_SET_FILTER, 2, head) == 0)


def end(child: int) -> int:
    """End a module's process with everything that it has started; returns its status, negative for a signal."""
    for kill in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    end_all()
    return os.waitstatus_to_exitcode(status)


def end_all() -> None:
    """Kill whatever modules have left running, until there is no more."""
    while others := [-1] if os.getpid() == 1 else _children():
        for other in others:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(other, signal.SIGKILL)
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


def _children() -> list[int]:
    """Who descends from this process directly; orphans do as well."""
    with contextlib.suppress(OSError), open(f"/proc/self/task/{os.getpid()}/children", encoding="ascii") as file:
        return [int(number) for number in file.read().split()]
    return []
