"""Vote without paying gas.

A vote is only a signed message; the chain is asked one thing, who held how many tokens when voting began.

1. Snapshot: voters sign off-chain, which is free. Storage: store votes on IPFS, where anyone can count again.
2. Weight: each vote counts `BalanceOf(Token)` at Block Height X; what Cem bought after that gives no vote.
3. The signed votes times their weights are the result.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

votes = {"form": "table", "muted": "bought the token after Block Height X"}
with Diagram("DAO voting", show=False, graph_attr=votes):
    voters = Custom("Voters\nSnapshot: off-chain, free", "icons/material/account-group-outline.png", side="left")
    with Cluster("Storage: IPFS", graph_attr={"columns": "voter | signed"}):
        Node("Ana | Yes")
        ben = Node("Ben | No")
        Node("Cem | No", style="dashed")
    with Cluster("BalanceOf(Token)", graph_attr={"columns": "holder | at Block X"}):
        Node("Ana | 30")
        twelve = Node("Ben | 12")
        Node("Cem | 0", style="dashed")
    result = Custom("Result\nYes 30, No 12", "icons/material/chart-bar.png", side="right")

    voters >> Edge(label="1. sign", lhead="cluster_Storage: IPFS") >> ben
    ben >> Edge(label="2. Weight", ltail="cluster_Storage: IPFS", lhead="cluster_BalanceOf(Token)") >> twelve
    twelve >> Edge(label="3. count", ltail="cluster_BalanceOf(Token)") >> result
