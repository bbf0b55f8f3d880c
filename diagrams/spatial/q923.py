"""A VR world on many servers.

Each server owns one square of the ground. Who walks across a boundary changes the server, and hears the people who
stand near.

1. The headset reports where its user is.
2. Partitioning: Spatial Hashing of the position gives the server, here Server A for (0,0) to (100,100).
3. Handoff: the user walks across the boundary, so A transfers the session to B.
4. Voice: Proximity Chat mixes the voices around the user.
5. Volume decreases with distance: the near user is loud, the far one quiet.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.compute import Server

with Diagram("Massive multiplayer VR world", show=False):
    user = Custom("User", "material/virtual-reality")
    hashing = Custom("Spatial Hashing\nposition -> server", "material/grid")
    with Cluster("World"):
        server_a = Server("Server A\n(0,0) to (100,100)")
        server_b = Server("Server B\n(100,0) to (200,100)")
    voice = Custom("Proximity Chat", "material/account-voice")
    near = Custom("near user\nloud", "material/volume-high")
    far = Custom("far user\nquiet", "material/volume-low")

    user >> Edge(label="1. position") >> hashing
    hashing >> Edge(label="2. square") >> server_a
    hashing >> Edge(style="invis") >> server_b
    server_a >> Edge(label="3. Handoff", constraint="false") >> server_b
    [server_a, server_b] >> Edge(label="4. voices") >> voice
    voice >> Edge(label="5. volume", color="green") >> [near, far]
