"""A thousand transactions, one line on the chain.

Below the border every byte costs gas; so the work is done above it, and only what proves it goes down.

1. Accumulate: collect 1000 txs off-chain.
2. Proof: generate a ZK-Proof (Validity) of the new state, or only its Merkle Root (Optimistic), to which others may
   object for a week.
3. Post: submit Root + CallData to L1. Saves gas, as a thousand share one transaction.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom

with Diagram("Layer 2 rollup", show=False, graph_attr={"form": "layers"}):
    users = Custom("1000 txs, off-chain\nAnn pays Ben 5, Ben pays Cem 2, …", "icons/material/account-group-outline.png")
    with Cluster("L2"):
        batch = Custom("Relayer\none batch of 1000", "icons/material/package-variant-closed.png")
        proof = Custom("ZK-Proof (Validity)\nor Merkle Root (Optimistic)", "icons/material/shield-check-outline.png")
    with Cluster("L1", graph_attr={"boundary": "every byte costs gas"}):
        contract = Custom("Rollup contract\non-chain: 1 tx instead of 1000", "icons/material/script-text-outline.png")

    users >> Edge(label="1. Accumulate") >> batch
    batch >> Edge(label="2. Proof") >> proof
    proof >> Edge(label="3. Post Root + CallData") >> contract
