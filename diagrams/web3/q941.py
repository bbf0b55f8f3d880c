"""Ask for the content, not for a place.

The address is a hash of the content itself, so anyone may hold a copy and no one can fake it.

1. Addressing: CIA (Content Addressed), the address of a file is `Hash(Content)`.
2. DHT: with nothing but the hash, the Kademlia DHT is asked "Who has this hash?".
3. The DHT names the peers that have it.
4. Swarm: the reader downloads chunks from multiple peers at once and checks them against the hash.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.client import User
from diagrams.onprem.compute import Server

with Diagram("Content-addressed file storage", show=False):
    content = Custom("Content", "material/file")
    address = Custom("Hash(Content)\nContent Addressed", "material/fingerprint")
    dht = Custom("Kademlia DHT\n“Who has this hash?”", "material/graph")

    with Cluster("Swarm"):
        peer_1 = Server("Peer 1\nchunks 1, 4")
        peer_2 = Server("Peer 2\nchunk 2")
        peer_3 = Server("Peer 3\nchunk 3")

    reader = User("Reader\nhash is right")

    content >> Edge(label="1. hash") >> address
    address >> Edge(label="2. look up") >> dht
    dht >> Edge(label="3. these") >> [peer_1, peer_2, peer_3]
    [peer_1, peer_2, peer_3] >> Edge(label="4. chunks", color="green") >> reader
