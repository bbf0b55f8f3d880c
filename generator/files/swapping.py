"""Puts a new site in the place of the old one, and clears away of the old one what builds wrote, and nothing else.

    site/  .site.new/      ->  exchanged in one step  ->  site/  .site.new/ (the old one)  ->  site/

A kill may fall between any two steps: `recover`, before the next build, ends what was begun.
"""

import ctypes
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path

from generator.files.ledger import JOURNAL, LIST, SHOWN, Ledger, begun, is_carried, listed
from generator.problems import Failed, Place, Problem

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def beside(out: Path) -> Path:
    """Where a site is built before it takes its place."""
    return out.with_name(f".{out.name}.new")


def aside(out: Path) -> Path:
    """Where the old site waits for a moment, on systems that cannot exchange two folders."""
    return out.with_name(f".{out.name}.old")


def refuse_strangers(site: Ledger) -> None:
    """Raise Failed where a site's folder is none, or holds what no build wrote."""
    out = site.folder
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise Failed.at(out, "is not a folder", "name another with --out")
    if out.is_mount():
        what = "is where something is mounted, and no other folder can take its place"
        raise Failed.at(out, what, "name a folder in it with --out")
    if out.is_dir():
        found = list(islice(_named(out, site.strangers()), SHOWN))
        if found:
            raise Failed(found)


def refuse_conflicts(site: Ledger, new: Path) -> None:
    """Raise Failed where the new site has a file of the same name as one that is carried over."""
    both = [name for name in _carried(site) if os.path.lexists(new / name)]
    if both:
        what = "the site has a file of this name, and this one is not the build's"
        raise Failed(Problem(Place(str(site.folder / name)), what, "take one of them away") for name in both)


def swap(new: Path, site: Ledger) -> tuple[Problem, ...]:
    """Put the new site in its place; returns what appeared in the old one meanwhile and was left where it is."""
    out = site.folder
    if not out.exists():
        new.rename(out)
        return ()
    return _cleared(out, replace(site, folder=_exchange(new, out)))


def recover(out: Path) -> None:
    """End what a killed build had begun. Raises Failed where a folder of somebody's stands in the way."""
    new, old = beside(out), aside(out)
    if (old / LIST).is_file():
        if not out.exists():
            old.rename(out)
        elif left := _cleared(out, Ledger(old, listed(old))):
            raise Failed(left)
    if not os.path.lexists(new):
        return
    if names := begun(new):
        clear(new, names.__contains__)
    elif (new / LIST).is_file() and (left := _cleared(out, Ledger(new, listed(new)))):
        raise Failed(left)
    with suppress(OSError):
        new.rmdir()  # killed before a file was written
    if os.path.lexists(new):
        raise Failed.at(new, "stands where the site is built, and no build made it", "move it away")


def clear(folder: Path, is_ours: Callable[[str], bool]) -> None:
    """Delete the files that are ours, by their paths, and the folders that are empty then; links are not followed."""
    for top, _, files in os.walk(folder, topdown=False):
        prefix = f"{top}/"[len(f"{folder}/") :]
        for name in files:
            if is_ours(prefix + name) or (not prefix and name == LIST):
                os.unlink(f"{top}/{name}")
        if not prefix and os.listdir(top) == [JOURNAL]:
            os.unlink(f"{top}/{JOURNAL}")
        with suppress(OSError):
            os.rmdir(top)


def _exchange(new: Path, out: Path) -> Path:
    """Exchange both folders in one step where the system can, else by two renames; returns where the old one is."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename and rename(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(out), _RENAME_EXCHANGE) == 0:
        return new
    old = aside(out)
    out.rename(old)
    new.rename(out)
    return old


def _cleared(out: Path, old: Ledger) -> tuple[Problem, ...]:
    """Carry over what goes along, clear away the rest of an old site; returns a problem for each thing that is left."""
    for name in _carried(old):
        if out.is_dir() and not os.path.lexists(out / name):
            (old.folder / name).rename(out / name)
    clear(old.folder, old.is_ours)
    if not old.folder.exists():
        return ()
    left = islice(_named(old.folder, old.strangers()), SHOWN)
    return tuple(left) or (Problem(Place(str(old.folder)), "cannot be cleared away", "look into it"),)


def _carried(site: Ledger) -> list[str]:
    """Names at the top of an old site that go along to the new one."""
    with suppress(FileNotFoundError):
        ours = {path.partition("/")[0] for path in site.hashes}
        return [name for name in sorted(os.listdir(site.folder)) if is_carried(name) and name not in ours]
    return []


def _named(folder: Path, paths: Iterator[str]) -> Iterator[Problem]:
    """What is said of things that no build wrote."""
    for path in paths:
        what = "no build wrote this as it is, so none replaces it"
        yield Problem(Place(str(folder / path)), what, "move it away, or name another folder with --out")
