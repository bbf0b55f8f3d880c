"""Send less of the world, then less of each number.

Twenty times a second the same picture is mostly the same: send what changed, in as few bits as the eye can tell apart.

1. Snapshot: send full state every 50ms? Too much bandwidth. Delta: send only changes, here of the two who have turned.
2. Compression: quantize floats; send an angle as a byte, 0-255, instead of four: 180.0° is 128, 90.0° is 64.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

table = {"form": "table", "failure": "every 50ms: too much bandwidth", "marked": "what is sent"}
with Diagram("State replication", show=False, graph_attr=table):
    with Cluster("Snapshot: full state", graph_attr={"columns": "player | x | angle"}):
        Node("Ann | 12.5 | 175.0° → 180.0°", color="red")
        full = Node("Ben | 40.2 | 85.0° → 90.0°", color="red")
        Node("… 62 more | … | …", color="red")
    with Cluster("Delta", graph_attr={"columns": "player | angle"}):
        Node("Ann | 180.0°", step="1")
        turned = Node("Ben | 90.0°")
    byte = Custom(
        "Compression\nangle as Byte 0-255: 128, 64",
        "icons/material/package-variant-closed.png",
        side="right",
        style="bold",
    )

    full >> Edge(label="1. only changes", ltail="cluster_Snapshot: full state", lhead="cluster_Delta") >> turned
    turned >> Edge(label="2. Quantize Floats", ltail="cluster_Delta") >> byte
