"""A world cut into squares, each with a server of its own.

A place belongs to the square that it falls into, so no server has to know the whole world; who walks on is handed over.

1. Partitioning by Spatial Hashing: Server A handles (0,0) to (100,100), its neighbours the squares around it.
2. Handoff: a user walks across the boundary -> the session is transferred from A to B.
3. Voice: Proximity Chat; volume decreases with distance, and beyond the circle nobody hears the user.
"""

from diagrams import Diagram, Edge, Node

world = {
    "form": "grid",
    "columns": "3",
    "head": "0-100|100-200|200-300",
    "side": "0-100|100-200",
    "marked": "hears the user",
}
with Diagram("World in squares", show=False, graph_attr=world):
    Node("A", step="1")
    Node("B", step="1")
    Node("C")
    Node("D")
    Node("E")
    Node("F")
    before = Node("User", at="0.72,1.33")
    after = Node("User", at="2.1,1.33", reach="0.6")
    Node("Friend", at="2.4,1.68", style="bold", step="3")
    Node("Stranger", at="3.1,1.33", style="dashed")

    before >> Edge(label="2. A to B") >> after
