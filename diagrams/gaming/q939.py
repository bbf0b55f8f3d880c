"""Load what is near, drop what is far.

The player never waits at a border, because the next square is there before they can see it.

1. Chunking: the world is divided into grids.
2. Streaming: the player in (0,0) approaches Grid (0,1), and within 100m of it that grid is loaded into
   memory. Grid (0,-1), which they have left behind, is unloaded.
"""

from diagrams import Diagram, Edge, Node
from diagrams.custom import Custom

world = {
    "form": "grid",
    "columns": "3",
    "marked": "kept",
    "reply": "load",
    "muted": "on disk",
    "failure": "unload",
}
with Diagram("Open world in chunks", show=False, graph_attr=world):
    whole = Custom("World\nfar too large", "icons/material/earth.png", side="left")
    memory = Custom("Memory\n(0,1) in, (0,-1) out", "icons/material/memory.png", side="right")
    looks = {(0, 1): {"color": "green", "step": "2"}, (0, 0): {"style": "bold"}, (0, -1): {"color": "red", "step": "2"}}
    names = {(0, 1): "Grid (0,1)\nload at 100m", (0, 0): " ", (0, -1): "Grid (0,-1)\nunload"}
    cells = {
        place: Node(names.get(place, "({},{})".format(*place)), **looks.get(place, {"style": "dashed"}))
        for place in ((x, y) for y in (1, 0, -1) for x in (-2, -1, 0))
    }
    Node("Player", at="3,1.82", reach="0.52", step="2")

    whole >> Edge(label="1. Chunking") >> cells[0, 0]
    cells[0, 0] << Edge(label="2. Streaming") >> memory
