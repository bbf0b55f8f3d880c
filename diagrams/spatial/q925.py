"""A scene graph that two people change at once.

The tree merges by itself wherever two people touch different branches; where they would touch the same vertex, a lock
makes the second one wait.

1. CRDT: the model is a tree structure of a Scene Graph, Root -> Transform -> Cube, and each person's edits of it merge.
2. Locking: Ann selects a vertex, and the vertex is locked for her. Ben, who selects it too, waits until she lets go.
3. Ben moves another branch at the same time: nothing has to wait.
"""

from diagrams import Diagram, Edge, Node
from diagrams.custom import Custom

tree = {"form": "tree", "marked": "locked by Ann", "reply": "moved by Ben"}
with Diagram("Collaborative scene graph", show=False, graph_attr=tree):
    ann = Custom("Ann", "icons/material/account-outline.png", side="left")
    ben = Custom("Ben", "icons/material/account-outline.png", side="right")
    root = Node("Root\nCRDT", step="1")
    house, car = Node("Transform\nhouse"), Node("Transform\ncar", color="green")
    cube, wheel = Node("Cube\nwalls"), Node("Cube\nbody", color="green")
    one, two = Node("Vertex 1\nBen waits", style="bold"), Node("Vertex 2")

    root >> [house, car]
    house >> cube
    car >> wheel
    cube >> [one, two]
    ann >> Edge(label="2. lock") >> one
    ben >> Edge(label="3. move") >> car
