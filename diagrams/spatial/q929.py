"""One avatar, welcome in every world.

The backend owns the avatar and the inventory, but keeps the avatar in a standard that others read as well.

1. The player dresses the avatar: it wears the hat of the inventory, the sword stays there. The backend keeps the
   dressed avatar in an interoperable standard (VRM).
2. Each world that reads VRM loads the very same avatar.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

table = {"form": "table", "marked": "Interoperable standard (VRM)"}
with Diagram("Digital avatars and inventory", show=False, graph_attr=table):
    player = Custom("Ann", "icons/material/account-outline.png", side="left")
    game = Custom("Game", "icons/material/controller.png", side="right")
    vr_world = Custom("VR world", "icons/material/virtual-reality.png", side="right")
    with Cluster("Backend: avatars and inventory", graph_attr={"columns": "owner | what | file"}):
        Node("Ann | Hat | hat.glb")
        Node("Ann | Sword | sword.glb")
        avatar = Node("Ann | Avatar, wears Hat | ann.vrm", style="bold")

    player >> Edge(label="1. dress") >> avatar
    avatar >> Edge(label="2. load VRM") >> game
    avatar >> vr_world
