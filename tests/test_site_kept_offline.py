"""What readers keep offline, and where the links of a page lead: from facts alone, without a browser."""

import json

import pytest

from generator.files import hashing
from generator.files.memory import Entry
from generator.publishing import offline
from generator.publishing.checking import facts


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


def test_a_worker_that_ends_has_the_name_of_the_one_before() -> None:
    assert list(offline.ending()) == ["sw.js"]


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


def test_a_page_of_one_folder_leads_to_its_neighbours() -> None:
    found = facts(
        "x/y", '<a href="../XX/b"></a><a href="XX"></a><a href="a..b/"></a><a href="c d/.."></a><a href="e/.">'
    )
    assert sorted(found) == sorted(("> XX/b", "> x/XX", "> x/a..b/", "> x/", "> x/e/"))
