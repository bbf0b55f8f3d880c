"""A scene graph that two people change at once.

The tree merges by itself wherever two people touch different branches; where they would touch the same vertex, a lock
makes the second one wait.

1. CRDT: the model is a tree structure of a Scene Graph, Root -> Transform -> Cube, and each person's edits of it merge.
2. Locking: Ann selects a vertex, and the vertex is locked for her; Ben, who selects it too, waits until she lets go.
3. Ben moves another branch at the same time: nothing has to wait.
"""

from diagrams import Diagram, Node

tree = {"form": "tree", "marked": "locked by Ann: Ben waits", "reply": "moved by Ben at the same time"}
with Diagram("Collaborative scene graph", show=False, graph_attr=tree):
    root = Node("Root\nCRDT", step="1")
    house, car = Node("Transform\nhouse"), Node("Transform\ncar", color="green", step="3")
    walls, body = Node("Cube\nwalls"), Node("Cube\nbody", color="green")
    one = Node("Vertex 1")
    two = Node("Vertex 2", style="bold", step="2")
    three, four = Node("Vertex 1"), Node("Vertex 2")

    root >> [house, car]
    house >> walls
    car >> body
    walls >> [one, two]
    body >> [three, four]
