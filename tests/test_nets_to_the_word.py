"""What the safety nets say and decide, to the word and at their borders: small parts by themselves, without a build."""

import json
import os
import signal
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from generator import safe_yaml
from generator.files import hashing, ledger, swapping, writing
from generator.files.cache import KEEP_SECONDS, NOTHING, Cache, Memory, Shelf
from generator.files.ledger import LIST, Ledger
from generator.files.memory import LARGEST, Entry, recall, remembered
from generator.options import Options
from generator.problems import Failed, Place, Problem, Severity
from generator.publishing import offline
from generator.publishing.checking import facts
from generator.reading import identity


def said(act: Callable[[], object]) -> str:
    """What an act is refused with."""
    with pytest.raises(Failed) as refused:
        act()
    return "\n".join(map(str, refused.value.problems))


def site(folder: Path, **files: str) -> Ledger:
    """A folder that holds these files, all of them a build's."""
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    hashes = {name.replace("__", "/"): sha256(text.encode()).hexdigest() for name, text in files.items()}
    (folder / LIST).write_bytes(ledger.written(hashes))
    return Ledger(folder, hashes)


def test_no_file_of_a_site_is_a_stranger_however_deep(tmp_path: Path) -> None:
    ours = site(tmp_path, a__b__c="1", a__b__d__e="2", a__b__f="3", g="4")
    assert list(ours.strangers()) == []
    (tmp_path / "a/b/own").write_text("x")
    (tmp_path / "a/b/d/own").mkdir()
    (tmp_path / "a/b/c").write_text("changed")
    assert list(ours.strangers()) == ["a/b/c", "a/b/d/own/", "a/b/own"]


def test_only_a_file_that_is_listed_and_as_it_was_is_ours(tmp_path: Path) -> None:
    ours = site(tmp_path, a="1", b="2", c="3")
    (tmp_path / "own").write_text("1")
    (tmp_path / "b").unlink()
    (tmp_path / "b").symlink_to("a")
    (tmp_path / "c").unlink()
    (tmp_path / "c").mkdir()
    assert [ours.is_ours(name) for name in ("a", "own", "b", "c")] == [True, False, False, False]


