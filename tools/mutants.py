"""Plants faults in the safety nets, one at a time, and counts those that no test notices: `make mutants`.

Which modules, and which tests, stands in pyproject.toml. Ends with 1 where a twentieth or more survive.
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST = 0.05
NOTICED = ("killed", "timeout", "suspicious", "segfault")


def main() -> int:
    """Run mutmut, print what survives; returns the exit status."""
    mutmut = str(Path(sys.executable).with_name("mutmut"))
    subprocess.run([mutmut, "run", *sys.argv[1:]], cwd=ROOT, check=False)
    subprocess.run([mutmut, "results"], cwd=ROOT, check=True)
    subprocess.run([mutmut, "export-cicd-stats"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    counts = json.loads((ROOT / "mutants/mutmut-cicd-stats.json").read_text("utf-8"))
    alive = counts["survived"] + counts["no_tests"]
    total = alive + sum(counts.get(name, 0) for name in NOTICED)
    share = alive / max(1, total)
    print(f"{alive} of {total} planted faults survive: {share:.1%}")
    return 1 if share >= MOST or not total else 0


if __name__ == "__main__":
    sys.exit(main())
