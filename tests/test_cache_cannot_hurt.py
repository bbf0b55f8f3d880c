"""Whatever happens to .cache, a build is right, and says at most one line about it."""

import os
import pickle
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from generator import pipeline
from generator.files import memory
from generator.files.cache import Cache, Shelf
from generator.options import Options
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

BANK = "## Caches\n\n### Question 1: One?\n\n**Answer:**\n\n* a *b* `c`\n\n### Question 2: Two?\n\nSee Q1.\n"
MODULE = """\"\"\"T.

C.

1. S.
\"\"\"
from diagrams import Diagram, Edge
from diagrams.onprem.inmemory import Redis

with Diagram("T"):
    Redis("a") >> Edge(label="1. x") >> Redis("b")
"""


def options(folder: Path, cache: Path) -> Options:
    """A small bank with one diagram."""
    (folder / "diagrams").mkdir(exist_ok=True)
    (folder / "bank.md").write_text(BANK)
    (folder / "diagrams/q1.py").write_text(MODULE)
    return Options((folder / "bank.md",), folder / "diagrams", folder / "site", cache=cache)


def built(asked: Options) -> dict[str, bytes]:
    """What a build makes, after which the site is taken away, so that the next one makes everything anew."""
    pipeline.build(asked)
    site = {
        path.relative_to(asked.out).as_posix(): path.read_bytes() for path in asked.out.rglob("*") if path.is_file()
    }
    shutil.rmtree(asked.out)
    return site


@pytest.fixture(scope="module", autouse=True)
def _day() -> None:
    os.environ["SOURCE_DATE_EPOCH"] = "1760000000"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> tuple[Options, dict[str, bytes]]:
    """A bank, a full cache, and the site that is made without one."""
    folder = tmp_path_factory.mktemp("world")
    asked = options(folder, folder / "cache")
    return asked, built(asked)


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[random.Random(path.name).randrange(len(data))] ^= 4  # noqa: S311 - any bit, the same each time
    path.write_bytes(data)


def as_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def as_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere")


