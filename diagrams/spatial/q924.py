"""Predict at once, correct softly, own what you hold.

The hand must not wait for the network: the client moves first, and the server has the last word everywhere but for what
somebody holds.

1. Prediction: the user pushes a ball; the client predicts physics locally and shows it at once.
2. Its input goes to the server.
3. Authority: server authoritative, it simulates for all.
4. Packet arrives -> Correction (Lerp): the client slides to the server's place instead of jumping.
5. Ownership: "User holding the cup" has authority over Cup physics, to ensure 0 latency interaction.
6. The server takes the cup's place from the owner and passes it on.
"""

from diagrams import Diagram, Edge
from diagrams.custom import Custom

with Diagram("Physics sync in VR", show=False, graph_attr={"form": "sequence", "reply": "from the server"}):
    user = Custom("User", "icons/material/account-outline.png")
    client = Custom("Client", "icons/material/virtual-reality.png")
    server = Custom("Server", "icons/material/server.png")
    others = Custom("Other users", "icons/material/virtual-reality.png")

    user >> Edge(label="1. push the ball") >> client
    client >> Edge(label="1. predict: ball at 2.0 m") >> client
    client >> Edge(label="2. push, tick 41") >> server
    server >> Edge(label="3. authoritative: 1.8 m") >> server
    server >> Edge(label="4. tick 41: 1.8 m", color="green") >> client
    client >> Edge(label="4. Lerp 2.0 to 1.8 m") >> client
    user >> Edge(label="5. holds the cup: own it") >> client
    client >> Edge(label="6. cup is here") >> server
    server >> Edge(label="6. cup is there", color="green") >> others
