"""Physics that many hands share.

The server decides, the client does not wait for it. What a user holds is decided by that user alone, so it moves
without any delay.

1. Prediction: the client predicts physics locally, so a push is seen at once.
2. The input goes to the server, which simulates the same push.
3. Authority: the server is authoritative, and its packet tells the true state.
4. Correction: the client moves what it shows to the true state (Lerp), without a jump.
5. Ownership: the user holding the cup has authority over Cup physics, which gives 0 latency interaction.
6. The server takes over the state of the cup and tells the others.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.compute import Server

with Diagram("Physics sync in VR", show=False):
    user = Custom("User", "material/virtual-reality")
    with Cluster("Client"):
        correction = Custom("Correction\nLerp", "material/chart-bell-curve-cumulative")
        prediction = Custom("Prediction\nlocal physics", "material/cube-send")
        cup = Custom("Cup physics\nown authority", "material/cup-outline")
    server = Server("Server\nAuthority")
    others = Custom("Other users", "material/virtual-reality")

    user >> Edge(label="1. push") >> prediction
    prediction >> Edge(label="2. input") >> server
    correction << Edge(label="3. packet", color="green") << server
    user << Edge(label="4. smooth", color="green") << correction
    user >> Edge(label="5. hold cup") >> cup
    cup >> Edge(label="6. state") >> server
    server >> Edge(label="6. state") >> others
