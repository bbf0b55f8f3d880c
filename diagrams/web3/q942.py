"""From chain events to an API.

A chain answers "what happened in block N?"; the index turns its logs into rows that answer "what does she own?".

1. Ingest: connect to an ETH Node RPC and follow its logs.
2. Scan: filter logs by `ContractAddress` and `Topic`; all others are skipped.
3. Map: apply mapping logic (`Transfer -> UserBalance`), and store the rows in Postgres.
4. Serve: GraphQL answers from Postgres alone.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.programming.framework import GraphQL

table = {"form": "table", "marked": "Scan: let through", "muted": "Scan: skipped"}
with Diagram("Blockchain event indexer", show=False, graph_attr=table):
    graphql = GraphQL("GraphQL", side="right")
    ingest = {"columns": "ContractAddress | Topic | data", "step": "1"}
    with Cluster("Ingest: ETH Node RPC, logs", graph_attr=ingest):
        first = Node("0xA0b8 | Transfer | to Ann 4", style="bold", step="2")
        second = Node("0xA0b8 | Transfer | to Ben 5", style="bold", step="2")
        Node("0x51C2 | Approval | …", style="dashed", step="2")
    with Cluster("Store: Postgres", graph_attr={"columns": "UserBalance | USDC"}):
        ann = Node("Ann | 4")
        ben = Node("Ben | 5")

    first >> Edge(label="3. Map") >> ann
    second >> Edge() >> ben
    ann >> Edge(label="4. Serve") >> graphql
    ben >> Edge() >> graphql
