"""Deduplication in a Kappa architecture.

There is only the stream, so duplicates are dropped while it flows: a keyed state remembers for a week what has
already passed.

1. A producer that retries writes the same message twice to the log.
2. Kappa: the stream is the only input, no batch layer repairs it later.
3. Dedup: Flink stores each MessageHash for 7 days in its RocksDB state store.
4. The store tells whether the hash was there before.
5. The first message of its hash passes on.
6. Drop duplicates: a hash that was there before ends here.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.analytics import Flink
from diagrams.onprem.compute import Server
from diagrams.onprem.queue import Kafka

with Diagram("Deduplication in Kappa", show=False):
    producer = Server("Producer\nretries")
    with Cluster("Kappa: stream only"):
        log = Kafka("Log")
        dedup = Flink("Dedup\nFlink")
        store = Custom("RocksDB state store\nMessageHash, 7 days", "simple/rocksdb")
    serving = Custom("Serving view\neach message once", "material/view-list")
    dropped = Custom("Duplicates", "material/trash-can-outline")

    producer >> Edge(label="1. twice") >> log
    log >> Edge(label="2. stream") >> dedup
    dedup >> Edge(label="3. MessageHash") >> store
    dedup << Edge(label="4. new or seen", color="green") << store
    dedup >> Edge(label="5. first") >> serving
    dedup >> Edge(label="6. drop", color="red") >> dropped
