"""Keep the order out of sight until it is fixed.

What all can see, bots can overtake; the same transactions, sent as a bundle through a private door, arrive as they
were ordered.

1. A transaction sent to the public mempool is seen by bots before it is in a block, and front-run.
2. Bundle: Searchers submit a "Bundle" of txs to a Private Mempool, Flashbots, which hands it to the miner unseen.
   Promise: the miner guarantees bundle order and no front-running, or reverts the bundle, all of it.
"""

from diagrams import Cluster, Diagram, Edge, Node

table = {"form": "table", "failure": "bot: front-runs", "marked": "Bundle: order kept, or all of it reverted"}
with Diagram("Private mempool against MEV", show=False, graph_attr=table):
    with Cluster("Public mempool: all can see", graph_attr={"columns": "sender | tx", "column": "1"}):
        Node("… | …")
        seen = Node("User | buys 10 ETH")
        Node("… | …")
    bundle = {"columns": "sender | “Bundle” of txs", "column": "1"}
    with Cluster("Private Mempool: Flashbots", graph_attr=bundle):
        first = Node("Searcher | buys 10 ETH", style="bold")
        second = Node("Searcher | sells 500 DAI", style="bold")
    with Cluster("Miner: bots come first", graph_attr={"columns": "place | tx", "column": "2"}):
        Node("1 | bot buys 5 ETH", color="red")
        user = Node("2 | user buys 10 ETH")
        Node("3 | bot sells 5 ETH", color="red")
    with Cluster("Miner: order kept", graph_attr={"columns": "place | tx", "column": "2"}):
        kept = Node("1 | buys 10 ETH", style="bold")
        next_one = Node("2 | sells 500 DAI", style="bold")

    seen >> Edge(label="1. seen by bots", color="red") >> user
    first >> Edge(label="2. Promise") >> kept
    second >> next_one
