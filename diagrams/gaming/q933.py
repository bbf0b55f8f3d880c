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
    "to": "24",
    "ticks": "0|12 weeks: season end|24",
    "marked": "written to",
    "muted": "read only",
}
with Diagram("Seasonal leaderboard", show=False, graph_attr=scale):
    with Cluster("Redis: old season"):
        old = Node("Rank:Season_1\nann 900, ben 750", start="0", end="12", style="bold")
        final = Node("Rank:Season_1_Final\nann 900, ben 750", start="12", end="24", style="dashed")
    with Cluster("Redis: new season"):
        Node("Rank:Season_2\ncreated empty", start="12", end="24", style="bold", step="2")

    old >> Edge(label="1. Archive: rename key") >> final
