"""Vote without paying gas.

A vote is only a signed message; the chain is asked one thing, who held how many tokens when voting began.

1. Snapshot: voters sign off-chain, which is free. Storage: store votes on IPFS, where anyone can count again.
2. Weight: each vote counts `BalanceOf(Token)` at Block Height X, so tokens that Cem bought later give no vote.
3. The signed votes times their weights are the result.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

with Diagram("DAO voting", show=False, graph_attr={"form": "table"}):
    with Cluster("Snapshot: off-chain, free", graph_attr={"columns": "voter | signs", "column": "1"}):
        ana = Node("Ana | Yes")
        ben = Node("Ben | No")
        cem = Node("Cem | No")
    ipfs = Custom("IPFS\nStorage of votes", "icons/simple/ipfs.png", column="1")
    with Cluster("BalanceOf(Token)", graph_attr={"columns": "holder | Block X", "column": "2"}):
        thirty = Node("Ana | 30")
        twelve = Node("Ben | 12")
        none = Node("Cem | 0, later")
    with Cluster("Result", graph_attr={"columns": "vote | sum", "column": "3"}):
        yes = Node("Yes | 30")
        no = Node("No | 12")

    cem >> Edge(label="1. sign, store") >> ipfs
    ana >> Edge(label="2. Weight") >> thirty
    ben >> twelve
    cem >> none
    thirty >> Edge(label="3. count") >> yes
    twelve >> no
    none >> no
