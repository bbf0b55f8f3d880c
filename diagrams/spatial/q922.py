"""Share a spatial anchor between devices.

One device leaves an anchor, another one finds it again by what its camera sees. Both then place their content
relative to the same point of the world.

1. Device A leaves an Anchor at a place that its camera has seen: `ID`, `Descriptor (Visual Features)`, `Pose (x,y,z)`.
2. Look up: Device B sends Camera Features to the cloud, Azure Spatial Anchors / Google Cloud Anchors.
3. The server matches them with each Descriptor; a17 comes near enough, and its Pose relative to World is returned.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

anchors = {"form": "table", "columns": "ID | Descriptor | Pose (x,y,z)", "marked": "matches"}
with Diagram("Spatial anchor synchronization", show=False):
    device_a = Custom("Device A", "icons/material/augmented-reality.png")
    with Cluster("Azure Spatial Anchors / Google Cloud Anchors", graph_attr=anchors):
        match = Node("a17 | .12 .87 .40 | 2.0, 0.0, 1.5", style="bold")
        Node("a18 | .95 .03 .71 | 8.1, 0.4, 3.0")
        Node("a19 | .33 .52 .08 | 5.6, 1.2, 0.2")
    device_b = Custom("Device B", "icons/material/augmented-reality.png")

    device_a >> Edge(label="1. Anchor") >> match
    match >> Edge(label="3. Pose", color="green") >> device_b
    device_b >> Edge(label="2. Camera Features\n.11 .88 .41") >> match
