"""Ask for the content, not for the place.

The name of a file is the hash of its bytes: anybody may hold it, and whoever gets it can check that it is the right
one.

1. Addressing: content addressed (the answer's "CIA" means that, usually CID): `Hash(Content)` is the name that the
   reader asks for.
2. The Kademlia DHT finds "Who has this hash?": three peers, Ann, Ben and Cem. It knows only who has it, not the bytes.
3. Swarm: the reader downloads chunks from multiple peers at once, and hashes what came; only the right content has that
   hash.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

table = {"form": "table", "marked": "Who has this hash?"}
with Diagram("Content-addressed storage", show=False, graph_attr=table):
    reader = Custom("Reader\nHash(Content) = 9f2c", "icons/material/account-outline.png", side="left")
    content = Custom("Content\nhash is 9f2c", "icons/material/script-text-outline.png", side="right")
    with Cluster("Kademlia DHT", graph_attr={"columns": "hash | held by"}):
        known = [Node(f"9f2c | {peer}", style="bold", step="2") for peer in ("Ann", "Ben", "Cem")]
        Node("b07e | Ben")
    with Cluster("Multiple peers", graph_attr={"columns": "peer | sends"}):
        peers = [Node(f"{peer} | chunk {n}", step="2 3") for n, peer in enumerate(("Ann", "Ben", "Cem"), 1)]

    reader >> Edge(label="1. Addressing") >> known[1]
    for n, (row, peer) in enumerate(zip(known, peers, strict=True)):
        row >> Edge(label="" if n else "2. find") >> peer
        peer >> Edge(label="" if n else "3. Swarm") >> content
