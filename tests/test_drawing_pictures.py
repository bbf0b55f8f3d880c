"""Pictures are small, complete in themselves, the same everywhere, and carry what pages need."""

import gzip
import os
import re
import subprocess
import sys
from collections import Counter
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from playwright.sync_api import Browser

from generator.drawing import contact_sheet, draw, icons
from generator.drawing.icons.components import icon_file
from generator.drawing.icons.iconset import classify, shrink
from generator.drawing.painting.theme import DARK, LIGHT, LOOKS
from generator.files.cache import Cache
from generator.model import Drawing
from tests.conftest import ROOT, SERIES, drawing_alone

STYLE = ROOT / "docs/assets/stylesheets/diagram/diagram.css"
XML_NAME = re.compile(r"[A-Za-z_][\w.-]*")


@pytest.fixture(scope="module")
def drawings() -> dict[int, Drawing]:
    """The drawings of the series."""
    with drawing_alone() as cache:
        made, _ = draw(SERIES / "diagrams", None, cache=cache)
    assert len(made) == 50
    return dict(made)


def size(text: str) -> float:
    """Kilobytes when compressed, as a server sends it."""
    return len(gzip.compress(text.encode(), 9)) / 1000


def test_pictures_are_small(drawings: dict[int, Drawing]) -> None:
    """6 KB on the page with all layouts, 25 KB stand-alone."""
    for drawing in drawings.values():
        assert size(drawing.inline.svg) <= 6
        assert size(drawing.standalone.svg) <= 25
        assert size(drawing.medium.svg) <= 25
        assert size(drawing.narrow.svg) <= 25


def test_stand_alone_pictures_are_complete_xml(drawings: dict[int, Drawing]) -> None:
    """Nothing from elsewhere, no path of this machine, ids that are XML names and unique, words for who cannot see."""
    for drawing in drawings.values():
        for svg in (drawing.standalone.svg, drawing.medium.svg, drawing.narrow.svg):
            tree = ElementTree.fromstring(svg)  # noqa: S314
            ids = [element.get("id", "") for element in tree.iter() if element.get("id")]
            assert all(count == 1 for count in Counter(ids).values())
            assert all(XML_NAME.fullmatch(each) for each in ids)
            places = re.findall(r'href="([^"]*)"', svg)
            assert all(place.startswith(("#", "data:image/png;base64,")) for place in places)
            assert {place[1:] for place in places if place.startswith("#")} <= set(ids)
            assert str(ROOT) not in svg
            assert "site-packages" not in svg
            words = {element.tag.rpartition("}")[2]: element.text for element in tree[:2]}
            assert words["title"] == drawing.diagram.title
            assert words["desc"] == drawing.description


def test_the_page_carries_steps_nodes_and_links(drawings: dict[int, Drawing]) -> None:
    for number, drawing in drawings.items():
        tree = ElementTree.fromstring(drawing.inline.svg)  # noqa: S314
        assert (tree.get("class"), tree.get("data-number")) == ("dg", str(number))
        assert tree.get("data-steps") == str(len(drawing.diagram.steps))
        ids = [element.get("id", "") for element in tree.iter() if element.get("id")]
        assert len(ids) == len(set(ids))
        for svg, layout in zip(tree[:3], ("wide", "medium", "narrow"), strict=True):
            assert svg.get("class") == f"dg-{layout}"
            edges = [each for each in svg.iter() if each.get("class") == "edge"]
            assert {each.get("data-step") for each in edges} >= {str(step.number) for step in drawing.diagram.steps}
            nodes = {each.get("data-node"): each for each in svg.iter() if each.get("class") == "node"}
            for node in drawing.diagram.nodes:
                link = f"../../components/{node.component.slug}/" if node.component else None
                assert nodes[node.id].get("href") == link
        shared = set(re.findall(r'href="../../(assets/icons/[^"]+)"', drawing.inline.svg))
        assert shared == set(icons([drawing]))


def test_every_step_is_shown_once_in_each_layout(drawings: dict[int, Drawing]) -> None:
    """A badge for each link of a step; a fan shares one."""
    for drawing in drawings.values():
        for svg in drawing.inline.svg.split('<svg class="dg-')[1:]:
            shown = set(re.findall(r'class="digit"[^>]*>(\d+)<', svg))
            assert shown == {str(edge.step) for edge in drawing.diagram.edges if edge.step is not None}


@pytest.mark.slow
def test_another_folder_hash_seed_and_locale_give_the_same_bytes(tmp_path: Path) -> None:
    modules = [SERIES / "diagrams/serverless/q906.py", SERIES / "diagrams/web3/q949.py"]
    code = (
        "import sys; from pathlib import Path; from tests.drawing import draw_files\n"
        "for drawing, _ in draw_files([Path(each) for each in sys.argv[1:]]).values():\n"
        "    print(drawing.inline.svg, drawing.standalone.svg, drawing.medium.svg, drawing.narrow.svg)\n"
    )
    outputs = set()
    for seed, locale in (("1", "C"), ("2", "de_DE.UTF-8")):
        folder = tmp_path / seed
        folder.mkdir()
        copies = [folder / module.name for module in modules]
        for module, copy in zip(modules, copies, strict=True):
            copy.write_bytes(module.read_bytes())
        environment = os.environ | {
            "PYTHONHASHSEED": seed,
            "LC_ALL": locale,
            "PYTHONPATH": str(ROOT),
            "TZ": "Asia/Tokyo",
        }
        command = [sys.executable, "-X", "utf8", "-c", code, *map(str, copies)]
        outputs.add(subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True).stdout)
    assert len(outputs) == 1
    assert outputs.pop().count(b"</desc>") == 12


