"""Templates compiled by an earlier run: compiling them takes longer than laying out a hundred pages."""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.cache import Cache


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
