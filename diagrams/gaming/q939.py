"""Load what is near, drop what is far.

The player never waits at a border, because the next square is there before they can see it.

1. Chunking: the world is divided into grids.
2. Streaming: the player approaches Grid (0,1), and within 100m of it that grid is loaded.
3. Grid (0,-1), which they have left behind, is unloaded.
"""

from diagrams import Diagram, Node

names = {(0, 1): "load", (0, -1): "unload"}
world = {
    "form": "grid",
    "columns": "3",
    "head": "-1|0|1",
    "side": "1|0|-1",
    "marked": "in memory",
    "reply": "being loaded",
    "muted": "on disk",
    "failure": "being unloaded",
}
with Diagram("Open world in chunks", show=False, graph_attr=world):
    for y in (1, 0, -1):
        for x in (-1, 0, 1):
            if (x, y) == (0, 1):
                Node("(0,1)\nload", color="green", step="2")
            elif (x, y) == (0, -1):
                Node("(0,-1)\nunload", color="red", step="3")
            elif y == 0:
                Node(f"({x},0)", style="bold", step="1")
            else:
                Node(f"({x},{y})", style="dashed", step="1")
    player = Node("Player", at="2,1.62")
