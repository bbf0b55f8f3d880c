"""Jinja for values that are plain dictionaries, with templates compiled by an earlier run.

Compiling takes longer than laying out a hundred pages.
"""

from typing import Any

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from generator.cache import Cache


class Templates(Environment):
    """Reads `page.title` from a dictionary at once; Jinja would first ask it, in vain, for an attribute."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field, or else whatever Jinja finds."""
        return obj[attribute] if type(obj) is dict and attribute in obj else super().getattr(obj, attribute)


class Compiled(BytecodeCache):
    """Keeps compiled templates in a cache; Jinja itself sees whether they still are those of their sources."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if the cache has its template."""
        kept = self._cache.find(bucket.key)
        if kept:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the bucket's template."""
        self._cache.put(bucket.key, bucket.bytecode_to_string())