class Harm:
    """What a pickle could do."""

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return os.mkdir, ("harmed",)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "emptied": lambda path: os.truncate(path, 0),
    "cut short": lambda path: os.truncate(path, path.stat().st_size * 2 // 3),
    "cut by a byte": lambda path: os.truncate(path, path.stat().st_size - 1),
    "longer": lambda path: path.write_bytes(path.read_bytes() + b"x"),
    "zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "noise": lambda path: path.write_bytes(random.Random(1).randbytes(path.stat().st_size)),  # noqa: S311
    "one bit": flip,
    "text": lambda path: path.write_text("{}"),
    "a pickle": lambda path: path.write_bytes(pickle.dumps(Harm())),
    "a folder": as_folder,
    "a broken link": as_link,
    "unreadable": lambda path: path.chmod(0),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_entry_is_as_good_as_none(
    name: str, world: tuple[Options, dict[str, bytes]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """All entries of all kinds at once: pieces, drawings, icons, templates, and the memory of the site."""
    asked, right = world
    monkeypatch.chdir(tmp_path)
    shutil.copytree(asked.cache, tmp_path / "cache")
    damaged = Options(asked.banks, asked.diagrams, asked.out, cache=tmp_path / "cache")
    entries = [path for path in damaged.cache.rglob("*") if path.is_file()]
    assert {path.relative_to(damaged.cache).parts[0] for path in entries} == {
        "drawings", "reading", "sites", "templates", "words",
    }  # fmt: skip
    for path in entries:
        if path.stat().st_size or name.startswith("a "):
            DAMAGES[name](path)
    assert built(damaged) == right
    assert not Path("harmed").exists()
    assert built(damaged) == right


def test_nothing_is_read_that_is_no_file_or_larger_than_what_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as a link to a device, from which one would read for ever."""
    monkeypatch.setattr(memory, "LARGEST", 3)
    (tmp_path / "small").write_bytes(b"abc")
    (tmp_path / "large").write_bytes(b"abcd")
    (tmp_path / "device").symlink_to("/dev/null")
    assert memory.at_once(tmp_path / "small") == b"abc"
    for name in ("large", "device"):
        with pytest.raises(OSError, match="too large"):
            memory.at_once(tmp_path / name)


def test_entries_that_changed_places_are_none(world: tuple[Options, dict[str, bytes]]) -> None:
    asked, right = world
    for part in ("drawings", "reading", "templates"):
        entries = sorted(path for path in (asked.cache / part).rglob("*") if path.is_file())
        contents = [path.read_bytes() for path in entries]
        for path, data in zip(entries, [*contents[1:], contents[0]], strict=True):
            path.write_bytes(data)
    assert built(asked) == right


@pytest.mark.parametrize("name", ["a file", "parts are files", "a broken link"])
def test_a_cache_that_cannot_be_written_is_one_warning(
    name: str, world: tuple[Options, dict[str, bytes]], tmp_path: Path
) -> None:
    asked, right = world
    cache = tmp_path / "cache"
    if name == "a file":
        cache.write_text("")
    elif name == "a broken link":
        cache.symlink_to("/proc/nowhere")
    else:
        cache.mkdir()
        for part in ("drawings", "reading", "sites", "templates"):
            (cache / part).write_text("")
    outcome = pipeline.build(Options(asked.banks, asked.diagrams, asked.out, cache=cache, strict=True))
    (warning,) = outcome.problems
    assert "cannot be kept for the next build, which will take longer" in str(warning)
    assert str(warning).startswith(str(cache))
    shutil.rmtree(asked.out)
    assert built(Options(asked.banks, asked.diagrams, asked.out, cache=cache)) == right


def test_a_full_disk_leaves_no_litter_in_the_cache(tmp_path: Path) -> None:
    script = (
        "import resource, sys; from pathlib import Path; from generator.files.cache import Cache;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)); cache = Cache(Path(sys.argv[1]));"
        "cache.put('abc', b'x' * 999); print(cache.problems[0])"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, capture_output=True, text=True)
    assert "will take longer: File too large" in done.stdout
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_an_empty_entry_is_an_entry(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("key", b"")
    assert cache.find("key") == b""


def test_what_is_kept_of_another_type_is_none(tmp_path: Path) -> None:
    Shelf[dict[str, int]](Cache(tmp_path), dict[str, int]).put("key", {"a": 1})
    assert Shelf[dict[str, str]](Cache(tmp_path), dict[str, str]).find("key") is None


BUILD = """
import sys
from pathlib import Path
from generator import pipeline
from generator.options import Options
folder, cache, out = map(Path, sys.argv[1:])
pipeline.build(Options((folder / "bank.md",), folder / "diagrams", out, cache=cache))
print((out / "questions/1/index.html").read_text().count("<em>b</em>"))
"""


def test_what_another_version_of_a_library_made_is_made_again(tmp_path: Path) -> None:
    """Markdown without emphasis: a warm build gives what a cold one gives, there and back, whatever it is called."""
    asked = options(tmp_path, tmp_path / "cache")
    assert asked.diagrams
    (asked.diagrams / "q1.py").unlink()
    spec = find_spec("markdown_it")
    assert spec
    assert spec.origin
    other = shutil.copytree(Path(spec.origin).parent, tmp_path / "other/markdown_it") / "rules_inline/emphasis.py"
    changed = other.read_text().replace("if silent:", "if True:")
    assert changed != other.read_text()
    other.write_text(changed)
    for path, shown in (("", "1"), (str(tmp_path / "other"), "0"), ("", "1")):
        words = [sys.executable, "-c", BUILD, str(tmp_path), str(asked.cache), str(asked.out)]
        environment = os.environ | {"PYTHONPATH": f"{path}:{ROOT}"}
        done = subprocess.run(words, env=environment, capture_output=True, text=True)
        assert (done.stdout.strip(), done.stderr) == (shown, "")
