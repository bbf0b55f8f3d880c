"""Load what is near, drop what is far.

The player never waits at a border, because the next square is there before they can see it.

1. Chunking: the world is divided into grids.
2. Streaming: the player approaches Grid (0,1), and within 100m of it that grid is loaded. Grid (0,-1), which they have
   left behind, is unloaded.
"""

from diagrams import Diagram, Edge, Node
from diagrams.custom import Custom

world = {
    "form": "grid",
    "columns": "3",
    "marked": "in memory",
    "reply": "load: within 100m",
    "muted": "on disk",
    "failure": "unload",
}
with Diagram("Open world in chunks", show=False, graph_attr=world):
    whole = Custom("World\nfar too large", "icons/material/earth.png", side="left")
    streamer = Custom("Streaming\nload near, unload far", "icons/material/download.png", side="right")
    cells = {}
    for y in (1, 0, -1):
        for x in (-1, 0, 1):
            look = {0: "bold"}.get(y, "dashed")
            tone = {(0, 1): "green", (0, -1): "red"}.get((x, y), "")
            name = " " if (x, y) == (0, 0) else f"Grid ({x},{y})"
            cells[x, y] = Node(name, color=tone, step="2") if tone else Node(name, style=look)
    Node("Player", at="2,1.75", reach="0.55", step="2")

    whole >> Edge(label="1. Chunking") >> cells[0, 0]
    streamer >> Edge(label="2. Streaming") >> cells[0, 0]