def test_a_link_in_a_site_is_a_stranger_whatever_it_leads_to(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    site(elsewhere, b="1")
    ours = site(tmp_path / "site", a__b="1", c="2")
    (tmp_path / "site/a/b").unlink()
    (tmp_path / "site/a").rmdir()
    (tmp_path / "site/a").symlink_to(elsewhere)
    (tmp_path / "site/d").symlink_to(elsewhere)
    assert list(ours.strangers()) == ["a", "d"]


def test_a_sites_own_hidden_file_is_watched_like_any_other(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "CNAME").write_text("a.example")
    ours = site(tmp_path, **{".nojekyll": "x", ".well-known__a": "1"})
    assert list(ours.strangers()) == []
    (tmp_path / ".nojekyll").write_text("y")
    (tmp_path / ".well-known/a").write_text("2")
    assert list(ours.strangers()) == [".nojekyll", ".well-known/a"]


def test_a_file_is_read_once_as_long_as_it_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = site(tmp_path, a="1")
    read: list[object] = []
    digest = ledger.hashlib.file_digest
    monkeypatch.setattr(ledger.hashlib, "file_digest", lambda *asked: read.append(asked) or digest(*asked))
    assert [ours.is_ours("a") for _ in range(3)] == [True] * 3
    assert len(read) == 1


def test_what_no_build_wrote_is_told_with_what_to_do(tmp_path: Path) -> None:
    ours = site(tmp_path, a="1")
    (tmp_path / "own").write_text("x")
    told = f"{tmp_path}/own: no build wrote this as it is, so none replaces it; "
    assert said(lambda: swapping.refuse_strangers(ours)) == f"{told}move it away, or name another folder with --out"
    assert said(lambda: writing.add_file(tmp_path, "own", b"")) == f"{told}move it away"
    other = Ledger(tmp_path / "a", {})
    assert said(lambda: swapping.refuse_strangers(other)) == f"{tmp_path}/a: is not a folder; name another with --out"


def test_what_cannot_be_written_is_told_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    path = tmp_path / "file/under"
    assert said(lambda: writing.write_file(path, b"x")) == f"{path}: cannot be written: File exists"


def test_two_sites_change_places_in_one_step_also_by_relative_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    site(Path(".s.new"), a="new")
    ours = site(Path("s"), a="old")
    steps: list[object] = []
    monkeypatch.setattr(Path, "rename", lambda *step: steps.append(step))
    assert swapping.swap(Path(".s.new"), ours) == ()
    assert (steps, Path("s/a").read_text()) == ([], "new")


def test_what_both_sites_have_is_not_carried_over_the_new_one(tmp_path: Path) -> None:
    """As after a kill: the old site waits beside the new one, and both have a file that goes along."""
    out = tmp_path / "site"
    site(out, a="new")
    (out / "CNAME").write_text("new.example")
    old = swapping.aside(out)
    site(old, a="old")
    (old / "CNAME").write_text("old.example")
    told = said(lambda: swapping.recover(out))
    assert (out / "CNAME").read_text() == "new.example"
    assert (old / "CNAME").read_text() == "old.example"
    assert told == f"{old}: cannot be cleared away; look into it"


def test_of_many_strangers_only_the_first_are_told(tmp_path: Path) -> None:
    out, old = tmp_path / "site", tmp_path / ".site.old"
    site(out, a="new")
    site(old, a="old")
    for number in range(9):
        (old / f"own{number}").write_text("x")
    assert len(said(lambda: swapping.recover(out)).splitlines()) == ledger.SHOWN


def test_a_plain_text_of_the_largest_size_is_read_and_none_larger() -> None:
    largest = "a" * safe_yaml.LARGEST
    assert safe_yaml.load(largest) == safe_yaml.Node(1, largest)
    with pytest.raises(safe_yaml.Unreadable, match=r"^has 1,000,001 characters, 1,000,000 at most$") as refused:
        safe_yaml.load(largest + "a")
    assert refused.value.line == 0


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_values_nest_as_deep_as_they_may_and_no_deeper(opening: str, closing: str) -> None:
    depth = safe_yaml.DEEPEST - 1
    assert safe_yaml.load(opening * depth + "x" + closing * depth)
    with pytest.raises(safe_yaml.Unreadable, match=f"^lists are nested more than {safe_yaml.DEEPEST} deep$"):
        safe_yaml.load(opening * (depth + 1) + "x" + closing * (depth + 1))


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a: 1\nb: [\n", 3, "did not find expected node content"),
        ("\n\nb: '\x07'\n", 3, "control characters are not allowed"),
        ("\n\x07", 2, "control characters are not allowed"),
        ("a: 1\n---\nb: 2\n", 2, "a second document begins here"),
        ("a: 1\na: 2\n", 2, "`a` is there already"),
        ("? [a]\n: b\n", 1, "the name before a colon is no text"),
        ("a: &x 1\nb: *x\n", 2, "*x repeats what stands elsewhere; write it out"),
        ("a:\n  !!int 1\n", 2, "the tag tag:yaml.org,2002:int is not read; take it away"),
    ],
)
def test_what_is_no_plain_yaml_is_told_with_its_line(text: str, line: int, what: str) -> None:
    with pytest.raises(safe_yaml.Unreadable) as refused:
        safe_yaml.load(text)
    assert (refused.value.line, refused.value.what, str(refused.value)) == (line, what, what)


def test_all_of_yaml_is_read_within_its_bounds() -> None:
    assert safe_yaml.whole("a: &x 1\nb: *x\nc: [no, 2.5]\n") == {"a": 1, "b": 1, "c": [False, 2.5]}
    assert safe_yaml.whole("a" * safe_yaml.LARGEST) == "a" * safe_yaml.LARGEST
    assert safe_yaml.whole("[" * 29 + "]" * 29)
    assert isinstance(safe_yaml.tree("a: b"), yaml.MappingNode)
    for text, line, what in (
        ("a: 1\nb: !mine x\n", 2, "could not determine a constructor"),
        ("a" * (safe_yaml.LARGEST + 1), 0, "has 1,000,001 characters"),
        ("[" * 30 + "]" * 30, 1, "lists are nested more than 30 deep"),
    ):
        with pytest.raises(safe_yaml.Unreadable, match=what) as refused:
            safe_yaml.whole(text)
        assert refused.value.line == line


