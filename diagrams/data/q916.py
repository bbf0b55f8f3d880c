"""Remember a hash for seven days, and see each message once.

Kappa has one path, the stream, and no batch layer that could mend a double count later; so duplicates are dropped where
they come in.

1. Kappa: events arrive in one stream only, and retries bring some of them twice.
2. Dedup: Flink asks its RocksDB state store for the MessageHash. A new one is stored, and the event goes on.
3. A hash that is there already means a duplicate, which is dropped.
4. After 7 days a hash is forgotten; a duplicate that came later would pass.
"""

from diagrams import Cluster, Diagram, Edge, Node

with Diagram("Dedup in a Kappa architecture", show=False, graph_attr={"form": "table", "failure": "dropped"}):
    with Cluster("Stream only", graph_attr={"columns": "time | event | MessageHash"}):
        one = Node("Mon 09:00 | pay € 20 | 7f3a", step="1")
        two = Node("Mon 09:01 | pay € 9 | c21e", step="1")
        again = Node("Mon 09:02 | pay € 20 | 7f3a", color="red", step="1")
    with Cluster("RocksDB state store (Flink)", graph_attr={"columns": "MessageHash | until"}):
        other = Node("c21e | next Mon 09:01", step="4")
        kept = Node("7f3a | next Mon 09:00", style="bold", step="2 4")

    two >> Edge(label="2. new: store") >> other
    again >> Edge(label="3. there: drop", color="red") >> kept
