"""Prove one of 10k with a handful of hashes.

From the user's own hash and the neighbours on the way up (the Merkle Path) anyone can work out the Root; the contract
knows nothing else.

1. Off-chain: hash all 10k whitelist addresses, two by two, until one Root is left.
2. On-chain: store only the Root.
3. Proof: the user sends `[Hash A, Hash B...]` (Merkle Path), the neighbour on each level: 14 hashes for 10k addresses.
4. The contract hashes its way up with them. Where it comes to the same Root, the user is in the tree.
"""

from diagrams import Diagram, Edge, Node
from diagrams.custom import Custom

tree = {"form": "tree", "marked": "the user’s way up to the Root", "reply": "Proof: the Merkle Path"}
up = {"style": "bold"}
with Diagram("Merkle Tree whitelist", show=False, graph_attr=tree):
    name = "User’s Proof\nHash A, Hash B…"
    proof = Custom(name, "icons/material/account-outline.png", side="left", color="green")
    name = "Contract\nOn-chain: hashes up, same Root?"
    contract = Custom(name, "icons/material/file-sign.png", side="left", step="4")
    root = Node("Root\nof 10k addresses", style="bold")
    more = Node("…\n12 more levels")
    pair = Node("Hash\nuser + A", style="bold")
    hash_b = Node("Hash B\n0x3C…", color="green")
    mine = Node("User\n0x71…", style="bold")
    hash_a = Node("Hash A\n0x9F…", color="green")

    proof >> Edge(label="3. send", color="green") >> contract
    root >> Edge(label="2. store only Root") >> contract
    more >> Edge(**up) >> root
    hash_b >> Edge(color="green") >> more
    pair >> Edge(label="1. Off-chain: hash", **up) >> more
    hash_a >> Edge(color="green") >> pair
    mine >> Edge(**up) >> pair
