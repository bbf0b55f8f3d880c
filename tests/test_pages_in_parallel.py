"""Pages rendered by several processes are those rendered by one."""

import pytest

from generator import pages
from generator.rendering import batches
from tests.small_site import engine, study


def test_many_processes_give_the_same_pages_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    made = list(pages.pages(study()).items())
    alone = list(batches.render(engine(), made, jobs=1))
    monkeypatch.setattr(batches, "FEW", 1)
    monkeypatch.setattr(batches, "BATCH", 3)
    assert list(batches.render(engine(), made, jobs=2)) == alone
    assert len(alone) == len(made)
