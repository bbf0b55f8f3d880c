"""From Markdown pages to finished HTML by MkDocs and its theme, in batches that use every core."""

from generator.rendering.batches import render
from generator.rendering.engine import Engine, fingerprint

__all__ = ["Engine", "fingerprint", "render"]
