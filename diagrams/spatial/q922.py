"""Share a spatial anchor between devices.

One device leaves an anchor, another one finds it again by what its camera sees. Both then place their content
relative to the same point of the world.

1. Device A leaves an Anchor at a place that its camera has seen: `ID`, `Descriptor (Visual Features)`, `Pose (x,y,z)`.
2. Look up: Device B sends Camera Features to the cloud, Azure Spatial Anchors / Google Cloud Anchors. The server
   matches them with each Descriptor; that of a17 comes near enough.
3. Its Pose relative to World is returned, and Device B shows its content at the same place.
"""

from diagrams import Diagram, Edge
from diagrams.custom import Custom

with Diagram("Spatial anchor synchronization", show=False, graph_attr={"form": "sequence"}):
    first = Custom("Device A\nputs a lamp", "icons/material/cellphone.png")
    cloud = Custom("Cloud Anchors\nAzure Spatial, Google", "icons/material/cloud.png")
    second = Custom("Device B\nsees the lamp", "icons/material/cellphone.png")

    first >> Edge(label="1. Anchor") >> cloud
    cloud >> Edge(label="1. ID: a17\nDescriptor: .12 .87 .40\nWorld Pose: 2, 0, 1.5") >> cloud
    second >> Edge(label="2. Camera Features\n.11 .88 .41") >> cloud
    cloud >> Edge(label="2. Look up: match with\na17, .12 .87 .40") >> cloud
    cloud >> Edge(label="3. Pose\n2, 0, 1.5", color="green") >> second
