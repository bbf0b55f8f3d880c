"""Prove one of 10k with a handful of hashes.

From the user's own hash and the neighbours on the way up (the Merkle Path) anyone can work out the Root; the contract
knows nothing else.

1. Off-chain: hash all 10k whitelist addresses, two by two, until one Root is left.
2. On-chain: store only the Root.
3. Proof: the user sends `[Hash A, Hash B...]` (Merkle Path), the neighbour on each level: 14 hashes for 10k addresses.
4. The contract hashes its way up with them, and if it comes to the same Root, the user is in the tree.
"""

from diagrams import Diagram, Edge, Node
from diagrams.custom import Custom

tree = {"form": "tree", "marked": "worked out from the proof", "reply": "sent as the proof: the Merkle Path"}
up = {"style": "bold"}
with Diagram("Merkle Tree whitelist", show=False, graph_attr=tree):
    contract = Custom("Contract\nstores only Root", "icons/material/file-sign.png")
    root = Node("Root\nof 10k addresses", style="bold")
    pair = Node("Hash\nuser + A", style="bold")
    hash_b = Node("Hash B\nother half", color="green", step="3")
    mine = Node("Hash user\n0x71…", style="bold")
    hash_a = Node("Hash A\n0x9F…", color="green", step="3")
    more, rest = Node("…"), Node("…")

    root >> Edge(label="2. store on-chain", **up) >> contract
    [more, rest] >> Edge() >> hash_b
    pair >> Edge(label="4. same Root?", **up) >> root
    hash_b >> Edge(label="1. hash") >> root
    mine >> Edge(label="4. hash", **up) >> pair
    hash_a >> Edge(label="1. hash") >> pair
