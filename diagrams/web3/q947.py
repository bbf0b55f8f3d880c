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
from diagrams.ibm.blockchain import SmartContract
from diagrams.onprem.client import User

with Diagram("Merkle Tree whitelist", show=False):
    with Cluster("Off-chain: 10k whitelist addresses"):
        mine = Node("Hash\nuser’s address")
        hash_a = Node("Hash A\nneighbour")
        pair = Node("Hash\nuser + A")
        hash_b = Node("Hash B\nall others")
        root = Custom("Root\npair + B", "material/file-tree")

    user = User("User\n[Hash A, Hash B...]")

    with Cluster("On-chain: only Root"):
        contract = SmartContract("Contract\nRoot")

    verified = Custom("In the tree", "material/check-circle")

    [mine, hash_a] >> Edge(label="1. hash") >> pair
    [pair, hash_b] >> Edge(label="1. hash") >> root
    root >> Edge(label="2. store") >> contract
    [hash_a, hash_b] >> Edge(label="3.", style="dotted") >> user
    user >> Edge(label="3. Merkle Path") >> contract
    contract >> Edge(label="4. same Root") >> verified
