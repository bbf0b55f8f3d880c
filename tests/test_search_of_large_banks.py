"""The search on banks of a thousand and more: what readers ask is found, whole banks and pieces give the same order."""

import functools
import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.search.__main__ import our_study, queries_of
from bench.search.bank import study
from bench.search.engines import OURS_ASK, ours
from bench.search.measuring import Figures, measure
from generator.search import documents

pytestmark = pytest.mark.slow

BOTH_ENGINES = """async (queries) => {
  const load = async (name) => (await fetch(`./pieces/${name}.json`)).json();
  const { Engine } = await import("./assets/javascripts/search/engine/engine.js");
  const whole = new Engine(await load("documents"));
  const { ShardedEngine } = await import("./assets/bundles/search-shards.js");
  const pieces = new ShardedEngine(await load("index"), load);
  const numbers = ({ results }) => results.map((each) => each.number);
  const found = [];
  for (const text of queries) found.push([numbers(whole.search(text)), numbers(await pieces.search(text))]);
  return found;
}"""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """An empty folder, and the address at which it is served."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield tmp_path, f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def asked(browser: Browser, folder: Path, bank: str) -> Figures:
    ours(our_study() if bank == "ours" else study(1000), folder)
    return measure(browser, folder, OURS_ASK, queries_of(bank, "tuned") + queries_of(bank, "held"))


@pytest.mark.parametrize("bank", ["ours", "thousand"])
def test_what_readers_ask_is_found(browser: Browser, tmp_path: Path, bank: str):
    figures = asked(browser, tmp_path, bank)
    assert figures.success1 >= 0.90, figures.missed
    assert figures.success5 >= 0.98, figures.missed
    assert figures.reciprocal >= 0.95, figures.missed
    assert figures.first_bytes <= (23_000 if bank == "ours" else 150_000)


def test_a_bank_in_pieces_is_found_in_the_same_order(browser: Browser, served: tuple[Path, str]):
    folder, url = served
    bank = study(1000)
    ours(bank, folder)
    whole = documents.documents_of(bank)
    pieces = {"documents": whole, **documents.pieces(whole, documents.diagrams_of(bank))}
    (folder / "pieces").mkdir()
    for name, value in pieces.items():
        (folder / "pieces" / f"{name}.json").write_text(json.dumps(value), "utf-8")
    queries = [text for kind in ("tuned", "held") for text, _ in queries_of("thousand", kind)]
    page = browser.new_page()
    page.goto(url)
    found = page.evaluate(BOTH_ENGINES, queries)
    page.close()
    differing = [(text, *pair) for text, pair in zip(queries, found, strict=True) if pair[0][:1] != pair[1][:1]]
    assert not differing
