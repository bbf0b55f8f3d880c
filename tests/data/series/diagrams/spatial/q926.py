"""Stream 360 video by where the head looks.

The sphere becomes one flat picture, the picture a grid of tiles; only the tiles in view are worth High Res, and the
head decides which they are.

1. Projection: the 360 video is flattened to one Equirectangular 4K picture.
2. Tiling: the 4K video is cut into 4x4 tiles, each of them ready at High Res and at Low Res.
3. The headset tells the ABR logic its Head Orientation ("Look at").
4. ABR downloads the tiles in view at High Res and the others at Low Res, so that a quick turn of the head never meets
   a hole.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

with Diagram("360-video by head orientation", show=False):
    video = Custom("360 video", "material/panorama-sphere")
    projection = Custom("Projection\nEquirectangular 4K", "material/panorama-horizontal")

    with Cluster("Tiling"):
        in_view = Node("Tiles in view\nHigh Res")
        others = Node("Others\nLow Res")

    head = Custom("Head Orientation\n“Look at”", "material/virtual-reality")
    abr = Custom("ABR\nin the headset", "material/tune-variant")

    video >> Edge(label="1. flatten") >> projection
    projection >> Edge(label="2. cut 4x4") >> [in_view, others]
    others >> Edge(style="invis") >> head
    head >> Edge(label="3. direction", constraint="false") >> abr
    [in_view, others] >> Edge(label="4. download") >> abr
