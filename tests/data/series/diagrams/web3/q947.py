"""Prove one of 10k with a handful of hashes.

From the user's own hash and the neighbours on the way up (the Merkle Path) anyone can work out the Root; the contract
knows nothing else.

1. Off-chain: hash all 10k whitelist addresses, two by two, until one Root is left.
2. On-chain: store only the Root.
3. Proof: the user sends `[Hash A, Hash B...]` (Merkle Path), the neighbour on each level.
4. The contract hashes its way up with them, and if it comes to the same Root, the user is in the tree.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom
from diagrams.onprem.client import User

with Diagram("Merkle Tree whitelist", show=False):
    with Cluster("Off-chain"):
        mine = Node("Hash\nuser")
        hash_a = Node("Hash A\nMerkle Path")
        pair = Node("Hash\nuser + A")
        hash_b = Node("Hash B\nMerkle Path")
        root = Custom("Root\n10k addresses", "material/file-tree")

    verified = Custom("In the tree", "material/check-circle")
    contract = Custom("Contract\nstores only Root", "material/file-sign")
    proof = User("User’s Proof\n[Hash A, Hash B...]")

    mine >> Edge(style="invis") >> hash_b
    [mine, hash_a] >> Edge(label="1.") >> pair
    [pair, hash_b] >> Edge(label="1.") >> root
    root >> Edge(label="2. store") >> contract
    proof >> Edge(label="3. Merkle Path", constraint="false") >> contract
    contract >> Edge(label="4. same Root") >> verified
