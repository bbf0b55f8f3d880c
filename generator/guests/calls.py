"""Calls the guests one after the other, as MkDocs does, and knows who it was where one fails.

MkDocs writes into each file that is made meanwhile whose it is (`File.generated_by`), by the name that it keeps of the
plugin that it runs. Guests read that, and there is no public way to say it: so the name is set here as MkDocs sets it.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from generator.problems import Failed, Place, Problem


class Calls:
    """What guests want to be told of, by the event's name."""

    def __init__(
        self, config: Any, events: Mapping[str, Sequence[Callable[..., Any]]], named: Mapping[str, int]
    ) -> None:
        """`named` are the lines of mkdocs.yml by the guests' names."""
        self._plugins = config.plugins
        self._events = events
        self._named = named
        self.seconds = 0.0
        """Time that guests have taken."""

    @property
    def names(self) -> tuple[str, ...]:
        """The guests' names, as mkdocs.yml has them."""
        return tuple(self._named)

    def acting(self, name: str) -> None:
        """Say whose files come next."""
        self._plugins._current_plugin = name

    def run(self, event: str, item: Any = None, **words: Any) -> Any:
        """Tell all who want to know; returns the item as the last has left it. Raises Failed where one fails."""
        begin = time.perf_counter()
        for call in self._events.get(event, ()):
            name = self._plugins._event_origins.get(call, "")
            if name in ("search", "material/search"):
                continue
            self._plugins._current_plugin = name
            try:
                found = call(**words) if item is None else call(item, **words)
            except (Exception, SystemExit) as error:  # a guest may do anything
                raise Failed([self._failed(name, error)]) from error
            item = item if found is None else found
        self._plugins._current_plugin = None
        self.seconds += time.perf_counter() - begin
        return item

    def _failed(self, name: str, error: BaseException) -> Problem:
        line = self._named.get(name) or self._named.get(name.rpartition("/")[2]) or 0
        what = f"{name} failed: {type(error).__name__}: {error}"
        return Problem(Place("mkdocs.yml", line), what, "see its own documentation, or take it out of mkdocs.yml")
