"""Stream only what the camera sees, coarse first.

An octree halves space in each direction again and again, so one look at a box decides about all points in it.

1. Octree: divide 3D space into eight, and each part again. The points of a part are a file; its format is PLY / PCD.
2. Stream only "visible" nodes: those that the camera frustum meets. The rest is never sent.
3. LOD: stream low detail first, the points of the upper boxes.
4. Then refine: the boxes below add their points where the camera looks.
"""

from diagrams import Diagram, Edge, Node

seen = {"style": "bold"}
tree = {
    "form": "tree",
    "marked": "visible in the Camera Frustum: streamed as PLY / PCD, low LOD first",
    "muted": "never sent",
}
with Diagram("Octree of a point cloud", show=False, graph_attr=tree):
    room = Node("Octree: room\n1k points", step="1 3", **seen)
    first = Node("Part 1\n8k points", step="4", **seen)
    second = Node("Part 2\n8k points", **seen)
    others = Node("Parts 3-8", style="dashed", step="2")
    table = Node("Part 1.1\n64k points", **seen)
    chair = Node("Parts 1.2-1.8", style="dashed", step="2")

    room >> Edge(**seen) >> [first, second]
    room >> others
    first >> Edge(**seen) >> table
    first >> chair
