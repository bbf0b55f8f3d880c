"""Ask for the content, not for the place.

The name of a file is the hash of its bytes: anybody may hold it, and whoever gets it can check that it is the right
one.

1. Addressing: content addressed (the answer's "CIA" means that, usually CID): `Hash(Content)` is the name that the
   reader asks for.
2. The Kademlia DHT finds "Who has this hash?": three peers, Ann, Ben and Cem.
3. Swarm: chunks are downloaded from multiple peers at once. The reader hashes what came; only the right content has
   that hash.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

table = {"form": "table", "marked": "Who has this hash?"}
with Diagram("Content-addressed storage", show=False, graph_attr=table):
    reader = Custom("Reader\nHash(Content) = 9f2c", "icons/material/account-outline.png", side="left")
    content = Custom("Content\nits hash is 9f2c", "icons/material/script-text-outline.png", side="right")
    with Cluster("DHT: Kademlia", graph_attr={"columns": "hash | peer | sends", "step": "2"}):
        peers = [Node(f"9f2c | {peer} | chunk {n}", style="bold") for n, peer in enumerate(("Ann", "Ben", "Cem"), 1)]
        Node("b07e | Ben | …")

    reader >> Edge(label="1. Addressing") >> peers[1]
    peers[1] >> Edge(label="3. Swarm") >> content
    [peers[0], peers[2]] >> Edge() >> content
