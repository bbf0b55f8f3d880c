"""Ask for the content, not for a place.

The address is a hash of the content itself, so anyone may hold a copy and no one can fake it.

1. Addressing: CIA (Content Addressed), a file is asked for by `Hash(Content)` and by nothing else.
2. DHT: the Kademlia DHT is asked "Who has this hash?" and names the peers.
3. Swarm: the reader downloads chunks from multiple peers at once and checks them against the hash.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.compute import Server

with Diagram("Content-addressed file storage", show=False):
    address = Custom("Hash(Content)\nContent Addressed", "material/fingerprint")
    dht = Custom("Kademlia DHT\n“Who has this hash?”", "material/graph")

    with Cluster("Swarm"):
        peer_1 = Server("Peer 1\nchunks 1, 4")
        peer_2 = Server("Peer 2\nchunk 2")
        peer_3 = Server("Peer 3\nchunk 3")

    content = Custom("Content\nchunks 1–4", "material/file")

    address >> Edge(label="1. ask") >> dht
    dht >> Edge(label="2. these") >> [peer_1, peer_2, peer_3]
    [peer_1, peer_2, peer_3] >> Edge(label="3. chunks", color="green") >> content
