"""What is kept between builds comes back as it was given, under a name of all that it was made from, or not at all."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.files import hashing
from generator.files.cache import KEEP_SECONDS, NOTHING, Cache, Memory, Shelf
from generator.files.memory import LARGEST, Entry, recall, remembered
from generator.options import Options
from generator.problems import Place, Problem, Severity


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: os.truncate(path, 0),
        lambda path: os.truncate(path, path.stat().st_size - 1),
        lambda path: path.write_bytes(path.read_bytes() + b"x"),
        lambda path: path.write_bytes(bytes(path.stat().st_size)),
        lambda path: (path.unlink(), path.mkdir()),
    ],
)
def test_a_damaged_entry_is_made_again_and_kept(damage: Callable[[Path], object], tmp_path: Path) -> None:
    cache = Cache(tmp_path).part("p")
    assert cache.get("aabb", lambda: b"first") == b"first"
    assert cache.get("aabb", lambda: b"second") == b"first"
    (entry,) = files(tmp_path)
    assert entry == tmp_path / "p/aa/bb"
    damage(entry)
    assert cache.find("aabb") is None
    assert cache.get("aabb", lambda: b"third") == b"third"


def test_what_is_no_file_or_leads_to_itself_is_no_entry(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("aabb", b"1")
    (entry,) = files(tmp_path)
    entry.unlink()
    os.mkfifo(entry)

    def late(*_: object) -> None:
        raise AssertionError("waits for the other end")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(5)  # whoever waits for the other end waits for ever
    try:
        assert recall(entry) == {}
        assert cache.get("aabb", lambda: b"2") == b"2"
        entry.unlink()
        entry.symlink_to("/dev/zero")
        assert cache.find("aabb") is None
        entry.unlink()
        entry.touch()
        os.truncate(entry, LARGEST + 1)
        assert cache.find("aabb") is None
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    (tmp_path / "loop").symlink_to("loop")
    loop = Cache(tmp_path / "loop")
    assert loop.get("aabb", lambda: b"3") == b"3"
    (problem,) = loop.problems
    assert "Too many levels of symbolic links" in str(problem)
    options = Options(home=tmp_path, out=tmp_path / "site")
    (tmp_path / ".cache").symlink_to(".cache")
    assert not options.covered(options.out)


def test_an_entry_of_another_key_is_none(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("aabb", b"a")
    cache.put("ccdd", b"c")
    (tmp_path / "aa/bb").write_bytes((tmp_path / "cc/dd").read_bytes())
    assert (cache.find("aabb"), cache.find("ccdd")) == (None, b"c")


def test_a_cache_that_cannot_be_written_tells_once_and_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file")
    part = cache.part("p")
    assert part.get("aabb", lambda: b"made") == b"made"
    assert part.get("aabb", lambda: b"made again") == b"made again"
    what = "cannot be kept for the next build, which will take longer: Not a directory"
    assert cache.problems == (Problem(Place(f"{tmp_path}/file"), what, "nothing else is lost", Severity.WARNING),)
    assert NOTHING.get("aabb", lambda: b"made") == b"made"
    assert NOTHING.part("p").find("aabb") is None
    NOTHING.sweep()
    assert NOTHING.problems == ()


def test_a_cache_keeps_what_is_younger_than_its_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path)
    for key, age in (("aa0", 0), ("aa1", KEEP_SECONDS - 60), ("aa2", KEEP_SECONDS + 60)):
        cache.part("p").put(key, b"x")
        os.utime(tmp_path / "p/aa" / key[2:], (0, 1_700_000_000 - age))
    (tmp_path / "p/aa/folder").mkdir()
    os.utime(tmp_path / "p/aa/folder", (0, 0))
    monkeypatch.setattr("time.time", lambda: 1_700_000_000)
    cache.sweep()
    assert {path.name for path in files(tmp_path)} == {"0", "1"}


def test_a_shelf_gives_back_what_it_was_given_or_nothing(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    shelf = Shelf[list[str]](cache, list[str])
    assert shelf.find("aabb") is None
    shelf.put("aabb", ["é"])
    assert shelf.find("aabb") == ["é"]
    shelf.put("aabb", ["\udcff"])  # a name that is not UTF-8
    assert shelf.find("aabb") == ["é"]
    for kept in (b"", b"{", b'{"a": 1}', b"[" * 100_000):
        cache.put("aabb", kept)
        assert shelf.find("aabb") is None


def test_the_memory_of_a_site_is_whole_or_none(tmp_path: Path) -> None:
    memory = tmp_path / "memory.json"
    entries = {"a": Entry("key", 3, 4, "content", ("> b", "# c"))}
    memory.write_bytes(remembered(memory, entries))
    assert recall(memory) == entries
    elsewhere = tmp_path / "other.json"
    elsewhere.write_bytes(memory.read_bytes())
    assert recall(elsewhere) == {}
    memory.write_bytes(memory.read_bytes()[:-1])
    assert recall(memory) == {}
    assert recall(tmp_path / "nowhere") == {}


@pytest.mark.parametrize("change", ["version", "code", "more", "machine code"])
def test_a_changed_library_has_another_key(change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for edition in "12":
        folder = tmp_path / edition
        for name in ("some_library/__init__.py", "some_library.libs/x-1.so", "some_library-1.dist-info/METADATA"):
            (folder / name).parent.mkdir(parents=True)
            (folder / name).write_text("")
    if change == "version":
        (folder / "some_library-1.dist-info").rename(folder / "some_library-2.dist-info")
    elif change == "code":
        (folder / "some_library/__init__.py").write_text("x = 1")
    elif change == "more":
        (folder / "some_library/more.py").write_text("")
    else:
        (folder / "some_library.libs/x-1.so").rename(folder / "some_library.libs/x-2.so")
    keys = set()
    for edition in "12":
        with monkeypatch.context() as context:
            context.syspath_prepend(str(tmp_path / edition))
            hashing.code_of.cache_clear()
            hashing._versions.cache_clear()
            keys.add(hashing.code_of("some_library"))
    hashing._versions.cache_clear()
    assert len(keys) == 2


def test_code_is_named_by_all_its_files_but_those_that_python_makes_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, data in (("a/__init__.py", "1"), ("a/b/c.py", "2"), ("a/x.so", "345"), ("a/__init__.pyc", "6")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(data)
    (tmp_path / "single.py").write_text("7")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert list(hashing._code("a")) == [b"", b"a/__init__.py", b"1", b"a/b/c.py", b"2", b"a/x.so", b"3"]
    assert list(hashing._code("single")) == [b"", f"{tmp_path.name}/single.py".encode(), b"7"]
    assert list(hashing._code("no-such-distribution")) == [b""]
    assert list(hashing._code("nowhere_at_all")) == [b""]
    (own,) = hashing._code("pytest-xdist")
    assert own.decode().count(".") == 2


def test_a_hash_is_short_and_holds_any_name() -> None:
    assert hashing.digest("a", b"\0") == "85cdac1fdcf3755ae5f6727835aaf193bf9cdef1"  # on every machine
    assert hashing.digest("\udcff") != hashing.digest("\udcfe")


def test_a_cache_waits_for_no_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", None)
    cache = Cache(tmp_path)
    cache.put("aabb", b"1")
    assert cache.find("aabb") == b"1"


def test_a_long_key_seals_as_well() -> None:
    key = "k" * 100
    assert hashing.unsealed(key, hashing.sealed(key, b"1")) == b"1"


def test_what_was_made_last_time_is_not_made_again_and_what_nobody_asks_for_is_forgotten(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    first = Memory[str](cache, "aabb", str)
    assert (first.get("a", lambda: "1"), first.get("b", lambda: "2"), first.get("a", lambda: "3")) == ("1", "2", "3")
    first.save()
    second = Memory[str](cache, "aabb", str)
    assert second.get("a", lambda: "new") == "3"
    second.save()
    third = Memory[str](cache, "aabb", str)
    assert (third.get("a", lambda: "new"), third.get("b", lambda: "new")) == ("3", "new")
    assert Memory[str](cache, "ccdd", str).get("a", lambda: "new") == "new"
    assert Memory[list[str]](cache, "aabb", list[str]).get("a", lambda: ["new"]) == ["new"]
    before = (tmp_path / "aa/bb").stat().st_mtime_ns
    same = Memory[str](cache, "aabb", str)
    same.get("a", lambda: "new")
    same.save()
    assert (tmp_path / "aa/bb").stat().st_mtime_ns == before
