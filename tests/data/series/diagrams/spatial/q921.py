"""Stream a point cloud by octree.

Space is cut into boxes, and each box into smaller ones. Only boxes that the camera can see are sent, the coarse ones
first.

1. Octree: divide 3D space, here that of a point cloud in PLY / PCD format, again and again.
2. The AR device sends its Camera Frustum, and only nodes inside of it count as visible.
3. LOD: stream the visible node first, in low detail.
4. Then its children refine the picture; a hidden node is never sent.
"""

from diagrams import Diagram, Edge
from diagrams.custom import Custom

with Diagram("Point cloud streaming", show=False):
    octree = Custom("Octree\nPLY / PCD points", "material/file-tree")
    visible = Custom("Visible node\nlow detail", "material/cube-outline")
    hidden = Custom("Hidden node\nnot sent", "material/cube-off-outline")
    children = Custom("Its children\nhigh detail", "material/cube-unfolded")
    device = Custom("AR device", "material/augmented-reality")

    octree >> Edge(label="1. divide") >> [visible, hidden]
    visible >> Edge(label="1. divide") >> children
    visible << Edge(label="2. Camera\nFrustum") << device
    visible >> Edge(label="3. first", color="green") >> device
    children >> Edge(label="4. refine", color="green", constraint="false") >> device
