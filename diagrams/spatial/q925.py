"""A scene graph that two people change at once.

The tree merges by itself wherever two people touch different branches; where they would touch the same vertex, a lock
makes the second one wait.

1. CRDT: the model is a tree structure of a Scene Graph, Root -> Transform -> Cube, and each person's edits of it merge.
2. Locking: Ann selects a vertex, and the vertex is locked for her; Ben, who selects it too, waits until she lets go.
3. Ben moves another branch at the same time: nothing has to wait.
"""

from diagrams import Diagram, Node

tree = {"form": "tree", "marked": "locked by Ann", "reply": "moved by Ben"}
with Diagram("Collaborative scene graph", show=False, graph_attr=tree):
    root = Node("Root\nCRDT", step="1")
    house, car = Node("Transform\nhouse", step="1"), Node("Transform\ncar", color="green", step="3")
    cube, roof = Node("Cube\nwalls", step="1"), Node("Cube\nroof")
    wheel = Node("Cube\nbody", color="green", step="3")
    one = Node("Vertex 1")
    two = Node("Vertex 2\nBen waits", style="bold", step="2")

    root >> [house, car]
    house >> [cube, roof]
    car >> wheel
    cube >> [one, two]
