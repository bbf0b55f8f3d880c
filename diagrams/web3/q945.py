"""Twenty witnesses, one price.

Each node reads a source of its own; the median of all makes one wrong answer harmless.

1. Aggregation: 20 Nodes fetch "Price of ETH" from different APIs (Binance, Coinbase). Commit: the nodes submit their
   value on-chain, even the one that is far off.
2. Consensus: the Smart Contract takes the Median of values (of twenty, the mean of the two in the middle), and
   $9,999 changes nothing. Reward: nodes near the Consensus are paid in LINK (the answer's "link") for honest data; the
   one far off gets nothing.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

table = {"form": "table", "marked": "the Median of 20 values", "failure": "far off: no Reward"}
with Diagram("Decentralized price oracle", show=False, graph_attr=table):
    with Cluster("Aggregation by 20 Nodes", graph_attr={"columns": "Node | API | Price of ETH"}):
        Node("1 | Binance | $3,000")
        median = Node("2 | Coinbase | $3,001", style="bold")
        Node("3 | Binance | $9,999", color="red")
        Node("4 | Coinbase | $3,002")
        Node("5–20 | … | about $3,000")
    name = "Smart Contract\nConsensus: takes Median of values, $3,001"
    contract = Custom(name, "icons/material/file-sign.png", side="right")
    honest = Custom("Honest Nodes\nReward: 1 LINK", "icons/material/server.png", side="right")

    median >> Edge(label="1. Commit on-chain", ltail="cluster_Aggregation by 20 Nodes") >> contract
    contract >> Edge(label="2. pay in LINK") >> honest
