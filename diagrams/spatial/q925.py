"""A scene graph that many edit.

The tree merges by itself wherever people touch different branches; where they would touch the same vertex, a lock makes
the second one wait.

1. CRDT: the model is a tree structure of a Scene Graph, Root -> Transform -> Cube, and each person's edits of it merge.
   Cem moves Cube 1, which changes the Transform above it.
2. Dee adds Cube 2 at the same time: in different branches nobody has to wait.
3. Locking: Ann selects a vertex of Cube 1, and the vertex is locked for her; Ben, who selects it too, waits until she
   lets go.
"""

from diagrams import Diagram, Node
from diagrams.custom import Custom

tree = {"form": "tree", "reply": "CRDT: both changes merge", "marked": "locked for Ann, Ben waits"}
with Diagram("Collaborative scene graph", show=False, graph_attr=tree):
    root = Node("Root\nScene Graph, a CRDT")
    moved = Node("Transform\nmoved by Cem", color="green", step="1")
    added = Node("Transform\nadded by Dee", color="green", step="2")
    one = Node("Cube 1")
    two = Node("Cube 2", color="green")
    locked = Custom("Vertex 4\nlocked by Ann", "icons/material/lock.png", style="bold", step="3")

    root >> moved >> one >> locked
    root >> added >> two
