"""Twenty witnesses, one price.

Each node reads a source of its own; the median of all makes one wrong answer harmless.

1. Aggregation: 20 Nodes fetch "Price of ETH" from different APIs (Binance, Coinbase). Commit: the nodes submit their
   value on-chain, even the one that is far off.
2. Consensus: the Smart Contract takes the Median of values, and $9,999 changes nothing.
3. pay: nodes are paid in LINK (the answer's "link") for honest data.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

table = {"form": "table", "marked": "the Median of 20 values", "failure": "far off: no Reward"}
with Diagram("Decentralized price oracle", show=False, graph_attr=table):
    name = "Consensus: Median\nSmart Contract: $3,001"
    contract = Custom(name, "icons/material/file-sign.png", side="right", step="2")
    honest = Custom("Reward: 1 LINK\nto honest nodes", "icons/material/server.png", side="right")
    with Cluster("Aggregation: 20 Nodes", graph_attr={"columns": "Node | API | Price of ETH"}):
        low = Node("1 | Binance | $3,000", step="2")
        middle = Node("2 | Coinbase | $3,001", style="bold", step="2")
        high = Node("3 | broken | $9,999", color="red")
        others = Node("4 … 20 | Kraken, … | $2,998–$3,004", step="2")

    middle >> Edge(label="1. Commit") >> contract
    [low, high, others] >> Edge() >> contract
    contract >> Edge(label="3. pay") >> honest
