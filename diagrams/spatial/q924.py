"""Predict at once, correct softly, own what you hold.

The hand must not wait for the network: the client moves first, and the server has the last word everywhere but for what
somebody holds.

1. Prediction: the user pushes a ball; the client predicts physics locally and shows it at once.
2. Its input goes to the server.
3. Authority: server authoritative, it simulates for all.
4. Packet arrives -> Correction (Lerp): the client slides to the server's place instead of jumping. The
   others get the same place.
5. The user takes the cup, and the client tells the server that its user holds it.
6. The cup moves at once in the client's hand, without waiting for an answer: 0 latency interaction.
7. Ownership: the server confirms that the "User holding the cup" has authority over Cup physics.
8. The client sends the cup's place, and the server passes it on to the others without correcting it.
"""

from diagrams import Diagram, Edge
from diagrams.custom import Custom

with Diagram("Physics sync in VR", show=False, graph_attr={"form": "sequence", "reply": "from the server"}):
    client = Custom("Client\npredicts", "icons/material/virtual-reality.png")
    server = Custom("Server\nauthoritative", "icons/material/server.png")
    others = Custom("Others\nwatch", "icons/material/virtual-reality.png")

    client >> Edge(label="1. Prediction: ball at 2.0 m", at="Ball: server decides") >> client
    client >> Edge(label="2. push the ball") >> server
    server >> Edge(label="3. Authority: 1.8 m") >> server
    server >> Edge(label="4. ball at 1.8 m", color="green") >> client
    server >> Edge(label="4. ball at 1.8 m", color="green") >> others
    client >> Edge(label="4. Correction (Lerp) to 1.8 m") >> client
    client >> Edge(label="5. holds the cup", at="Cup: holder decides") >> server
    client >> Edge(label="6. Cup moves, 0 latency") >> client
    server >> Edge(label="7. Ownership of cup", color="green") >> client
    client >> Edge(label="8. cup at 1.2 m") >> server
    server >> Edge(label="8. cup at 1.2 m", color="green") >> others
