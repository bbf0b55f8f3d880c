"""A world cut into squares, each with a server of its own.

A place belongs to the square that it falls into, so no server has to know the whole world; who walks on is handed over.

1. Partitioning by Spatial Hashing: Server A handles (0,0) to (100,100), Server B the next square.
2. Handoff: a user walks across the boundary -> the session is transferred from A to B.
3. Voice: Proximity Chat; volume decreases with distance, and far away nobody hears the user.
"""

from diagrams import Diagram, Edge, Node

world = {
    "form": "grid",
    "columns": "3",
    "head": "(0,0) to (100,100)|(100,0) to (200,100)|(200,0) to (300,100)",
    "marked": "Voice: in reach of Ann",
    "muted": "too far to hear her",
}
with Diagram("Spatial Hashing: a world in squares", show=False, graph_attr=world):
    for name in "ABCDEF":
        Node(f"Server {name}", step="1" if name == "A" else "")
    before = Node("Ann", at="0.72,1.32")
    after = Node("Ann", at="1.95,1.32", reach="0.6")
    Node("Ben", at="2.41,1.32", style="bold", step="3")
    Node("Cem", at="3.1,1.32", style="dashed")

    before >> Edge(label="2. Handoff") >> after
