"""Stream a point cloud by octree.

The cloud is cut into boxes, each box into smaller ones. Only boxes that the camera can see are sent, the coarse ones
first.

1. Octree: the PLY / PCD points divide into a tree of boxes of 3D space.
2. The AR device sends its Camera Frustum.
3. Nodes outside the frustum are not streamed.
4. LOD: the visible node is streamed first, in low detail.
5. Then its children refine the picture.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom

with Diagram("Point cloud streaming", show=False):
    cloud = Custom("Point cloud\nPLY / PCD", "material/scatter-plot-outline")
    with Cluster("Octree"):
        root = Custom("Root\nall of 3D space", "material/file-tree")
        hidden = Custom("Hidden node", "material/cube-off-outline")
        visible = Custom("Visible node\nlow detail", "material/cube-outline")
        children = Custom("Children\nhigh detail", "material/cube-unfolded")
    device = Custom("AR device", "material/augmented-reality")

    cloud >> Edge(label="1. divide") >> root
    root >> Edge(label="3. outside", style="dotted") >> hidden
    root >> Edge(label="2. in frustum") >> visible
    visible >> Edge(label="1.") >> children
    visible >> Edge(label="4. first", color="green") >> device
    children >> Edge(label="5. refine", color="green") >> device
    root << Edge(label="2. Camera Frustum", constraint="false") << device
