"""Sound that comes from somewhere.

The heavy work is done where the ears are; all that crosses the network is a few coordinates.

1. The Server only syncs positions: who stands where arrives as `SourcePos` and `ListenerPos`.
2. Input: `SourcePos`, `ListenerPos` and `RoomGeometry` say how the sound travels to the head.
3. Calc: done Client-Side (CPU heavy), the HRTF (Head Related Transfer Function) makes a different signal for each ear.
"""

from diagrams import Diagram, Edge, Node
from diagrams.custom import Custom

room = {
    "form": "grid",
    "columns": "4",
    "marked": "Calc: Client-Side, CPU heavy",
    "muted": "RoomGeometry: 4 m × 3 m, its walls echo",
}
with Diagram("Spatial audio in VR", show=False, graph_attr=room):
    server = Custom("Server\nonly syncs positions", "icons/material/server.png", side="left")
    name = "HRTF\nHead Related Transfer Function"
    hrtf = Custom(name, "icons/material/ear-hearing.png", side="right", style="bold")
    ears = Custom("Headphones\nright ear first", "icons/material/headphones.png", side="right")
    cells = [Node(" ", style="dashed") for _ in range(12)]
    source = Node("SourcePos\n3.1, 2.3", at="3.6,1.2")
    listener = Node("ListenerPos\n0.9, 0.7, faces ↑", at="1.4,2.8")

    server >> Edge(label="1. positions") >> cells[5]
    source >> Edge(label="sound") >> listener
    cells[2] >> Edge(label="2. Input") >> hrtf
    hrtf >> Edge(label="3. L, R") >> ears
