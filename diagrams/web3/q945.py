"""Twenty witnesses, one price.

Each node reads a source of its own; the median of all makes one wrong answer harmless.

1. Aggregation: 20 Nodes fetch "Price of ETH" from different APIs (Binance, Coinbase).
2. Commit: the nodes submit their value on-chain, even the one that is far off.
3. Consensus: the Smart Contract takes the Median of values, and $9,999 changes nothing.
4. Reward: nodes are paid in LINK for honest data.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom

with Diagram("Decentralized price oracle", show=False):
    with Cluster("APIs"):
        binance = Custom("Binance", "icons/material/api.png")
        coinbase = Custom("Coinbase", "icons/material/api.png")
        other = Custom("and others", "icons/material/api.png")

    with Cluster("Aggregation"):
        node_1 = Custom("Node 1\n$3,000", "icons/simple/chainlink.png")
        node_2 = Custom("Node 2…19\n$3,001", "icons/simple/chainlink.png")
        node_20 = Custom("Node 20\n$9,999", "icons/simple/chainlink.png")

    contract = Custom("Smart Contract\nMedian of values", "icons/material/file-sign.png")
    honest = Custom("Honest nodes\npaid in LINK", "icons/simple/chainlink.png")
    price = Custom("Price of ETH\n$3,001", "icons/simple/ethereum.png")

    binance >> Edge(label="1. fetch") >> node_1
    coinbase >> Edge(label="1. fetch") >> node_2
    other >> Edge(label="1. fetch") >> node_20
    [node_1, node_2, node_20] >> Edge(label="2. Commit") >> contract
    contract >> Edge(label="3. Consensus") >> price
    contract >> Edge(label="4. Reward", color="green") >> honest
