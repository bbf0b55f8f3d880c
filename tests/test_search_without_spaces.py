"""Not all scripts have spaces, vowels or bare words: a reader finds what is meant, in a bank whole or in pieces.

Any part of a Chinese, Japanese or Thai text; Korean and Arabic words without what is written together with them, and
Arabic and Hindi ones with their marks or without.
"""

import json
import subprocess
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from generator import linking, reading
from generator.model import Edition, Study
from generator.search import documents
from generator.search.words import affixes, stem, words
from tests.conftest import ROOT, served

pytestmark = pytest.mark.slow

BANK = (
    """## 数据库

### Question 1: 如何制作馒头？这是一个很长的中文标题，用来测试

**Answer:**
面粉、水、酵母。用Redis缓存做分布式锁。

### Question 2: 数据库索引为什么快？

**Answer:**
B+树。"""
    + "先查内存，再查磁盘，然后返回结果给用户。" * 15
    + """最后是馒头。

### Question 3: キャッシュとは？

**Answer:**
データベースの前にあるメモリです。

### Question 4: Design a cache.

**Answer:**
An in-memory cache, Real-time.

### Question 5: 메모리는 왜 빠른가요?

디스크보다 프로세서에 가깝기 때문입니다.

### Question 6: ما هي الذاكرة المخبأة؟

تقف أمام قاعدة البيانات.

### Question 7: หน่วยความจำคืออะไร?

ที่เก็บข้อมูลชั่วคราว

### Question 8: ज़रूरत क्या है?

मील का पत्थर।
"""
)
FOUND = {
    "馒头": [1, 2],
    "中文标题": [1],
    "缓存": [1],
    "redis": [1],
    "索引": [2],
    "分布式锁": [1],
    "ベース": [3],
    "ｷｬｯｼｭ": [3],
    "cache": [4],
    "树": [2],
    "ความจำ": [7],
    "ข้อมูล": [7],
}
WORDS = {
    "메모리": [5],
    "메모리가": [5],
    "메모": [5],
    "디스크": [5],
    "ذاكرة": [6],
    "الذَّاكِرَة": [6],
    "بيانات": [6],
    "जरूरत": [8],
    "ज़रूरत": [8],
    "मील": [8],
    "मेल": [],
}
BOTH = """async (queries) => {
  const load = async (name) => (await fetch(`./pieces/${name}.json`)).json();
  const { Engine } = await import("./javascripts/search/engine/engine.js");
  const { ShardedEngine } = await import("./bundles/search-shards.js");
  const engines = [new Engine(await load("documents")), new ShardedEngine(await load("index"), load)];
  const found = [];
  for (const text of queries) for (const engine of engines) found.push((await engine.search(text)).results);
  return found;
}"""


@pytest.fixture(scope="module")
def tab(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page that can load the search's modules and the bank, whole and in pieces."""
    folder = tmp_path_factory.mktemp("search")
    (folder / "bank.md").write_text(BANK, "utf-8")
    study = Study(linking.link(reading.read([folder / "bank.md"])[0])[0], Edition("Bank", "", "", "", 0))
    whole = documents.documents_of(study)
    (folder / "pieces").mkdir()
    for name, value in {"documents": whole, **documents.pieces(whole, documents.diagrams_of(study))}.items():
        (folder / "pieces" / f"{name}.json").write_text(json.dumps(value), "utf-8")
    for name in ("bundles", "javascripts", "vendor"):
        (folder / name).symlink_to(ROOT / "docs/assets" / name)
    with served(folder) as address:
        page = browser.new_page()
        page.goto(address)
        yield page
        page.close()


@pytest.mark.parametrize("text", FOUND)
def test_a_part_of_a_run_is_found_and_marked(tab: Page, text: str) -> None:
    for results in tab.evaluate(BOTH, [text]):
        assert [each["number"] for each in results if whole(each, text)] == FOUND[text]
        assert results[0]["number"] == FOUND[text][0]


@pytest.mark.parametrize("text", WORDS)
def test_a_word_is_found_however_it_is_written(tab: Page, text: str) -> None:
    for results in tab.evaluate(BOTH, [text]):
        assert [each["number"] for each in results] == WORDS[text]


def whole(result: dict[str, list[tuple[str, bool]]], text: str) -> bool:
    """Whether what was sought is marked in one piece, in title or passage."""
    known = {"ｷｬｯｼｭ": "キャッシュ"}.get(text, text)
    return any(hit and known == piece.lower() for name in ("title", "passage") for piece, hit in result[name])


@pytest.mark.parametrize(
    "text",
    [
        "用Redis缓存做分布式锁",
        "POST @connections, /tmp; a/b _x __y -z",
        "がくせい・ページ 々",
        "Real-time C++ DynamoDB's 漢",
        "𠮷野家",
        "قَهْوَة والبيانات",
        "น้ำคืออะไร ภาษา",
        "프로세스란 메모리에서 캐시",
        "ज़रूरत किताबें जावा",
        "ဘာသာ ភាសា",
        "می‌خواهم שָׁלוֹם @اتصال",
    ],
)
def test_both_ways_of_cutting_texts_agree(text: str) -> None:
    """The browser's, and the one that makes the pieces."""
    script = f"""import {{ learnAffixes, stem, words }} from "./docs/assets/javascripts/search/engine/text.js";
    learnAffixes({json.dumps(affixes([text]))});
    const found = words({json.dumps(text)});
    console.log(JSON.stringify([found, found.map(stem)]))"""
    done = subprocess.run(
        ["node", "--input-type=module", "-e", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == [list(words(text)), [stem(word) for word in words(text)]]
