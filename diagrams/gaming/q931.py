"""Widen the search while a player waits.

At first only nearly equal players will do; every half minute without a match makes a wider one better than none.

1. Pool: users wait with their MMR (Matchmaking Rating); you have 1500.
2. Bucket: group by `MMR +/- 100` and `Ping < 50ms`. Nobody is in reach, so there is no match.
3. Expansion: if no match in 30s, expand range to `+/- 200`.
4. Now Ben, 1680, is in reach, and the match of you two starts.
"""

from diagrams import Cluster, Diagram, Node

scale = {
    "form": "scale",
    "from": "1240",
    "to": "1750",
    "axis": "MMR",
    "ticks": "1300|1400|1500|1600|1700",
}
with Diagram("Matchmaking", show=False, graph_attr=scale):
    with Cluster("Pool: MMR"):
        Node("Ann", at="1280")
        Node("You", at="1500", style="bold", step="1")
        Node("Ben", at="1680")
    with Cluster("Bucket: MMR, Ping < 50ms"):
        Node("+/- 100", start="1400", end="1600", step="2")
    with Cluster("Expansion: no match in 30s"):
        Node("expanded to +/- 200", start="1300", end="1700", step="3")
    with Cluster("Match"):
        Node("You, Ben", start="1500", end="1680", color="green", step="4")
