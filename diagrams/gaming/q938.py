"""Rewind the enemy to the moment of the shot.

The shot arrives late, so the server goes back in its own history and judges what the player saw.

1. Hitbox: the server stores a history of hitboxes for the last 1s.
2. "At T=100, Player shot": the message arrives when the server is already at T=110.
3. "At T=100, where was Enemy?" The server rewinds the enemy to the position at T=100.
4. Check collision of the shot with that old hitbox.
5. They meet: a hit, although the enemy has long moved on.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom
from diagrams.onprem.client import User

with Diagram("Lag compensation by rewinding", show=False):
    enemy = User("Enemy\nruns on")
    player = User("Player\nshoots at T=100")

    with Cluster("Hitboxes, last 1s"):
        now = Node("T=110\ncovered")
        between = Node("T=105\nrunning")
        then = Node("T=100\nvisible")

    check = Custom("Check collision", "material/crosshairs")
    hit = Custom("Hit", "material/target")

    enemy >> Edge(label="1. hitbox") >> now
    player >> Edge(label="2. T=100") >> now
    now >> Edge(label="3.", constraint="false") >> between >> Edge(label="3.", constraint="false") >> then
    then >> Edge(label="4. old hitbox") >> check
    check >> Edge(label="5.") >> hit
