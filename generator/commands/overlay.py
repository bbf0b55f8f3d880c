"""What is wrong, on the page that is being looked at: the live preview shows problems over the last good site.

overlaid(page, problems)  ->  the page with a panel that names file, line and what to do
"""

from collections.abc import Callable, Sequence
from html import escape

from mkdocs.livereload import LiveReloadServer

from generator.files.hashing import content_hash
from generator.problems import Problem, kinds

_SHOWN = 12
"""More than a dozen are read on the terminal."""
_STYLE = """
#problems { position: fixed; inset: auto 0 0; z-index: 99; max-height: 60vh; overflow: auto; padding: 1rem 1.5rem;
  background: #5c1011; color: #fff; font: 15px/1.5 ui-monospace, Menlo, monospace; box-shadow: 0 -4px 24px #0006; }
#problems h2 { margin: 0 0 .5rem; font: 600 16px/1.4 system-ui, sans-serif; }
#problems ul { margin: 0; padding: 0; list-style: none; }
#problems li { padding: .3rem 0; overflow-wrap: anywhere; }
#problems b { color: #ffd9a8; }
#problems i { display: block; color: #ffd0d0; font-style: normal; }
"""
BARE = b"<!doctype html><html lang=en><meta charset=utf-8><title>Not built</title><body></body></html>"
"""A page where there is no site yet."""


def show_over(server: LiveReloadServer, problems: Callable[[], Sequence[Problem]]) -> None:
    """Let a server of MkDocs' show the problems of the moment on each page."""
    inject: Callable[[bytes, int], bytes] = server._inject_js_into_html

    def shown(page: bytes, epoch: int) -> bytes:
        return _overlaid(_runnable(inject(page, epoch)), problems())

    setattr(server, "_inject_js_into_html", shown)  # noqa: B010 - MkDocs has no other way in


def _runnable(page: bytes) -> bytes:
    """A page with MkDocs' script that reloads it, which the page's policy allows by its hash as well."""
    script = page[page.rfind(b"<script>") + len(b"<script>") : page.rfind(b"</script>")]
    return page.replace(b"script-src 'self'", f"script-src 'self' 'sha256-{content_hash(script)}'".encode(), 1)


def _overlaid(page: bytes, problems: Sequence[Problem]) -> bytes:
    """The page with the problems at its foot, which its policy allows; the page itself where there are none."""
    if not problems:
        return page
    policy = f"style-src 'self' 'sha256-{content_hash(_STYLE.encode())}'".encode()
    before, end, after = page.replace(b"style-src 'self'", policy, 1).rpartition(b"</body>")
    return before + f"<style>{_STYLE}</style>{_panel(problems)}".encode() + end + after


def _panel(problems: Sequence[Problem]) -> str:
    worst = [problem for kind in kinds(problems) for problem in kind.problems]
    items = "".join(map(_item, worst[:_SHOWN]))
    more = f"<li>… and {len(worst) - _SHOWN} more, on the terminal</li>" if len(worst) > _SHOWN else ""
    head = "<h2>Not built: this is the last good page. It comes by itself when you save.</h2>"
    return f'<section id="problems" role="alert">{head}<ul>{items}{more}</ul></section>'


def _item(problem: Problem) -> str:
    hint = f"<i>{escape(problem.hint)}</i>" if problem.hint else ""
    return f"<li><b>{escape(str(problem.place))}</b> {escape(problem.what)}{hint}</li>"
