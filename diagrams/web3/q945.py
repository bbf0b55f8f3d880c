"""Twenty witnesses, one price.

Each node reads a source of its own; the median of all makes one wrong answer harmless.

1. Aggregation: 20 Nodes fetch "Price of ETH" from different APIs (Binance, Coinbase). Commit: the nodes submit their
   value on-chain, even the one that is far off.
2. Consensus: the Smart Contract takes the Median of values (of twenty, the mean of the two in the middle), and
   $9,999 changes nothing.
3. Reward: nodes near the Consensus are paid in LINK (the answer's "link") for honest data; the one far off gets
   nothing.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

table = {"form": "table", "marked": "the Median of 20 values", "failure": "far off: no Reward"}
with Diagram("Decentralized price oracle", show=False, graph_attr=table):
    contract = Custom(
        "Smart Contract\nConsensus: takes Median of values, $3,001",
        "icons/material/file-sign.png",
        side="right",
        step="2",
    )
    honest = Custom("honest Nodes\nReward: 1 LINK", "icons/material/server.png", side="right")
    with Cluster("Aggregation", graph_attr={"columns": "Node | API | Price of ETH"}):
        nodes = [
            Node("1 | Binance | $3,000", step="1"),
            Node("2 | Coinbase | $3,001", style="bold", step="1"),
            Node("3 | Binance | $9,999", color="red", step="1"),
            Node("4 | Coinbase | $3,002", step="1"),
            Node("5–20 | … | about $3,000", step="1"),
        ]

    nodes[0] >> Edge(label="1. Commit on-chain") >> contract
    nodes[1:] >> Edge() >> contract
    contract >> Edge(label="3. pay in LINK") >> honest
