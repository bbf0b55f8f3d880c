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

with Diagram("Merkle Tree whitelist", direction="TB", show=False):
    verified = Custom("In the tree", "material/check-circle")
    contract = Custom("Contract\nstores only Root", "material/file-sign")

    with Cluster("Off-chain"):
        root = Custom("Root\nof 10k addresses", "material/file-tree")
        pair = Node("Hash\nuser + A")
        hash_b = Node("Hash B\nall others")
        mine = Node("Hash\nuser")
        hash_a = Node("Hash A\nneighbour")

    proof = User("User’s Proof\n[Hash A, Hash B...]")

    pair << Edge(label="1.") << [mine, hash_a]
    root << Edge(label="1. hash") << [pair, hash_b]
    contract << Edge(label="2. store") << root
    proof << Edge(style="dotted") << [hash_b, hash_a]
    contract << Edge(label="3. Merkle Path") << proof
    verified << Edge(label="4. same Root") << contract