def test_a_written_file_may_be_changed_before_the_site_is_whole(tmp_path: Path) -> None:
    with writing.staged(tmp_path / "site", tmp_path / "memory.json") as stage:
        stage.put("a/b", b"1", facts=("# old",))
        stage.change("a/b", b"2", ("# new",))
    assert (tmp_path / "site/a/b").read_bytes() == b"2"
    assert recall(tmp_path / "memory.json")["a/b"].facts == ("# new",)


@pytest.mark.parametrize("text", ["", "\n", "# only said\n"])
def test_an_empty_text_has_no_value(text: str) -> None:
    assert safe_yaml.load(text) is None


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


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("b.png", "x/y/b.png"),
        ("../b/", "x/b/"),
        ("../../b/c.html", "b/c.html"),
        ("../../../b/", "b/"),
        ("#a%20b", "x/y/index.html#a b"),
        ("../#top", "x/#top"),
        ("..", "x/"),
        (".", "x/y/"),
        ("../..", ""),
        ("./.", "x/y/"),
        ("../z%20z/XX/", "x/z z/XX/"),
        ("../../X/?q=1", "X/"),
        ("/X/", "X/"),
        ("http://[", "http://["),
        ("/b/", "b/"),
        ("/b/#top", "b/#top"),
        ("?q=1", "x/y/index.html"),
        ("https://a.example/b/", None),
        ("mailto:a@b.example", None),
        ("//a.example/b/", None),
        ("//", None),
        ("../../.?q=1", ""),
    ],
)
def test_an_address_is_taken_from_the_root_of_the_site(address: str, target: str | None) -> None:
    found = facts("x/y/index.html", f'<a href="{address}">')
    assert found == (() if target is None else (f"> {target}",))
    assert facts("404.html", f'<a href="/a{address}">') == ()


def test_a_page_offers_its_anchors() -> None:
    assert facts("a.html", '<p id="b"><img src="c.png" id="a"><a>d</a>') == ("# a", "# b", "> c.png")


def kept(content: str, size: int) -> Entry:
    """A file of a finished site."""
    return Entry("", size, 0, content)


WORKERS = {
    path: kept(f"hash of {path}", 1)
    for path in ("assets/javascripts/offline/worker.js", *(f"assets/vendor/{each}-1.js" for each in offline.LIBRARIES))
}


def parts(site: dict[str, Entry]) -> tuple[dict[str, str], dict[str, str], dict[str, object], list[str]]:
    """What is kept at once, what waits, what is said of it, and the scripts that are run."""
    made = offline.files(site | WORKERS)
    first, *calls = made["sw.js"].decode().splitlines()
    settings = json.loads(first.removeprefix("self.offline = ").removesuffix(";"))
    now = {path: content for path, content in settings["now"].items() if path not in WORKERS}
    return now, json.loads(made["offline.json"]), settings["later"], calls


def test_a_small_site_is_kept_whole_but_for_what_readers_save_and_no_page_shows() -> None:
    shown = ("index.html", "questions/1/index.html", "downloads/index.html", "assets/é.svg")
    hidden = ("downloads/book.pdf", "api/bank.json", "sitemap.xml", "feed.xml", "404.html", "assets/a.js.map")
    now, later, told, calls = parts({path: kept(path.upper(), 9) for path in (*shown, *hidden)})
    assert set(now) == {"./", "questions/1/", "downloads/", "assets/é.svg", "offline.json"}
    assert (now["./"], now["questions/1/"]) == ("INDEX.HTML", "QUESTIONS/1/INDEX.HTML")
    assert now["offline.json"] == hashing.content_hash(b"{}")
    assert (later, told) == ({}, {"path": "offline.json", "files": 0, "bytes": 0})
    libraries = [f'importScripts("assets/vendor/{each}-1.js");' for each in offline.LIBRARIES]
    worker = "assets/javascripts/offline/worker.js"
    assert calls == [*libraries, f'importScripts("{worker}?hash%20of%20{worker.replace("/", "%2F")}");']


