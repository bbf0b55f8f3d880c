"""Code as HTML: in colours by Pygments on pages, plain elsewhere; the text itself is never changed.

coloured("x = 1", "python")  ->  <div class="highlight"><pre><code class="language-python"><span class="n">x</span> …
"""

from functools import lru_cache
from html import escape
from typing import Any

MOST_COLOURED = 10_000
"""Characters of a block whose colours anybody needs; Pygments takes some characters up again at each character."""


def plain(text: str, language: str) -> str:
    """A block of code, its language as a class."""
    return f"<pre><code{_language(language)}>{escape(text, quote=False)}\n</code></pre>"


def coloured(text: str, language: str) -> str:
    """A block of code for a page: in colours where Pygments knows the language; Mermaid is left for its script."""
    if language == "mermaid":
        return f'<pre class="mermaid"><code>{escape(text, quote=False)}</code></pre>'
    lexer = _lexer(language) if language and len(text) <= MOST_COLOURED else None
    if lexer is None:
        return f'<div class="highlight">{plain(text, language)}</div>'
    from pygments import highlight

    words = highlight(text, lexer, _formatter())
    return f'<div class="highlight"><pre><code{_language(language)}>{words}</code></pre></div>'


def _language(language: str) -> str:
    return f' class="language-{escape(language)}"' if language else ""


@lru_cache
def _lexer(language: str) -> Any:
    """Pygments' reader of a language; None for one that it does not know. It is loaded by the first page with code."""
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return None


@lru_cache
def _formatter() -> Any:
    from pygments.formatters import HtmlFormatter

    return HtmlFormatter(nowrap=True)
