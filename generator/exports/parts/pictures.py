"""A drawing's stand-alone pictures in one palette only, for readers that would choose wrongly or not at all.

    <style>.card{fill:#fff}@media(prefers-color-scheme:dark){.card{fill:#282f3d}}</style>
        light  ->  <style>.card{fill:#fff}</style>
        dark   ->  <style>.card{fill:#fff}.card{fill:#282f3d}</style>

Paper is always light; an e-reader may show a dark page without telling the picture; Anki's night is its own.
"""

import re

DARK = re.compile(r"@media\s*\(prefers-color-scheme:\s*dark\)\s*\{((?:[^{}]*\{[^{}]*\})*)[^{}]*\}")


def light(svg: str) -> str:
    """The picture that stays light."""
    return DARK.sub("", svg)


def dark(svg: str) -> str:
    """The picture that is always dark."""
    return DARK.sub(r"\1", svg)
