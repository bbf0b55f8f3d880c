"""Where the tool keeps what it brings (templates, styles, scripts, pages), and where the author's own folder is.

In this repository both are the checkout. Installed, what the tool brings stands inside the package, as `theme/`.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
INSTALLED = (_PACKAGE / "theme").is_dir()
TOOL = _PACKAGE / "theme" if INSTALLED else _PACKAGE.parent
"""Holds overrides/ and docs/ of the tool."""


def home() -> Path:
    """The folder of the mkdocs.yml in use: the current one, or else the checkout's."""
    here = Path.cwd()
    return here if INSTALLED or (here / "mkdocs.yml").is_file() else TOOL
