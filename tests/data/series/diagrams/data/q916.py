"""Deduplication in a Kappa architecture.

There is only the stream, so duplicates are dropped while it flows: a keyed state remembers for a week what has
already passed.

1. A producer that retries writes the same message twice to the log.
2. Kappa: stream only, so no batch layer repairs the result later.
3. Dedup: Flink looks for the MessageHash in its RocksDB state store, and stores a new one for 7 days.
4. The first message of its hash passes on.
5. Drop duplicates: a message whose hash is there already ends here.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.analytics import Flink
from diagrams.onprem.compute import Server
from diagrams.onprem.queue import Kafka

with Diagram("Deduplication in Kappa", show=False):
    producer = Server("Producer\nretries")
    with Cluster("Kappa"):
        log = Kafka("Log")
        dedup = Flink("Dedup\nFlink")
        store = Custom("RocksDB state store\nMessageHash, 7 days", "simple/rocksdb")
    serving = Custom("Serving\nunique only", "material/view-list")
    dropped = Custom("Duplicates", "material/trash-can-outline")

    producer >> Edge(label="1. twice") >> log
    log >> Edge(label="2. stream") >> dedup
    dedup >> Edge(label="3. seen?", reverse=True, constraint="false") >> store
    dedup >> Edge(label="4. first") >> serving
    dedup >> Edge(label="5. drop", color="red") >> dropped
