"""A season ends with a rename.

The ranking of the old season is never copied: its key gets another name in one step, and the next season begins empty.
Until the season ends, scores go to the key `Rank:Season_1` in Redis.

1. Archive: at season end, rename key to `Rank:Season_1_Final`; nobody writes to it any more.
2. Create empty `Rank:Season_2`; scores go there from now on.
"""

from diagrams import Cluster, Diagram, Edge, Node

scale = {
    "form": "scale",
    "from": "0",
    "to": "23",
    "ticks": "0|10 weeks: season end",
    "marked": "written to",
    "muted": "read only",
}
with Diagram("Seasonal leaderboard", show=False, graph_attr=scale):
    with Cluster("Redis: old season"):
        old = Node("Rank:Season_1\nann 9, ben 7", start="0", end="10", style="bold")
    with Cluster("Archive"):
        final = Node("Rank:Season_1_Final\nann 9, ben 7", start="10", end="23", style="dashed")
    with Cluster("Redis: new season"):
        Node("Rank:Season_2\ncreated empty", start="10", end="23", style="bold", step="2")

    old >> Edge(label="1. rename key") >> final
