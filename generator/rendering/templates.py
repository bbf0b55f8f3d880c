"""Templates compiled by an earlier run: compiling them takes longer than laying out a hundred pages."""

import marshal
from importlib.util import MAGIC_NUMBER

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.cache import Cache
from generator.hashing import code_of, digest


class Compiled(BytecodeCache):
    """Keeps compiled templates under the hash of their sources, of Jinja and of this Python; without Jinja's pickle."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if the cache has its template."""
        kept = self._cache.find(_key(bucket))
        if kept:
            bucket.code = marshal.loads(kept)  # noqa: S302 - as it was written, or the cache had not given it

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the bucket's template."""
        self._cache.put(_key(bucket), marshal.dumps(bucket.code))


def _key(bucket: Bucket) -> str:
    return digest("template", MAGIC_NUMBER, code_of("jinja2"), bucket.key, bucket.checksum)
