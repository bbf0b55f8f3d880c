"""One avatar, welcome in every world.

The backend owns the avatar and the inventory, but speaks of them in a standard that others read as well.

1. The player dresses the avatar through the backend.
2. The backend saves the avatar in an interoperable standard (VRM).
3. Each world that reads VRM loads the very same avatar.
4. What the player owns the backend keeps in the inventory.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.client import User
from diagrams.onprem.compute import Server

with Diagram("Digital avatars and inventory", show=False):
    player = User("Player")
    backend = Server("Backend")
    inventory = Custom("Inventory\nitems", "icons/material/treasure-chest.png")
    avatar = Custom("Avatar (VRM)\ninteroperable standard", "icons/material/human-male.png")

    with Cluster("VRM worlds"):
        game = Custom("Game", "icons/material/controller.png")
        vr_world = Custom("VR world", "icons/material/virtual-reality.png")

    player >> Edge(label="1. dress") >> backend
    backend >> Edge(label="2. save") >> avatar
    avatar >> Edge(label="3. load") >> [game, vr_world]
    backend >> Edge(label="4. keep") >> inventory
