"""Stream only what the camera sees, coarse first.

An octree halves space in each direction again and again, so one look at a box decides about all points in it.

1. Octree: divide 3D space into eight, and each part again. The points of a part are a file; its format is PLY / PCD.
2. Stream only "visible" nodes: those that the camera frustum meets, here part 4. The rest is not sent, until
   the camera turns there.
3. LOD: stream low detail first, the points of the upper boxes -> refine with those of the boxes below, here
   part 4.6.
"""

from diagrams import Diagram, Edge, Node

seen = {"style": "bold"}
tree = {"form": "tree", "marked": "visible in Camera Frustum: streamed", "muted": "not sent now"}
with Diagram("Octree of a point cloud", show=False, graph_attr=tree):
    room = Node("Octree, PLY / PCD\nlow LOD: 1k points", step="1", **seen)
    left = Node("Parts 1–3", style="dashed")
    middle = Node("Part 4\nrefine: 8k points", step="2", **seen)
    right = Node("Parts 5–8", style="dashed")
    before = Node("Parts 4.1–4.5", style="dashed")
    table = Node("Part 4.6\nrefine: 64k points", step="3", **seen)
    after = Node("Parts 4.7–4.8", style="dashed")

    room >> left
    room >> Edge(**seen) >> middle
    room >> right
    middle >> before
    middle >> Edge(**seen) >> table
    middle >> after