class Counting(Cache):
    """A cache that counts the drawings it is given."""

    put_count = 0

    def put(self, key: str, data: bytes) -> None:
        """Keep an entry; drawings are JSON, icons are not."""
        if data.startswith(b"["):
            self.put_count += 1
        super().put(key, data)


@pytest.mark.slow
def test_only_what_is_new_is_drawn(tmp_path: Path) -> None:
    """A second build draws none, one edited module redraws one, and the drawings are equal."""
    folder = tmp_path / "diagrams"
    folder.mkdir()
    for path in sorted((SERIES / "diagrams/data").glob("q*.py")):
        (folder / path.name).write_bytes(path.read_bytes())
    counts, seen = [], []
    for edit in (False, False, True):
        if edit:
            module = folder / "q911.py"
            module.write_text(module.read_text(encoding="utf-8").replace("Sources", "Origins"), encoding="utf-8")
        cache = Counting(tmp_path / "cache")
        seen.append(draw(folder, None, cache=cache))
        counts.append(cache.put_count)
    assert counts == [10, 0, 1]
    assert seen[0] == seen[1]
    assert seen[2][0][911] != seen[1][0][911]
    assert seen[2][0][912] == seen[1][0][912]


def luminance(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_and_lines_stand_out_from_every_ground(colours: dict[str, str]) -> None:
    """Text 4.5:1, lines 3:1, wherever they may stand."""
    grounds = [colours[name] for name in ("page", "frame", "inner", "card")]
    tints = {name for name in colours if name in ("marked", "note") or name.endswith("-ground")}
    assert min(contrast(colours["text"], colours[tint]) for tint in tints) >= 4.5
    assert min(contrast(colours["muted"], colours[tint]) for tint in tints) >= 4.5
    assert contrast(colours["badge-text"], colours["badge"]) >= 4.5
    for style in LOOKS.values():
        least = 4.5 if "font-size" in style else 3.0
        inks = {style.get("stroke"), style.get("fill")} & set(colours) - {
            "page",
            "frame",
            "inner",
            "card",
            "badge-text",
            "rule",
            *tints,
        }
        for ink in inks:
            assert min(contrast(colours[ink], ground) for ground in grounds) >= least, ink


def test_the_style_sheet_of_the_site_has_the_same_colours() -> None:
    text = STYLE.read_text(encoding="utf-8")
    light, dark = text.split('[data-md-color-scheme="slate"] {')[:2]
    for block, colours in ((light, LIGHT), (dark.split("}")[0], DARK)):
        assert dict(re.findall(r"--d-([\w-]+): (#\w+);", block)) == dict(colours)


def test_icons_are_small_and_dark_ones_are_known() -> None:
    lambda_ = icon_file("aws/compute/lambda").read_bytes()
    assert len(shrink(lambda_)) < 4000
    tones = {key: classify(icon_file(key).read_bytes()) for key in ("onprem/queue/kafka", "onprem/inmemory/redis")}
    assert tones == {"onprem/queue/kafka": "invert", "onprem/inmemory/redis": "lift"}
    assert classify(lambda_) == ""
    kibana = icon_file("elastic/elasticsearch/kibana").read_bytes()
    assert classify(kibana) == "rim", "a part of it would vanish"
    white = icon_file("oci/compute/vm-white").read_bytes()
    assert classify(white) == "invert"
    shown = Image.open(BytesIO(shrink(white))).convert("RGBA")
    assert min(shown.getextrema()[2]) < 200, "white on white"


@pytest.mark.slow
def test_text_stays_inside_its_card_in_a_real_browser(drawings: dict[int, Drawing], browser: Browser) -> None:
    """Widths come from a table; the browser's own measures agree, in the site's font."""
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.set_content(contact_sheet(list(drawings.values()), "light"))
    page.evaluate("document.fonts.load('12px Inter')")
    outside = page.evaluate(
        """() => [...document.querySelectorAll('.node')].flatMap(node => {
            const card = node.querySelector('.card')?.getBoundingClientRect();
            return card && card.width ? [...node.querySelectorAll('text')].filter(text => {
                const box = text.getBoundingClientRect();
                return box.left < card.left + 1 || box.right > card.right - 1 || box.bottom > card.bottom;
            }).map(text => text.textContent) : [];
        })"""
    )
    assert page.evaluate("document.fonts.check('12px Inter')")
    assert page.locator(".card").count() > 500
    assert outside == []
    page.close()
