"""Stream 360 video by where the head looks.

The sphere becomes one flat picture, the picture a grid of tiles; only the tiles in view are worth High Res, and the
head decides which they are.

1. Projection: the sphere of the 360 video is mapped to one flat picture, Equirectangular, here 4K.
2. Tiling: the 4K video is cut into 4x4 tiles, each of them ready at High Res and at Low Res.
3. ABR, in the headset: the Head Orientation ("Look at") says which of the tiles are in view; it downloads these at High
   Res and the others at Low Res, so that a quick turn of the head never meets a hole. In all, 11 Mbit/s instead of 32.
"""

from diagrams import Diagram, Edge, Node
from diagrams.custom import Custom

grid = {
    "form": "grid",
    "columns": "4",
    "marked": "in view: High Res, 2 Mbit/s a tile",
    "muted": "others: Low Res, 0.25 Mbit/s a tile",
}
in_view = {(1, 2), (1, 3), (2, 2), (2, 3)}
with Diagram("360-video by head orientation", show=False, graph_attr=grid):
    video = Custom("360 video\na sphere, 4K", "icons/material/panorama-sphere.png", side="left")
    projection = Custom("Projection\nEquirectangular", "icons/material/panorama-horizontal.png", side="left")
    headset = Custom("Headset\nABR by Head Orientation", "icons/material/virtual-reality.png", side="right")

    tiles = {}
    for row in range(4):
        for column in range(4):
            seen = (row, column) in in_view
            look = "bold" if seen else "dashed"
            tiles[row, column] = Node("2" if seen else "0.25", style=look, step="2 3")

    video >> Edge(label="1. map") >> projection
    projection >> Edge(label="2. Tiling: 4x4") >> tiles[2, 0]
    tiles[2, 3] << Edge(label="3. “Look at”, download") >> headset
