"""A VR world on many servers.

Each server owns one square of the ground. Who walks across a boundary changes the server, and hears the people who
stand near.

1. The headset reports the position of its user.
2. Partitioning: Spatial Hashing of the position gives the server, here Server A for (0,0) to (100,100).
3. Handoff: the user walks across the boundary, so the session is transferred from A to B.
4. Voice: in the Proximity Chat volume decreases with distance, so the near user is loud and the far one quiet.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.compute import Server

with Diagram("Massive multiplayer VR world", show=False):
    user = Custom("User", "material/virtual-reality")
    hashing = Custom("Spatial Hashing", "material/grid")
    with Cluster("World"):
        server_a = Server("Server A\n(0,0) to (100,100)")
        server_b = Server("Server B\n(100,0) to (200,100)")
    with Cluster("Proximity Chat"):
        near = Custom("near user\nloud", "material/volume-high")
        far = Custom("far user\nquiet", "material/volume-low")

    user >> Edge(label="1. position") >> hashing
    hashing >> Edge(label="2. square") >> server_a
    hashing >> Edge(style="invis") >> server_b
    server_a >> Edge(label="3. Handoff", constraint="false") >> server_b
    server_b >> Edge(label="4. Voice", color="green") >> [near, far]
