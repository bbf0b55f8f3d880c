"""Twenty witnesses, one price.

Each node reads a source of its own; the median of all makes one wrong answer harmless.

1. Aggregation: 20 Nodes fetch "Price of ETH" from different APIs (Binance, Coinbase). Commit: the nodes submit their
   value on-chain, even the one that is far off.
2. Consensus: the Smart Contract takes the Median of values, and $9,999 changes nothing. Reward: nodes are paid in LINK
   (the answer's "link") for honest data.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

table = {"form": "table", "marked": "the Median of 20 values", "failure": "far off: no Reward"}
with Diagram("Decentralized price oracle", show=False, graph_attr=table):
    contract = Custom("Smart Contract\non-chain", "icons/material/file-sign.png", side="right")
    price = Custom("Price of ETH\n$3,001", "icons/simple/ethereum.png", side="right")
    with Cluster("Aggregation: 20 Nodes", graph_attr={"columns": "Node | API | Price of ETH | Reward"}):
        rows = [Node("1 | Binance | $3,000 | 1 LINK"), Node("2 … 10 | and others | $3,001 | 1 LINK")]
        middle = Node("11 | Coinbase | $3,001 | 1 LINK", style="bold")
        rows += [Node("12 … 19 | and others | $3,002 | 1 LINK"), Node("20 | broken | $9,999 | none", color="red")]

    middle >> Edge(label="1. Commit") >> contract
    rows >> Edge() >> contract
    contract >> Edge(label="2. Consensus") >> price
