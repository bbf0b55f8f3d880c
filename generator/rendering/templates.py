"""Jinja for values that are plain dictionaries, with templates compiled by an earlier run.

Compiling takes longer than laying out a hundred pages.
"""

import marshal
import os
from collections.abc import Callable, Mapping, Sequence
from importlib.util import MAGIC_NUMBER, find_spec
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket

from generator.files.cache import Cache
from generator.files.hashing import code_of, digest
from generator.model import Wording
from generator.paths import TOOL
from generator.rendering.speaking import spoken


class Templates(Environment):
    """Reads `page.title` from a dictionary at once; Jinja would first ask it, in vain, for an attribute.

    A question's page takes 0.18 ms by it and 0.31 ms without: a twentieth of all that a build spends on a question.
    """

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field, or else whatever Jinja finds."""
        if type(obj) is dict:
            if attribute in obj:
                return obj[attribute]
            if not hasattr(dict, attribute):
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


class Spoken(FileSystemLoader):
    """Reads templates in a language."""

    def __init__(self, folders: Sequence[Path], wording: Wording) -> None:
        super().__init__(folders)
        self._wording = wording

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The template's text, its file, and whether it is still as it was read."""
        source, file, is_current = super().get_source(environment, template)
        return spoken(source, self._wording), file, is_current


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


def overlaid(folders: Sequence[Path]) -> Mapping[str, Path]:
    """The files in some folders by their paths below them, sorted; of two with one path, that in the earlier folder."""
    found = {
        f"{top}/{name}"[len(f"{folder}/") :]: Path(top, name)
        for folder in reversed(folders)
        for top, _, names in os.walk(folder)
        for name in names
        if os.path.isfile(f"{top}/{name}")
    }
    return dict(sorted(found.items()))


def folders(home: Path, found: Mapping[str, Any]) -> Sequence[Path]:
    """Folders of templates: the author's, ours, and Material's, which has the icons; found without loading it."""
    spec = find_spec("material")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("mkdocs-material is not installed")
    own = str(found["theme"].get("custom_dir") or "overrides")
    return (home / own, TOOL / "overrides", Path(spec.origin).parent / "templates")
