"""Send less of the world, then less of each number.

Twenty times a second the same picture is mostly the same: send what changed, in as few bits as the eye can tell apart.

1. Snapshot: send full state every 50ms? Too much bandwidth.
2. Delta: send only changes.
3. Compression: quantize floats; send an angle as a byte, 0-255, instead of four.
"""

from diagrams import Cluster, Diagram, Node

scale = {
    "form": "scale",
    "from": "0",
    "to": "1200",
    "ticks": "0|300|600|900|1,200 bytes",
    "axis": "sent every 50ms",
    "failure": "too much bandwidth",
    "reply": "what is sent",
}
with Diagram("State replication", show=False, graph_attr=scale):
    with Cluster("Snapshot"):
        Node("full state: 64 players, 18 bytes each", start="0", end="1152", color="red", step="1")
    with Cluster("Delta"):
        Node("12 moved\n18 bytes each", start="0", end="216", step="2")
    with Cluster("Compression"):
        Node("quantized floats, 10 bytes\nangle as Byte 0-255", start="0", end="120", color="green", step="3")
