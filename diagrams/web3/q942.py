"""From chain events to an API.

A chain answers "what happened in block N?"; the index turns its logs into rows that answer "what does she own?".

1. Ingest: connect to an ETH Node RPC and follow its logs. Scan: filter them by `ContractAddress` and `Topic`; all
   others are skipped.
2. Map: apply mapping logic (`Transfer -> UserBalance`) and store the rows in Postgres.
3. Serve: the dApp asks in GraphQL, which is answered from Postgres alone.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom
from diagrams.programming.framework import GraphQL

table = {"form": "table", "marked": "Scan: let through", "muted": "Scan: skipped"}
with Diagram("Blockchain event indexer", show=False, graph_attr=table):
    graphql = GraphQL("GraphQL\nserves", side="right")
    dapp = Custom("dApp", "icons/material/cellphone.png", side="right")
    with Cluster("ETH Node RPC: logs", graph_attr={"columns": "ContractAddress | Topic | data"}):
        first = Node("0xA0b8 | Transfer | to Ann 9", style="bold")
        second = Node("0xA0b8 | Transfer | Ann to Ben 5", style="bold")
        Node("0x51C2 | Approval | …", style="dashed", step="1")
    with Cluster("Postgres: UserBalance", graph_attr={"columns": "user | balance"}):
        ann = Node("Ann | 4")
        ben = Node("Ben | 5")

    first >> Edge(label="2. Map") >> ann
    second >> ben
    graphql >> Edge(label="3. read") >> ben
    dapp >> Edge(label="3. query") >> graphql
