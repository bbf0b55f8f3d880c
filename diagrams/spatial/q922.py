"""Share a spatial anchor between devices.

One device leaves an anchor, another one finds it again by what its camera sees. Both then place their content
relative to the same point of the world.

1. Device A leaves an Anchor at a place that its camera has seen.
2. The service keeps it under its ID, with Descriptor and Pose.
3. Look up: Device B sends Camera Features.
4. The server matches them with each Descriptor (Visual Features) nearby.
5. The match gives the Pose (x,y,z).
6. The server returns the Pose relative to World.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.azure.mixedreality import SpatialAnchorAccounts
from diagrams.custom import Custom

with Diagram("Spatial anchor synchronization", show=False):
    device_a = Custom("Device A\nleaves it", "icons/material/augmented-reality.png")
    device_b = Custom("Device B\nfinds it", "icons/material/augmented-reality.png")
    service = SpatialAnchorAccounts("Cloud\nAzure Spatial Anchors / Google Cloud Anchors")
    with Cluster("Anchor"):
        anchor_id = Custom("ID\nof the anchor", "icons/material/identifier.png")
        descriptor = Custom("Descriptor\nVisual Features", "icons/material/image-filter-center-focus.png")
        pose = Custom("Pose\nx, y, z", "icons/material/axis-arrow.png")

    device_a >> Edge(label="1. Anchor") >> service
    service >> Edge(label="2. store") >> anchor_id
    device_b >> Edge(label="3. Camera Features") >> service
    service >> Edge(label="4. match") >> descriptor
    service << Edge(label="5. read", color="green") << pose
    device_b << Edge(label="6. Pose", color="green") << service
