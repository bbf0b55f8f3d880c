"""From chain events to an API.

A chain answers "what happened in block N?"; the index turns its logs into rows that answer "what does she own?".

1. Ingest: connect to an ETH Node RPC and follow its logs. Scan: filter them by `ContractAddress` and `Topic`; all
   others are skipped. Map: apply mapping logic (`Transfer -> UserBalance`).
2. Store the rows in Postgres. Serve: GraphQL answers from Postgres alone.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.programming.framework import GraphQL

table = {"form": "table", "marked": "Scan: let through", "muted": "Scan: skipped"}
with Diagram("Blockchain event indexer", show=False, graph_attr=table):
    graphql = GraphQL("GraphQL", side="right")
    with Cluster("Ingest: ETH Node RPC, logs", graph_attr={"columns": "ContractAddress | Topic | data"}):
        first = Node("0xA0b8 | Transfer | to Ann 9", style="bold")
        second = Node("0xA0b8 | Transfer | Ann to Ben 5", style="bold")
        Node("0x51C2 | Approval | …", style="dashed")
    with Cluster("Store: Postgres", graph_attr={"columns": "UserBalance | USDC"}):
        ann = Node("Ann | 4")
        ben = Node("Ben | 5")

    first >> Edge(label="1. Map") >> ann
    second >> ben
    ann >> Edge(label="2. Serve") >> graphql
    ben >> graphql
