"""Keep the order out of sight until it is fixed.

What all can see, bots can overtake; the same trade, sent in a bundle through a private door, arrives as it was ordered.

1. The user's trade is first in the public mempool, where a bot sees it: it pays more to buy just before them, at the
   old price, and sells just after. The miner takes the highest fee first.
2. Bundle: Searchers submit a "Bundle" of txs to a Private Mempool, Flashbots, which hands it to the miner unseen.
   Promise: the miner guarantees bundle order and no front-running, or reverts the bundle, all of it.
"""

from diagrams import Cluster, Diagram, Edge, Node

key = {"failure": "bot: front-runs", "marked": "order kept, or all of it reverted"}
table = {"form": "table"}
with Diagram("Private mempool against MEV", show=False, graph_attr=key):
    with Cluster("Public mempool: all can see", graph_attr=table):
        with Cluster("Mempool", graph_attr={"columns": "seen | tx | fee"}):
            seen = Node("1 | user buys ETH | 5")
            Node("2 | bot buys ETH | 9", color="red")
            Node("3 | bot sells ETH | 4", color="red")
        with Cluster("Miner: highest fee first", graph_attr={"columns": "place | tx"}):
            Node("1 | bot buys ETH", color="red")
            user = Node("2 | user buys ETH")
            Node("3 | bot sells ETH", color="red")
        seen >> Edge(label="1. fee first", ltail="cluster_Mempool", lhead="cluster_Miner: highest fee first") >> user
    with Cluster("Private Mempool: Flashbots", graph_attr=table):
        with Cluster("Searcher’s “Bundle”", graph_attr={"columns": "sent | tx | fee"}):
            first = Node("1 | user buys ETH | 5", style="bold")
            Node("2 | searcher sells | 9", style="bold")
        with Cluster("Miner: no front-running", graph_attr={"columns": "place | tx"}):
            kept = Node("1 | user buys ETH", style="bold")
            Node("2 | searcher sells", style="bold")
        ends = {"ltail": "cluster_Searcher’s “Bundle”", "lhead": "cluster_Miner: no front-running"}
        first >> Edge(label="2. Promise", **ends) >> kept
