"""Send less of the world, then less of each number.

Twenty times a second the same picture is mostly the same: send what changed, in as few bits as the eye can tell apart.

1. Snapshot: send full state every 50ms? Too much bandwidth. Delta: send only changes, here of the two who have turned.
2. Compression: quantize floats; send an angle as a byte, 0-255, instead of four.
"""

from diagrams import Cluster, Diagram, Edge, Node

table = {"form": "table", "failure": "every 50ms: too much bandwidth", "marked": "what is sent"}
with Diagram("State replication", show=False, graph_attr=table):
    with Cluster("Snapshot: full state", graph_attr={"columns": "player | x | angle"}):
        full = Node("Ann | 12.5 | 175.0° → 180.0°", color="red")
        for row in ("Ben | 40.2 | 85.0° → 90.0°", "… 62 more | … | …"):
            Node(row, color="red")
    with Cluster("Delta: only changes", graph_attr={"columns": "player | angle"}):
        change = Node("Ann | 180.0°")
        turned = Node("Ben | 90.0°", step="1")
    with Cluster("Compression", graph_attr={"columns": "player | angle: Byte 0-255"}):
        Node("Ann | 128", style="bold", step="2")
        byte = Node("Ben | 64", style="bold")

    full >> Edge(label="1. changed") >> change
    turned >> Edge(label="2. Quantize Floats") >> byte
