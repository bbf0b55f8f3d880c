"""Remember a hash for seven days, and see each message once.

Kappa has one path, the stream, and no batch layer that could mend a double count later; so duplicates are dropped where
they come in.

1. Kappa: the payment pay 42 comes in the stream, the only layer there is. Its MessageHash is new, so it goes on.
2. Dedup: the RocksDB state store (Flink) keeps the MessageHash for 7 days.
3. A retry brings the same message again. Its hash is there already: a duplicate, which is dropped. After 7 days the
   hash is forgotten; a duplicate that came later would pass.
"""

from diagrams import Cluster, Diagram, Edge, Node

scale = {
    "form": "scale",
    "from": "0",
    "to": "9",
    "ticks": "0|4|8",
    "axis": "days",
    "failure": "duplicate: dropped",
    "reply": "passes",
}
with Diagram("Dedup in a Kappa architecture", show=False, graph_attr=scale):
    with Cluster("Dedup: RocksDB state store (Flink)"):
        Node("MessageHash 7f3a for 7 days", start="1", end="8", style="bold", step="2")
    with Cluster("Kappa: stream only"):
        first = Node("pay 42\n7f3a", at="1", color="green")
        Node("pay 42\n7f3a", at="5", color="red", step="3")
    with Cluster("Out"):
        once = Node("pay 42", at="1", color="green")

    first >> Edge(label="1. new", color="green") >> once
