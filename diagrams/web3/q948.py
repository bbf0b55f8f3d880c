"""Vote without paying gas.

A vote is only a signed message; the chain is asked one thing, who held how many tokens when voting began.

1. Snapshot: voters sign off-chain, which is free.
2. Storage: store votes on IPFS, where anyone can count again.
3. Weight: each vote counts `BalanceOf(Token)` at Block Height X, so tokens bought later give no vote.
4. The signed votes times their weights are the result.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.client import User

with Diagram("DAO voting", show=False):
    with Cluster("Off-chain signing: free"):
        ana = User("Ana\nsigns Yes")
        ben = User("Ben\nsigns No")
        snapshot = Custom("Snapshot", "icons/material/vote.png")
        votes = Custom("IPFS\nStorage of votes", "icons/simple/ipfs.png")

    weight = Custom("Weight\nBalanceOf(Token) at Block Height X", "icons/simple/ethereum.png")

    result = Custom("Result\nvotes × weight", "icons/material/chart-bar.png")

    [ana, ben] >> Edge(label="1. sign") >> snapshot
    snapshot >> Edge(label="2. store") >> votes
    votes >> Edge(label="4. count") >> result
    weight >> Edge(label="3. weigh", constraint="false") >> result
