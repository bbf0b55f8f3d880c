"""Without a network: complete after one visit, one build at a time, and polite to those who read a large bank."""

import functools
import http.server
import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.files.hashing import content_hash
from generator.files.memory import Entry
from generator.publishing import offline

pytestmark = pytest.mark.slow

SCRIPT = "assets/javascripts/site.js"


class _Server(http.server.ThreadingHTTPServer):
    gone = False


class _Quiet(http.server.SimpleHTTPRequestHandler):
    server: _Server

    def log_message(self, *args: object) -> None:
        """Keep requests out of the tests' output."""

    def do_GET(self) -> None:
        """Answer nothing once the server is gone, not even on a connection that was open before."""
        if not self.server.gone:
            super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


class Published:
    """A copy of the built site that other builds can take the place of."""

    def __init__(self, original: Path, root: Path, server: _Server) -> None:
        self.original = original
        self.root = root
        self.server = server
        self.url = f"http://127.0.0.1:{server.server_port}/"

    def vanish(self) -> None:
        """From now on there is no network: nobody answers at this address, whoever asks."""
        self.server.gone = True
        self.server.shutdown()
        self.server.server_close()

    def publish(self, edition: str) -> None:
        """Put a build on line whose pages and script say which one they are of."""
        for old in self.original.rglob("*.html"):
            page = old.read_text("utf-8").replace("<html", f'<html data-page="{edition}"', 1)
            (self.root / old.relative_to(self.original)).write_text(page, "utf-8")
        mark = f'\ndocument.documentElement.dataset.script = "{edition}";\n'
        (self.root / SCRIPT).write_text((self.original / SCRIPT).read_text("utf-8") + mark, "utf-8")
        for path, data in offline.files(self.files()).items():
            (self.root / path).write_bytes(data)

    def files(self) -> dict[str, Entry]:
        """All files but those that the worker is made of."""
        found = {path.relative_to(self.root).as_posix(): path for path in self.root.rglob("*") if path.is_file()}
        return {
            name: kept(content_hash(path.read_bytes()), path.stat().st_size)
            for name, path in found.items()
            if name not in {"sw.js", "offline.json"}
        }


def kept(content: str, size: int) -> Entry:
    """A file of a finished site."""
    return Entry("", size, 0, content)


@pytest.fixture
def published(built_site: Path, tmp_path: Path) -> Iterator[Published]:
    """Build "A" of our site, on line."""
    root = tmp_path / "site"
    shutil.copytree(built_site, root, ignore=shutil.ignore_patterns("downloads"))
    original = tmp_path / "original"
    shutil.copytree(root, original)
    handler = functools.partial(_Quiet, directory=str(root))
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        site = Published(original, root, server)
        site.publish("A")
        yield site
        server.shutdown()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh visitor."""
    made = browser.new_context(bypass_csp=True)  # waiting for a function evaluates its text in the page
    yield made
    made.close()


def visit(context: BrowserContext, site: Published) -> Page:
    """The one visit: the home page, until the worker has everything it wants."""
    page = context.new_page()
    page.goto(site.url)
    page.wait_for_function("navigator.serviceWorker.controller")
    return page


def until(page: Page, say: str) -> None:
    """Wait for a promise to give true."""
    if not comes(page, say):
        pytest.fail(f"never came true: {say}")


def comes(page: Page, say: str, tenths: int = 150) -> bool:
    """Whether a promise gives true in time; a reload in between starts it anew."""
    for _ in range(tenths):
        try:
            if page.evaluate(say):
                return True
        except Exception as error:  # the page is being loaded again
            if "context was destroyed" not in str(error):
                raise
        page.wait_for_timeout(100)
    return False


WAITING = "navigator.serviceWorker.getRegistration().then((each) => Boolean(each?.waiting))"
UPDATE = "navigator.serviceWorker.getRegistration().then((each) => each.update()).then(() => true, () => true)"


def open_until_new(page: Page, address: str) -> None:
    """Open a page until it is of the new build: the browser takes its time to tell that a window has gone."""
    for _ in range(10):
        page.goto(address)
        if comes(page, "document.documentElement.dataset.page === 'B'", tenths=20):
            break
    assert edition(page) == "B"


def edition(page: Page) -> str:
    """The build that a page shows, which must be one and the same for page and script."""
    until(page, "Boolean(document.documentElement.dataset.script)")
    parts = page.evaluate("[document.documentElement.dataset.page, document.documentElement.dataset.script]")
    assert parts[0] == parts[1], f"a mix: page of build {parts[0]}, script of build {parts[1]}"
    return str(parts[0])


def test_complete_after_one_visit(context: BrowserContext, published: Published) -> None:
    """After the home page alone, any question opens without a network, with its picture, search and practice."""
    page = visit(context, published)
    published.vanish()
    page.goto(f"{published.url}questions/947/#step-2")
    expect(page.locator("h1")).not_to_be_empty()
    expect(page.locator(".dg-wide")).to_be_visible()
    expect(page.locator(".player-place")).to_contain_text("2 /")
    page.goto(f"{published.url}search/?q=merkle")
    expect(page.locator("[data-question]").first).to_be_visible()
    page.goto(f"{published.url}practice/?q=931")
    page.get_by_role("button", name="Start").click()
    page.keyboard.press(" ")
    expect(page.get_by_role("region", name="Answer")).not_to_be_empty()


def test_a_new_build_is_shown_whole_at_the_next_page(context: BrowserContext, published: Published) -> None:
    """The page one reads stays as it is; the next one opened is of the new build, and so is everything offline."""
    page = visit(context, published)
    page.goto(f"{published.url}questions/901/")
    assert edition(page) == "A"
    published.publish("B")
    page.evaluate(UPDATE)
    until(page, WAITING)
    assert edition(page) == "A"
    open_until_new(page, f"{published.url}questions/902/")
    published.vanish()
    page.goto(f"{published.url}questions/903/")
    assert edition(page) == "B"


def test_a_second_window_keeps_its_build(context: BrowserContext, published: Published) -> None:
    """While another page of the old build is open, the old build stays, whole; with the last one it goes."""
    page = visit(context, published)
    other = context.new_page()
    other.goto(f"{published.url}questions/905/")
    published.publish("B")
    page.evaluate(UPDATE)
    until(page, WAITING)
    page.goto(f"{published.url}questions/902/")
    page.wait_for_timeout(500)
    assert edition(page) == "A"
    other.close()
    open_until_new(page, f"{published.url}questions/903/")


def test_half_a_build_is_not_taken(context: BrowserContext, published: Published) -> None:
    """A build whose files do not all have the bytes they were built with changes nothing for the reader."""
    page = visit(context, published)
    published.publish("B")
    (published.root / "questions/950/index.html").write_text("half a page", "utf-8")
    page.evaluate(UPDATE)
    page.wait_for_timeout(1500)
    assert not page.evaluate(WAITING)
    published.vanish()
    page.goto(f"{published.url}questions/950/")
    assert edition(page) == "A"


@pytest.fixture
def large(published: Published, monkeypatch: pytest.MonkeyPatch) -> Published:
    """The same site, taken for one that is too large to be kept unasked."""
    monkeypatch.setattr(offline, "LIMIT", 0)
    published.publish("A")
    return published


def test_a_large_bank_keeps_what_was_visited(context: BrowserContext, large: Published) -> None:
    """Unasked, only what most readers need is kept; a page that was read stays, another leads to an explanation."""
    page = visit(context, large)
    page.goto(f"{large.url}questions/901/")
    large.vanish()
    page.goto(f"{large.url}questions/901/")
    assert page.url.endswith("/questions/901/")
    assert edition(page) == "A"
    page.goto(f"{large.url}questions/902/")
    expect(page.locator("h1")).to_have_text("Without a network")


def test_a_large_bank_is_kept_whole_when_asked(context: BrowserContext, large: Published) -> None:
    """The button fetches the rest, and says so when it is done."""
    page = visit(context, large)
    page.goto(f"{large.url}offline/")
    page.get_by_role("button", name="Keep all of it").click()
    expect(page.get_by_text("The whole site is on this device.")).to_be_visible(timeout=20_000)
    large.vanish()
    page.goto(f"{large.url}questions/944/")
    assert page.url.endswith("/questions/944/")
    assert edition(page) == "A"


def test_a_page_of_a_newer_build_brings_its_own_scripts(context: BrowserContext, large: Published) -> None:
    """A page that only the network has, and that is newer, is never given the old build's scripts."""
    page = visit(context, large)
    large.publish("B")
    page.goto(f"{large.url}questions/930/")
    assert edition(page) == "B"


