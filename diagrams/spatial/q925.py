"""A scene graph that many edit.

The tree merges by itself wherever people touch different branches; where they would touch the same vertex, a lock makes
the second one wait.

1. CRDT: the model is a tree structure of a Scene Graph, Root -> Transform -> Cube, and each person's edits of it merge.
   Cem moves the car while Dee adds a lamp: in different branches nobody has to wait.
2. Locking: Ann selects a vertex, and the vertex is locked for her; Ben, who selects it too, waits until she lets go.
"""

from diagrams import Diagram, Edge, Node

tree = {"form": "tree", "marked": "locked by Ann", "reply": "CRDT: both changes merge"}
with Diagram("Collaborative scene graph", show=False, graph_attr=tree):
    root = Node("Root\nof the Scene Graph")
    lamp = Node("Cube\nlamp", color="green")
    car = Node("Cube\ncar")
    moved = Node("Transform\nCem moves", step="1", color="green")
    kept = Node("Transform\nunchanged")
    added = Node("Transform\nDee adds", step="1", color="green")
    house = Node("Cube\nhouse")
    locked = Node("Vertex 4\nBen waits", style="bold", step="2")

    root >> moved >> car
    root >> kept
    root >> Edge(color="green") >> added
    kept >> house >> locked
    added >> Edge(color="green") >> lamp
