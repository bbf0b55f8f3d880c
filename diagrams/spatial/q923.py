"""A world cut along x into cells, each with its server.

A place belongs to the cell that it falls into, so no server has to know the whole world; who walks on is handed over.

1. Partitioning by Spatial Hashing: Server A handles (0,0) to (100,100), Server B the next cell.
2. Handoff: Ann walks across the boundary -> transfer session A to B.
3. Voice: Proximity Chat; volume decreases with distance: Ben hears Ann loud, Cem softly, Dee not at all.
"""

from diagrams import Cluster, Diagram, Edge, Node

world = {"form": "scale", "from": "0", "to": "300", "ticks": "0|100|200|300", "axis": "place: x in the world"}
with Diagram("Metaverse", show=False, graph_attr=world):
    with Cluster("Partitioning: Spatial Hashing", graph_attr={"step": "1"}):
        Node("Server A\n(0,0) to (100,100)", start="0", end="100")
        Node("Server B\n(100,0) to (200,100)", start="100", end="200")
        Node("Server C\n(200,0) to (300,100)", start="200", end="300")
    with Cluster("Ann walks: her session", graph_attr={"step": "2"}):
        before = Node("on A", start="50", end="100")
        after = Node("on B", start="100", end="145", style="bold")
    with Cluster("Voice: volume in Proximity Chat", graph_attr={"step": "3"}):
        Node("Ann\nspeaks", at="145", style="bold")
        Node("Ben\n80 %", at="197")
        Node("Cem\n30 %", at="241")
        Node("Dee\n0 %", at="284")

    before >> Edge(label="Handoff") >> after
