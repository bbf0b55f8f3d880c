"""Runs ELK, the layout engine: a graph of boxes, ports and labels goes in as JSON and comes back with coordinates.

ELK is a Java library that its makers translate to JavaScript (elkjs); it runs here in V8, inside this process and
without a window. A process has one context, made when the first graph comes.
"""

import asyncio
import atexit
import json
import os
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

from py_mini_racer import DEFAULT_V8_FLAGS, JSEvalException, MiniRacer, init_mini_racer

Graph = dict[str, Any]
"""ELK's JSON: id, width, height, children, ports, edges, labels, layoutOptions."""

_ENGINE = Path(__file__).parent / "elk" / "elk-worker-0.12.1.min.js"
_STAGE = """
var self = globalThis, answer = null, console = {log() {}, error() {}, warn() {}, info() {}};
self.postMessage = message => { answer = message; };
self.setTimeout = (work) => { work(); return 0; };
self.clearTimeout = () => {};
"""
_SETUP = """
self.onmessage({data: {id: 0, cmd: 'register', algorithms: ['layered']}});
function lay(text) {
  answer = null;
  self.onmessage({data: {id: 1, cmd: 'layout', graph: JSON.parse(text), layoutOptions: {}, options: {}}});
  if (answer.error) throw new Error(answer.error.type + ': ' + answer.error.message);
  return JSON.stringify(answer.data);
}
0
"""
_BUG = "new eLd('modelOrder.maximum')", "new fLd('modelOrder.maximum',Hgb(0))"
"""Keeping the order of the code inside frames fails on a number that is set for the outermost graph only: now zero."""
_SECONDS = 60.0
"""Longest that one layout may take: a safety net only, since what is drawn must not depend on the machine."""


_FLAGS = (*DEFAULT_V8_FLAGS, "--no-opt")
"""For some hundred layouts a process, the last stage of compiling costs more than it saves: a quarter of all time."""


class _TooHardError(Exception):
    """The engine found no layout in its time, or failed."""


@cache
def _context(process: int) -> MiniRacer:
    """The context of a process; one that was forked has its parent's only in appearance, without its thread."""
    del process
    init_mini_racer(flags=_FLAGS, ignore_duplicate_init=True)
    context = MiniRacer()
    atexit.register(context.close)  # while threads still run: at the very end, it would wait for its own for ever
    context.eval(_STAGE)
    context.eval(_ENGINE.read_text(encoding="utf-8").replace(*_BUG))
    context.eval(_SETUP)
    return context


def lay(graph: Graph) -> Graph:
    """The graph with a place for everything in it."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return _laid(graph)
    with ThreadPoolExecutor(1) as aside:  # the engine keeps no time limit in a thread that runs an event loop
        return aside.submit(_laid, graph).result()


def _laid(graph: Graph) -> Graph:
    try:
        text = _context(os.getpid()).eval(f"lay({json.dumps(json.dumps(graph))})", timeout_sec=_SECONDS)
    except JSEvalException as trouble:
        _context.cache_clear()  # an engine that has failed once fails ever after
        raise _TooHardError(str(trouble)) from trouble
    answer: Graph = json.loads(str(text))
    return answer
