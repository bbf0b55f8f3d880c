"""A world cut into squares, each with a server of its own.

A place belongs to the square that it falls into, so no server has to know the whole world; who walks on is handed over.

1. Partitioning by Spatial Hashing: Server A handles (0,0) to (100,100), Server B the next square.
2. Handoff: a user walks across the boundary -> the session is transferred from A to B.
3. Voice: Proximity Chat; volume decreases with distance, and far away nobody hears the user.
"""

from diagrams import Diagram, Edge, Node

world = {
    "form": "grid",
    "columns": "2",
    "head": "(0,0) to (100,100)|(100,0) to (200,100)",
    "marked": "Voice: hears the user",
}
with Diagram("World in squares", show=False, graph_attr=world):
    Node("Server A", step="1")
    Node("Server B", step="1")
    before = Node("User", at="0.75,1.36")
    after = Node("User", at="1.78,1.36")
    Node("Friend", at="2.27,1.36", style="bold", step="3")

    before >> Edge(label="2. A to B") >> after
