"""An author's repository names the tool so that any machine can install it: as pip noted it, or the tool itself."""

import io
import json
import subprocess
import zipfile
from importlib.metadata import Distribution
from pathlib import Path

import pytest

from generator.commands.origin import of_checkout, of_installed

COMMIT = "4b12" * 10
GITHUB = "https://github.com/me/tool"
FILES = {
    "generator/__init__.py": "",
    "generator/theme/docs/a.css": "a { }",
    "generator/__pycache__/__init__.cpython-311.pyc": "compiled",
    "../../bin/question-bank": "#!/usr/bin/python",
    "question_bank_site-0.2.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: question-bank-site\nVersion: 0.2.0\n",
    "question_bank_site-0.2.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    "question_bank_site-0.2.0.dist-info/INSTALLER": "pip",
}


def installed(folder: Path, noted: object = None) -> Distribution:
    """The tool as pip leaves it in a folder, with what it noted of where that came from."""
    told = folder / "lib/site/question_bank_site-0.2.0.dist-info"
    for path, text in FILES.items():
        (folder / "lib/site" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "lib/site" / path).write_text(text)
    (told / "RECORD").write_text("".join(f"{path},,\n" for path in [*FILES, f"{told.name}/RECORD"]))
    if noted:
        (told / "direct_url.json").write_text(json.dumps(noted))
    return Distribution.at(told)


def repository(folder: Path, remote: str) -> str:
    """A checkout whose commit its remote has; returns the commit."""
    me = ("-c", "user.name=me", "-c", "user.email=me@example.org")
    folder.mkdir()
    (folder / "a").write_text("a")
    for words in (
        ("init", "-q"),
        ("add", "a"),
        (*me, "commit", "-q", "-m", "a"),
        ("remote", "add", "origin", remote),
        ("update-ref", "refs/remotes/origin/main", "HEAD"),
    ):
        subprocess.run(["git", *words], cwd=folder, check=True)
    return subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, capture_output=True, text=True).stdout.strip()


@pytest.mark.parametrize(
    ("noted", "line"),
    [
        (None, "question-bank-site==0.2.0"),
        (
            {"url": f"{GITHUB}.git", "vcs_info": {"vcs": "git", "commit_id": COMMIT, "requested_revision": "main"}},
            f"question-bank-site @ git+{GITHUB}@{COMMIT}",
        ),
        (
            {"url": "ssh://git@github.com/me/tool.git", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
            f"question-bank-site @ git+{GITHUB}@{COMMIT}",
        ),
        (
            {"url": f"{GITHUB}/tool.whl", "archive_info": {"hashes": {"sha256": "12ab"}}},
            f"question-bank-site @ {GITHUB}/tool.whl#sha256=12ab",
        ),
    ],
)
def test_what_others_can_fetch_is_named(tmp_path: Path, noted: object, line: str) -> None:
    found = of_installed(installed(tmp_path, noted))
    assert (found.requirement, found.wheel) == (line, b"")


def test_a_wheel_of_ones_own_goes_along_as_it_was_installed(tmp_path: Path) -> None:
    """Also where the file is gone that it was installed from; without what the installer made of it."""
    found = of_installed(installed(tmp_path, {"url": "file:///gone/x.whl", "archive_info": {}}))
    assert found.requirement == "./wheels/question_bank_site-0.2.0-py3-none-any.whl"
    with zipfile.ZipFile(io.BytesIO(found.wheel)) as wheel:
        kept = {path: wheel.read(path).decode() for path in wheel.namelist()}
    record = kept.pop("question_bank_site-0.2.0.dist-info/RECORD")
    assert kept == {
        path: text for path, text in FILES.items() if "pyc" not in path and path[0] in "gq" and "INST" not in path
    }
    assert [row.partition(",")[0] for row in record.splitlines()] == [
        *kept,
        "question_bank_site-0.2.0.dist-info/RECORD",
    ]


@pytest.mark.slow
def test_a_checkout_is_named_as_it_was_pushed_and_else_goes_along(tmp_path: Path) -> None:
    """The commit counts only where its remote has it and nothing was changed since."""
    commit = repository(tmp_path / "tool", "git@github.com:me/tool.git")
    line = f"question-bank-site @ git+{GITHUB}@{commit}"
    noted = {"url": (tmp_path / "tool").as_uri(), "dir_info": {}}
    assert of_checkout(tmp_path / "tool").requirement == line
    assert of_installed(installed(tmp_path, noted)).requirement == line
    (tmp_path / "tool/a").write_text("b")
    assert of_installed(installed(tmp_path, noted)).wheel
