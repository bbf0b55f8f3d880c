"""Rewind the enemy to the moment of the shot.

The shot arrives late, so the server goes back in its own history and judges what the player saw.

1. "At T=100, Player shot": the message arrives when the server is already at T=110 and the enemy is in cover.
2. Hitbox: the server stores a history of hitboxes for the last 1s. "At T=100, where was Enemy?" It rewinds the enemy to
   the position at T=100.
3. Check collision of the shot with that old hitbox.
4. They meet: a hit, although the enemy has long moved on.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom
from diagrams.onprem.client import User

with Diagram("Lag compensation by rewinding", show=False):
    player = User("Player\nshoots at T=100")

    with Cluster("Hitboxes, last 1s"):
        then = Node("Enemy, T=100\nvisible")
        now = Node("Enemy, T=110\ncovered")

    check = Custom("Check collision", "material/crosshairs")
    hit = Custom("Hit", "material/target")

    player >> Edge(label="1. shot at T=100") >> now
    then << Edge(label="2. rewind", constraint="false") << now
    then >> Edge(label="3. old hitbox") >> check
    check >> Edge(label="4.") >> hit