def test_of_a_large_site_what_most_need_is_kept_first() -> None:
    """Topics fit and components do not; then nothing that comes after them is kept unasked, however small."""
    room = offline.LIMIT - offline.LARGE - 1 - len(WORKERS)
    now, later, told, _ = parts(
        {
            "index.html": kept("a", 1),
            "assets/site.js": kept("b", offline.LARGE),
            "assets/mermaid.js": kept("c", offline.LARGE + 1),
            "topics/index.html": kept("d", room),
            "components/index.html": kept("e", 1),
            "questions/1/index.html": kept("f", 1),
        }
    )
    assert set(now) == {"./", "assets/site.js", "topics/", "offline.json"}
    assert later == {"assets/mermaid.js": "c", "components/": "e", "questions/1/": "f"}
    assert told == {"path": "offline.json", "files": 3, "bytes": offline.LARGE + 3}


def test_without_its_scripts_there_is_no_worker() -> None:
    for missing in WORKERS:
        assert offline.files({path: file for path, file in WORKERS.items() if path != missing}) == {}


def test_a_bank_is_known_by_what_its_introduction_says_before_its_files(tmp_path: Path) -> None:
    folder = tmp_path / "some.bank"
    folder.mkdir()
    (folder / "a.md").write_bytes(b"---\r\nidentity: of-the-first\r\n---\r\n# A \xff\n")
    (folder / "b.md").write_text("---\nidentity: of-another\n---\n")
    assert identity([folder]) == "of-the-first"
    (folder / "README.md").write_text("---\nidentity: of-the-whole # never change\n---\n")
    assert identity([folder]) == "of-the-whole"
    (folder / "0.md").write_text("---\nidentity: of-the-first\n---\n")
    assert identity([folder]) == "of-the-whole"
    (folder / "0.md").unlink()
    (folder / "README.md").write_text("# Hello\n" + "-" * 5_000 + "\n---\nidentity: no\n---\n")
    (folder / "a.md").write_text("# A\n")
    assert identity([folder]) == "some.bank"
    (folder / "README.md").unlink()
    assert identity([folder]) == "some.bank"
    assert identity([folder / "b.md"]) == "of-another"
    assert identity([folder / "a.md"]) == "a"


def test_what_stands_where_a_site_is_built_is_told(tmp_path: Path) -> None:
    new = swapping.beside(tmp_path / "site")
    new.mkdir()
    (new / "letter").write_text("mine")
    what = f"{new}: stands where the site is built, and no build made it; move it away"
    assert said(lambda: swapping.recover(tmp_path / "site")) == what
    old = site(tmp_path / "site", a="1")
    for each in (old.folder, tmp_path):
        (each / "CNAME").write_text("a.example")
    what = f"{old.folder}/CNAME: the site has a file of this name, and this one is not the build's"
    assert said(lambda: swapping.refuse_conflicts(old, tmp_path)) == f"{what}; take one of them away"


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("../a", "this path would leave the site's folder"),
        ("a/../../b", "this path would leave the site's folder"),
        ("/a", "this path would leave the site's folder"),
        ("a", "two pages would be written to this path"),
        (LIST, "two pages would be written to this path"),
    ],
)
def test_a_path_that_no_page_may_have_is_told(path: str, what: str, tmp_path: Path) -> None:
    def write() -> None:
        with writing.staged(tmp_path / "site", tmp_path / "memory.json") as stage:
            stage.put("a", b"1")
            stage.put(path, b"2")

    assert said(write) == f"{path}: {what}"


def test_a_folder_may_come_before_or_after_those_in_it(tmp_path: Path) -> None:
    with writing.staged(tmp_path / "site", tmp_path / "memory.json") as stage:
        for path in ("a/b/c", "a/d", "e/f", "e/g/h"):
            stage.put(path, b"1")
    assert (tmp_path / "site/a/d").read_bytes() == b"1"


