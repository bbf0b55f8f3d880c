"""Load what is near, drop what is far.

The player never waits at a border, because the next square is there before they can see it.

1. Chunking: the world is divided into grids.
2. Streaming: the player approaches Grid (0,1), and within 100m of it that grid is loaded.
3. Grid (0,-1), which they have left behind, is unloaded.
"""

from diagrams import Diagram, Node

world = {
    "form": "grid",
    "columns": "3",
    "head": "-1|0|1",
    "side": "1|0|-1",
    "marked": "chunks in memory",
    "reply": "loading: within 100m",
    "muted": "chunks on disk",
    "failure": "unloading",
}
with Diagram("Open world in chunks", show=False, graph_attr=world):
    for y in (1, 0, -1):
        for x in (-1, 0, 1):
            if (x, y) == (0, 1):
                Node("Grid (0,1)\nload", color="green", step="2")
            elif (x, y) == (0, -1):
                Node("Grid (0,-1)\nunload", color="red", step="3")
            elif y == 0:
                Node(f"({x},0)" if x else " ", style="bold", step="1")
            else:
                Node(f"({x},{y})", style="dashed", step="1")
    Node("Player, 100m", at="2,1.8", reach="0.5")
