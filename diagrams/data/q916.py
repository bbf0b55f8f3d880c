"""Remember a hash for seven days, and see each message once.

Kappa has one path, the stream, and no batch layer that could mend a double count later; so duplicates are dropped where
they come in.

1. Kappa: events arrive in one stream only, and retries bring some of them twice. Dedup: Flink asks its RocksDB state
   store for the MessageHash. A new one is stored for 7 days.
2. The event of a new hash goes on.
3. A hash that is there already means a duplicate, which is dropped. After 7 days a hash is forgotten; a duplicate that
   came later would pass.
"""

from diagrams import Cluster, Diagram, Edge, Node

table = {"form": "table", "failure": "duplicate"}
with Diagram("Dedup in a Kappa architecture", show=False, graph_attr=table):
    with Cluster("Kappa: stream only", graph_attr={"columns": "event | MessageHash"}):
        two = Node("€9 | c21e")
        one = Node("€20 | 7f3a")
        again = Node("€20 | 7f3a", color="red")
    with Cluster("RocksDB state store (Flink)", graph_attr={"columns": "hash | 7 days"}):
        other = Node("c21e | 11 May")
        kept = Node("7f3a | 11 May")
    with Cluster("Out", graph_attr={"columns": "event"}):
        first = Node("€9")
        second = Node("€20")

    two >> Edge(label="1. new") >> other
    one >> kept
    again >> Edge(label="3. drop", color="red") >> kept
    other >> Edge(label="2. pass") >> first
    kept >> second
