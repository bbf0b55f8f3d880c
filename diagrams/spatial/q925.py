"""A scene graph that many edit.

The tree merges by itself wherever people touch different branches; where they would touch the same vertex, a lock makes
the second one wait.

1. CRDT: the model is a tree structure of a Scene Graph, Root -> Transform -> Cube, and each person's edits of it merge.
   Cem moves Cube 1 while Dee adds Cube 2: in different branches nobody has to wait.
2. Locking: Ann selects a vertex of Cube 1, and the vertex is locked for her; Ben, who selects it too, waits until she
   lets go.
"""

from diagrams import Diagram, Edge, Node

tree = {"form": "tree", "reply": "CRDT: both changes merge", "marked": "locked for Ann, Ben waits"}
with Diagram("Collaborative scene graph", show=False, graph_attr=tree):
    root = Node("Root\nScene Graph, a CRDT")
    moved = Node("Transform", color="green")
    added = Node("Transform", color="green")
    one = Node("Cube 1")
    two = Node("Cube 2", color="green")
    locked = Node("Vertex 4", style="bold")

    root >> Edge(label="1. Cem moves") >> moved >> one >> Edge(label="2. Ann selects") >> locked
    root >> Edge(label="1. Dee adds", color="green") >> added >> Edge(color="green") >> two
