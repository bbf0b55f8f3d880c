"""What drawing first drafts costs, cold, on all cores: `python -m bench.drafts [number of questions]`.

CPU (user and system, with all processes) for each draft, wanted at most 60 ms; and how many drafts have which form.
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path

from bench.banks import write_bank
from bench.parts import bank_of, cpu
from generator import drawing
from generator.files.cache import Cache

MOST = 0.060
"""CPU seconds that a draft may cost."""


def main() -> None:
    """Print the cost of a draft, and the forms."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with tempfile.TemporaryDirectory() as bank, tempfile.TemporaryDirectory() as cache:
        write_bank(Path(bank), size)
        study = bank_of(Path(bank))
        before = cpu()
        drawings, _ = drawing.draw(None, study, drafts=True, cache=Cache(Path(cache)))
        used = cpu() - before
    each = used / max(1, len(drawings))
    forms = Counter(made.diagram.form or "flow" for made in drawings.values())
    print(f"{len(drawings):,} drafts of {size:,} questions: {used:.1f} CPU s, {1000 * each:.0f} ms each", end="")
    print(f" (wanted {1000 * MOST:.0f})" if each > MOST else "")
    print(*(f"{name} {count}" for name, count in forms.most_common()), sep=", ")


if __name__ == "__main__":
    main()
