"""A scene graph that many change at once.

The tree merges by itself wherever people touch different branches; where they would touch the same vertex, a lock makes
the second one wait.

1. CRDT: the model is a tree structure of a Scene Graph, Root -> Transform -> Cube, and each person's edits of it merge.
2. Locking: Ann selects a vertex, and the vertex is locked for her; Ben, who selects it too, waits until she lets go.
3. Others move the car and add a lamp at the same time: in other branches nothing has to wait.
"""

from diagrams import Diagram, Node

tree = {"form": "tree", "marked": "locked by Ann", "reply": "changed by others at the same time"}
with Diagram("Collaborative scene graph", show=False, graph_attr=tree):
    root = Node("Root\nCRDT", step="1")
    car, house, lamp = (
        Node("Transform\ncar, moved", color="green"),
        Node("Transform\nhouse"),
        Node("Transform\nlamp, new", color="green"),
    )
    body, walls, shade = (
        Node("Cube\nbody", color="green", step="3"),
        Node("Cube\nwalls"),
        Node("Cube\nshade", color="green"),
    )
    front, locked, rim = (
        Node("Vertex 1", color="green"),
        Node("Vertex 4\nBen waits", style="bold", step="2"),
        Node("Vertex 9", color="green"),
    )

    root >> [car, house, lamp]
    car >> body >> front
    house >> walls >> locked
    lamp >> shade >> rim
