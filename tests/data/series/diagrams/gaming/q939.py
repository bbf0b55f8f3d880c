"""The map follows the player.

Only the grids round the player are in memory: the one ahead comes before it is seen, the one behind goes.

1. Chunking: divide the world into grids.
2. The player in Grid (0,0) approaches Grid (0,1) within 100m.
3. Streaming: load Grid (0,1) now, so that no loading screen is needed at its border.
4. Unload Grid (0,-1), which lies behind, and its memory is free.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom

with Diagram("Seamless map loading", show=False):
    world = Custom("World", "material/earth")
    chunks = Custom("Chunking\ngrids on disk", "material/grid")
    streaming = Custom("Streaming\nload / unload", "material/swap-vertical")

    with Cluster("In memory"):
        ahead = Custom("Grid (0,1)\nahead", "material/map-plus")
        here = Custom("Grid (0,0)\nthe player", "material/map-marker-account")
        behind = Custom("Grid (0,-1)\nbehind", "material/map-minus")

    world >> Edge(label="1. divide") >> chunks >> streaming
    streaming >> Edge(label="3. load") >> ahead
    streaming << Edge(label="2. within 100m") << here
    streaming >> Edge(label="4. unload") >> behind
