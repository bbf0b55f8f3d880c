"""A thousand transactions for the price of one.

The work is done off-chain, the chain sees a short proof of it; that is why it is cheap.

1. Accumulate: collect 1000 txs off-chain.
2. Proof (Validity): generate a ZK-Proof that all were right.
3. Proof (Optimistic): or take a Merkle Root, which stands unless someone objects.
4. Post: submit Root + CallData to L1 in one transaction, which saves gas.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.client import Users

with Diagram("Layer 2 rollup relayer", show=False):
    users = Users("Users")

    with Cluster("Off-chain"):
        accumulate = Custom("Accumulate\n1000 txs", "material/tray-full")
        zk_proof = Custom("ZK-Proof\nValidity", "material/shield-check")
        merkle_root = Custom("Merkle Root\nOptimistic", "material/file-tree")
        relayer = Custom("Relayer\nRoot + CallData", "material/package-up")

    l1 = Custom("L1\nsaves gas", "material/cube-outline")

    users >> Edge(label="1. txs") >> accumulate
    accumulate >> Edge(label="2. either") >> zk_proof
    accumulate >> Edge(label="3. or") >> merkle_root
    [zk_proof, merkle_root] >> relayer
    relayer >> Edge(label="4. Post") >> l1
