"""One avatar, welcome in every world.

The backend owns the avatar and the inventory, but keeps the avatar in a standard that others read as well.

1. The player dresses the avatar through the backend.
2. The backend keeps avatar and inventory of the player, the avatar in an interoperable standard (VRM).
3. Each world that reads VRM loads the very same avatar.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

table = {"form": "table", "marked": "interoperable standard (VRM)"}
with Diagram("Digital avatars and inventory", show=False, graph_attr=table):
    player = Custom("Ann", "icons/material/account-outline.png", side="left")
    game = Custom("Game", "icons/material/controller.png", side="right")
    vr_world = Custom("VR world", "icons/material/virtual-reality.png", side="right")
    with Cluster("Backend: avatar and inventory", graph_attr={"columns": "owner | what | file"}):
        avatar = Node("Ann | Avatar | ann.vrm", style="bold")
        Node("Ann | Sword | sword.glb")
        Node("Ann | Hat | hat.glb", step="2")

    player >> Edge(label="1. dress") >> avatar
    avatar >> Edge(label="3. load VRM") >> game
    avatar >> vr_world
