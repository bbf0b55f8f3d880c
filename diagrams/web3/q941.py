"""Ask for the content, not for the place.

The name of a file is the hash of its bytes: anybody may hold it, and whoever gets it can check that it is the right
one.

1. Addressing: content addressed (the answer's "CIA" means that, usually CID): `Hash(Content)` is the name.
2. The Kademlia DHT is asked "Who has this hash?".
3. It names the peers that hold it.
4. Swarm: chunks are downloaded from multiple peers at once.
5. The reader hashes what came; only the right content has that hash.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom

with Diagram("Content-addressed storage", show=False, graph_attr={"form": "sequence"}):
    dht = Custom("DHT\nKademlia", "icons/material/graph-outline.png")
    reader = Custom("Reader", "icons/material/account-outline.png")
    with Cluster("Swarm"):
        one = Custom("Peer 1", "icons/material/server.png")
        two = Custom("Peer 2", "icons/material/server.png")

    reader >> Edge(label="1. wants Hash(Content) = 9f2c") >> reader
    reader >> Edge(label="2. who has 9f2c?") >> dht
    dht >> Edge(label="3. peers 1 and 2", color="green") >> reader
    reader >> Edge(label="4. 9f2c, chunk 1?") >> one
    reader >> Edge(label="4. 9f2c, chunk 2?") >> two
    one >> Edge(label="4. chunk 1 of 2", color="green") >> reader
    two >> Edge(label="4. chunk 2 of 2", color="green") >> reader
    reader >> Edge(label="5. Hash(both) = 9f2c") >> reader
