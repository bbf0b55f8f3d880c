"""From bank files to a `Bank`: found, decoded, repaired, cut into questions, read as GitHub reads Markdown.

## 🔸 Web3 (Questions 941-950)      -> Topic("web3", "Web3", "🔸", (941, …))

### Question 941: Design a wallet.  -> Question(941, "Design a wallet.", …)

**Answer:**
* **Keys:** in an HSM.              -> Element("list", …)
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.model import Bank
from generator.problems import Problem
from generator.reading.assembling import File, assemble
from generator.reading.decoding import decode
from generator.reading.pieces import file_parts
from generator.reading.sections import sections


def read(paths: Sequence[Path]) -> tuple[Bank, tuple[Problem, ...]]:
    """The bank in some files and folders, and all that is wrong with it."""
    found, problems = [], []
    for path in paths:
        for each in sorted(path.rglob("*.md")) if path.is_dir() else [path]:
            file, more = read_file(each.as_posix(), each.read_bytes())
            found.append(file)
            problems += more
    bank, more = assemble(found)
    return bank, (*problems, *more)


def read_file(name: str, data: bytes) -> tuple[File, tuple[Problem, ...]]:
    """What one file holds; a pure function, made to be cached."""
    text, problems = decode(name, data)
    parts, unclosed = file_parts(text)
    return File(name, sections(parts, text.split("\n"))), problems


def fix(paths: Sequence[Path]) -> Mapping[Path, str]:
    """Repaired texts of the files that need it."""
    fixed = {}
    for path in paths:
        for each in sorted(path.rglob("*.md")) if path.is_dir() else [path]:
            text = each.read_bytes().decode()
            new, _ = decode(each.as_posix(), text.encode())
            if new != text:
                fixed[each] = new
    return fixed
