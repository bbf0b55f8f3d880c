"""Real things for the tests to use: a site built in full, a server that shows it, a browser that reads it."""

import contextlib
import fcntl
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from generator.files.cache import Cache

ROOT = Path(__file__).resolve().parent.parent
SERIES = ROOT / "tests" / "data" / "series"
"""A frozen bank of fifty questions with its diagrams and glossary: what `bank/` and `diagrams/` hold is not counted."""
OF_SERIES = ("--bank", str(SERIES / "bank"), "--diagrams", str(SERIES / "diagrams"), "--title", "System design")
CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-features=DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,MediaRouter,"
    "OptimizationHints,PaintHolding,RenderDocument,ThirdPartyStoragePartitioning,Translate,"  # as playwright has it
    "WebUIOmniboxPopup,WebUIOmniboxAimPopup",  # which each window prepares for its address bar, at 0.7 CPU s
]


os.environ.pop("GITHUB_REPOSITORY", None)  # from which a build in a workflow takes the addresses of the site
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else each of the many processes would compile the generator anew
sys.dont_write_bytecode = False


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--refresh-golden` writes the golden files anew instead of comparing with them."""
    parser.addoption(
        "--refresh-golden", action="store_true", help="write the golden files anew; then read the difference"
    )


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The series built in full with its downloads, once for all test processes."""
    shared = (
        tmp_path_factory.getbasetemp().parent if "PYTEST_XDIST_WORKER" in os.environ else tmp_path_factory.getbasetemp()
    )
    site = shared / "built" / "site"
    site.parent.mkdir(exist_ok=True)
    with drawing_alone() as _:
        if not site.exists():
            generate("build", *OF_SERIES, "--downloads", "--verify", "--out", str(site))
    return site


DRAWN = Cache(ROOT / ".cache" / "drawings")
"""What this very code drew for another test or an earlier run: its keys hold all code and text that pictures are of."""


@contextlib.contextmanager
def drawing_alone() -> Iterator[Cache]:
    """Let one test process draw what others wait for, and find in the cache then."""
    path = ROOT / ".cache" / "tests.lock"
    path.parent.mkdir(exist_ok=True)
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield DRAWN


def generate(*words: str, fails: bool = False, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run the generator as a person would; its status must be 0 unless `fails` says otherwise."""
    done = subprocess.run([sys.executable, "-m", "generator", *words], cwd=folder, capture_output=True, text=True)
    if not fails:
        assert done.returncode == 0, done.stderr
    return done


def copy_checkout(target: Path) -> None:
    """What git would give a new clone, with what is not committed yet."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target / name)


@pytest.fixture
def installed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder to be found on Python's path, in which the tool says that it is installed."""
    folder = tmp_path_factory.mktemp("installed")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    told = folder / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    told.mkdir()
    (told / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n")
    plugins = project["entry-points"]["mkdocs.plugins"].items()
    (told / "entry_points.txt").write_text("[mkdocs.plugins]\n" + "".join(f"{name} = {at}\n" for name, at in plugins))
    return str(folder)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Keep requests out of the tests' output."""


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Keep quiet about pages that a browser left before they were loaded."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """Address of the built site, with a slash at the end."""
    with served(built_site) as address:
        yield address


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """A site as a server shows it: its address, with a slash at the end."""
    handler = functools.partial(_Quiet, directory=str(site))
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; a machine without one fails here."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, site_url: str) -> Iterator[Page]:
    """A fresh page of a fresh visitor, for whom nothing is kept offline: that fetches the whole site each time."""
    with _visitor(browser.new_context(service_workers="block"), site_url) as tab:
        yield tab


@pytest.fixture
def keeping_page(browser: Browser, site_url: str) -> Iterator[Page]:
    """The same for a visitor whose browser keeps the site, as readers' browsers do."""
    with _visitor(browser.new_context(), site_url) as tab:
        yield tab


@contextlib.contextmanager
def _visitor(context: BrowserContext, site_url: str) -> Iterator[Page]:
    """A page whose test fails on a request to any other host, or a script's error."""
    foreign: list[str] = []
    mistakes: list[str] = []
    tab = context.new_page()
    tab.on("request", lambda request: foreign.append(request.url) if not _is_ours(request.url, site_url) else None)
    tab.on("pageerror", lambda error: mistakes.append(str(error)))
    yield tab
    context.close()
    assert not foreign, f"requests to other hosts: {foreign}"
    assert not mistakes, f"errors of scripts: {mistakes}"


def _is_ours(url: str, site_url: str) -> bool:
    return url.startswith((site_url, "data:", "blob:", "about:"))