def test_what_a_reader_kept_is_there_in_the_next_build(context: BrowserContext, large: Published) -> None:
    """A page kept of the old build is kept of the new one before that takes over."""
    page = visit(context, large)
    page.goto(f"{large.url}questions/901/")
    large.publish("B")
    page.evaluate(UPDATE)
    until(page, WAITING)
    open_until_new(page, large.url)
    large.vanish()
    page.goto(f"{large.url}questions/901/")
    assert page.url.endswith("/questions/901/")
    assert edition(page) == "B"


def test_what_waits_in_a_large_bank() -> None:
    """Whole folders wait, questions first of all; what readers save elsewhere is not kept at all."""
    worker = {f"assets/vendor/{name}-7.js": kept("", 9) for name in offline.LIBRARIES}
    site = {
        **worker,
        offline.WORKER: kept("", 9),
        "index.html": kept("home", 9),
        "topics/data/index.html": kept("topic", 9),
        "questions/1/index.html": kept("one", offline.LIMIT),
        "downloads/book.pdf": kept("book", 9),
        "downloads/index.html": kept("list", 9),
    }
    made = offline.files(site)
    assert json.loads(made["offline.json"]) == {"questions/1/": "one"}
    settings = json.loads(made["sw.js"].split(b";\n")[0].removeprefix(b"self.offline = "))
    assert {"./", "topics/data/", "downloads/", "offline.json"} <= set(settings["now"])
    assert not any("book" in path for path in settings["now"])


def test_the_worker_knows_every_page_by_its_bytes(built_site: Path) -> None:
    """What the build wrote into the worker is what it wrote to the disk: one difference, and nothing works offline."""
    settings = json.loads((built_site / "sw.js").read_bytes().split(b";\n")[0].removeprefix(b"self.offline = "))
    for path, content in settings["now"].items():
        file = built_site / (f"{path}index.html" if path.endswith("/") else path)
        assert content_hash(file.read_bytes()) == content, path
    pages = {path.parent.relative_to(built_site).as_posix() for path in built_site.rglob("index.html")}
    assert {"./" if page == "." else f"{page}/" for page in pages} <= set(settings["now"])


def test_the_site_can_be_installed(built_site: Path) -> None:
    """The manifest names icons that are there, of the sizes it says, one of them for any shape of frame."""
    manifest = json.loads((built_site / "manifest.webmanifest").read_text("utf-8"))
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        if icon["type"] == "image/png":
            with Image.open(built_site / icon["src"]) as image:
                assert "x".join(map(str, image.size)) == icon["sizes"]
    assert 'rel="manifest"' in (built_site / "questions/901/index.html").read_text("utf-8")
