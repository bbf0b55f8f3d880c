"""What git knows of a folder.

git(Path("."), "rev-parse", "HEAD")  ->  "7b16cab6…"
"""

import subprocess
from pathlib import Path


def git(folder: Path, *words: str) -> str:
    """What git answers in a folder, or nothing where it has no answer or is not there."""
    try:
        done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()
