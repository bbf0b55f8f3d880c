"""Rewind the enemy to the moment of the shot.

The shot arrives late, so the server goes back in its own history and judges what the player saw.

1. "At T=100, Player shot": the message arrives when the server is already at T=110 and the enemy is in cover.
2. Hitbox: the server stores a history of hitboxes for the last 1s. "At T=100, where was Enemy?" It rewinds the enemy to
   the position at T=100.
3. Check collision of the shot with that old hitbox: a hit, although the enemy has long moved on.
"""

from diagrams import Cluster, Diagram, Edge, Node

scale = {
    "form": "scale",
    "from": "78",
    "to": "126",
    "ticks": "T=90|T=100|T=110",
    "axis": "server time",
    "marked": "where the player saw the enemy",
    "reply": "hit",
}
with Diagram("Lag compensation by rewinding", show=False, graph_attr=scale):
    with Cluster("Player"):
        shot = Node("shot", at="100")
    with Cluster("Server"):
        arrival = Node("arrives", at="110")
    with Cluster("Hitbox, last 1s"):
        Node("x=3", at="90")
        then = Node("x=4", at="100", style="bold")
        Node("in cover", at="110")
    with Cluster("Check collision"):
        hit = Node("hit at x=4", at="110", color="green")

    shot >> Edge(label="1. on its way") >> arrival
    arrival >> Edge(label="2. rewind") >> then
    then >> Edge(label="3. check") >> hit
