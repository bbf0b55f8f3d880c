"""Share a spatial anchor between devices.

One device leaves an anchor, another one finds it again by what its camera sees. Both then place their content
relative to the same point of the world.

1. Device A leaves an Anchor at a place that its camera has seen: `ID`, `Descriptor (Visual Features)`, `Pose (x,y,z)`.
2. Look up: Device B sends Camera Features to the cloud, Azure Spatial Anchors / Google Cloud Anchors.
3. The server matches them with each Descriptor; a17 comes near enough, and its Pose relative to World is returned.
"""

from diagrams import Cluster, Diagram, Edge, Node

table = {"form": "table", "marked": "near enough: a match"}
with Diagram("Spatial anchor synchronization", show=False, graph_attr=table):
    with Cluster("Device A", graph_attr={"columns": "augmented reality"}):
        left = Node("puts a lamp here")
        Node("features .12 .87 .40")
        Node("place 2.0, 0.0, 1.5")
    with Cluster("Azure / Google Cloud Anchors", graph_attr={"columns": "Anchor | a17"}):
        anchor = Node("ID | a17")
        descriptor = Node("Descriptor | .12 .87 .40", style="bold")
        pose = Node("Pose (x,y,z) | 2.0, 0.0, 1.5")
    with Cluster("Device B", graph_attr={"columns": "augmented reality"}):
        Node("comes by")
        seen = Node("Camera Features .11 .88 .41", style="bold")
        shown = Node("shows the lamp there")

    left >> Edge(label="1. Anchor") >> anchor
    seen >> Edge(label="2. Look up") >> descriptor
    pose >> Edge(label="3. Pose", color="green") >> shown
