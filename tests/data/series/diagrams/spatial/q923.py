"""A VR world on many servers.

Each server owns one square of the ground. Who walks across a boundary changes the server, and hears the people who
stand near.

1. Partitioning: Spatial Hashing of a user's position gives the server, here Server A for (0,0) to (100,100).
2. Handoff: the user walks across the boundary, so the session is transferred from A to B.
3. Voice: in the Proximity Chat volume decreases with distance, so the near user is loud and the far one quiet.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.compute import Server

with Diagram("Massive multiplayer VR world", show=False):
    user = Custom("User\nwalks around", "material/virtual-reality")
    with Cluster("Partitioning"):
        server_a = Server("Server A\n(0,0) to (100,100)")
        server_b = Server("Server B\nnext square")
    with Cluster("Voice"):
        near = Custom("near user\nloud", "material/volume-high")
        far = Custom("far user\nquiet", "material/volume-low")

    user >> Edge(label="1. Spatial\nHashing") >> server_a
    server_a >> Edge(label="2. Handoff") >> server_b
    server_b >> Edge(label="3. Proximity\nChat", color="green") >> [near, far]