def test_what_was_left_beside_a_site_whose_list_does_not_name_it_is_told(tmp_path: Path) -> None:
    beside = swapping.beside(tmp_path / "site")
    site(beside, a="1")
    (beside / "letter").write_text("mine")
    assert said(lambda: swapping.recover(tmp_path / "site")).startswith(f"{beside}/letter: no build wrote this")
    assert (beside / "letter").read_text() == "mine"


def test_a_file_that_cannot_even_be_begun_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("builtins.open", full)
    with pytest.raises(OSError, match="No space left"):
        writing.replace_file(tmp_path / "a", b"1")


def test_a_cache_waits_for_no_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", None)
    cache = Cache(tmp_path)
    cache.put("aabb", b"1")
    assert cache.find("aabb") == b"1"


def test_a_worker_that_ends_has_the_name_of_the_one_before() -> None:
    assert list(offline.ending()) == ["sw.js"]


def test_a_long_key_seals_as_well() -> None:
    key = "k" * 100
    assert hashing.unsealed(key, hashing.sealed(key, b"1")) == b"1"


def test_a_list_with_strange_names_is_read_back(tmp_path: Path) -> None:
    hashes = {"a  b": "0f", "é/ c": "1e", " d": "2d"}
    (tmp_path / LIST).write_bytes(ledger.written(hashes) + b"no line of ours\n")
    assert ledger.listed(tmp_path) == hashes
    assert ledger.listed(tmp_path / "nowhere") == {}


def test_what_a_stage_was_given_stands_in_it_and_is_remembered(tmp_path: Path) -> None:
    out, memory = tmp_path / "site", tmp_path / "memory.json"
    with writing.staged(out, memory) as stage:
        stage.put("b/c", b"1", facts=("> a",))
        stage.put("b/d", b"3")
        stage.put("a", b"2")
        assert (list(stage), len(stage), stage["b/c"], stage.fault) == (["a", "b/c", "b/d"], 3, b"1", None)
        with pytest.raises(KeyError, match="nowhere"):
            stage["nowhere"]
    with writing.staged(out, memory) as stage:
        before = stage.before("b/c")
        assert before
        assert (before.facts, stage.before("nowhere")) == (("> a",), None)


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


def test_the_list_of_what_is_kept_offline_is_as_short_as_can_be_and_leaves_out_what_no_page_shows() -> None:
    site = {path: kept("é", 9) for path in ("a/feed.xml", "NOTICES.txt", "assets/vendor/NOTICES.txt", "ö/")}
    made = offline.files(site | WORKERS | {"questions/é/": kept("x", offline.LIMIT)})
    assert made["offline.json"] == '{"questions/é/":"x"}'.encode()
    assert b'"\\u' not in made["sw.js"]
    assert b'", "' not in made["sw.js"]
    assert b": " not in made["sw.js"].splitlines()[0]
    assert not any(name in made["sw.js"] for name in (b"feed.xml", b"NOTICES.txt"))
    assert (
        made["sw.js"].splitlines()[-1].endswith(b'worker.js?hash%20of%20assets%2Fjavascripts%2Foffline%2Fworker.js");')
    )


def test_a_failed_write_leaves_nothing_and_takes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "link").symlink_to("a")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as context:
        context.setattr(writing.os, "fsync", fail)
        what = f"{tmp_path}/link: cannot be written: No space left on device"
        assert said(lambda: writing.write_file(tmp_path / "link", b"new")) == what
        writing.replace_file(tmp_path / "b", b"not durable", durable=False)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b", "link"]
    assert (tmp_path / "a").read_text() == "old"


def test_a_page_of_one_folder_leads_to_its_neighbours() -> None:
    found = facts(
        "x/y", '<a href="../XX/b"></a><a href="XX"></a><a href="a..b/"></a><a href="c d/.."></a><a href="e/.">'
    )
    assert sorted(found) == sorted(("> XX/b", "> x/XX", "> x/a..b/", "> x/", "> x/e/"))
