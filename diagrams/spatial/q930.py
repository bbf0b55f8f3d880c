"""Sound that comes from somewhere.

The heavy work is done where the ears are; all that crosses the network is a few coordinates.

1. The Server only syncs positions: who stands where arrives as `SourcePos` and `ListenerPos`.
2. Input: `SourcePos`, `ListenerPos` and `RoomGeometry` say how the sound travels to the head.
3. Calc: done Client-Side (CPU heavy), the HRTF (Head Related Transfer Function) makes a different signal for each ear.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom
from diagrams.onprem.compute import Server

with Diagram("Spatial audio in VR", show=False):
    server = Server("Server\nonly syncs positions")

    with Cluster("Calc: Client-Side"):
        source = Node("SourcePos\nwho speaks")
        listener = Node("ListenerPos\nwho hears")
        room = Node("RoomGeometry\nwalls echo")
        hrtf = Custom("HRTF\nHead Related Transfer Function", "icons/material/ear-hearing.png")

    headphones = Custom("Headphones\nleft ≠ right", "icons/material/headphones.png")

    server >> Edge(label="1. positions", color="green") >> [source, listener]
    server >> Edge(style="invis") >> room
    [source, listener, room] >> Edge(label="2. Input") >> hrtf
    hrtf >> Edge(label="3. two ears") >> headphones
