"""What comes from others: its licences are known, its notices come along, its workflows may do what they need."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

VENDOR = ROOT / "docs" / "assets" / "vendor"
STARTER = ROOT / "generator/commands/starter/github"
WORKFLOWS = [path for folder in (ROOT / ".github", STARTER) for path in sorted((folder / "workflows").glob("*.yml"))]


def test_the_lists_of_libraries_are_those_of_the_lock_files() -> None:
    """And each library has a licence that somebody has read."""
    words = [sys.executable, "tools/supply.py", "--check"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_every_vendored_library_comes_with_its_notice() -> None:
    """With those of all that is bundled in it: mermaid's own file names four of its seventy."""
    notices = (VENDOR / "NOTICES.txt").read_text("utf-8")
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    for path, package in packages.items():
        if path and not package.get("dev"):
            assert f"{path.rpartition('node_modules/')[2]} {package['version']}\n" in notices
    for file in VENDOR.glob("*.js"):
        name, version = file.stem.rsplit("-", 1)
        assert re.search(rf"^(@[\w-]+/)?{re.escape(name)} {re.escape(version)}$", notices, re.MULTILINE), file.name


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_and_named(path: Path) -> None:
    for line in path.read_text("utf-8").splitlines():
        if "uses:" in line:
            ours = re.search(r"uses: \$/\.github/workflows/\w+\.yml$", line)
            assert ours or re.search(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


def test_the_workflows_are_without_a_finding(tmp_path: Path) -> None:
    """By zizmor's strictest persona; that of an author's folder too, which stands under another name here."""
    shutil.copytree(STARTER, tmp_path / ".github")
    words = [
        str(Path(sys.executable).with_name("zizmor")),
        "--offline",
        "--no-progress",
        "--persona",
        "auditor",
        ".github",
        str(tmp_path / ".github"),
    ]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_nothing_is_published_unchecked() -> None:
    """What puts the site on Pages waits for what checks it."""
    jobs = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))["jobs"]
    assert jobs["check"]["uses"].endswith("/check.yml")
    assert (jobs["build"]["needs"], jobs["deploy"]["needs"]) == ("check", "build")


def test_a_pull_request_is_built_without_secrets() -> None:
    """No workflow that a stranger can start names a secret or runs with the rights of the base."""
    for path in WORKFLOWS:
        text = path.read_text("utf-8")
        assert "pull_request_target" not in text
        if "pull_request:" in text:
            assert "secrets." not in text
            rights = re.sub(r"#.*", "", text)
            assert (
                "write" not in rights or "if: github.ref == 'refs/heads/main' && github.event_name != 'pull" in rights
            )
