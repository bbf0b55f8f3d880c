"""From chain events to an API.

A chain answers "what happened in block N?"; the index turns its logs into rows that answer "what does she own?".

1. Ingest: connect to an ETH Node RPC and follow its logs.
2. Scan: filter logs by `ContractAddress` and `Topic`; all others are skipped.
3. Map: apply mapping logic (`Transfer -> UserBalance`), and store the rows in Postgres:
   two transfers to Ann, of 4 and 3, are one balance of 7.
4. Serve: GraphQL answers from Postgres alone.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom
from diagrams.programming.framework import GraphQL

table = {"form": "table", "marked": "let through", "muted": "skipped"}
with Diagram("Blockchain event indexer", show=False, graph_attr=table):
    rpc = Custom("ETH Node RPC\nlogs", "icons/simple/ethereum.png", side="left")
    graphql = GraphQL("GraphQL", side="right")
    with Cluster("Scan", graph_attr={"columns": "ContractAddress | Topic | data", "step": "2"}):
        first = Node("0xA0b8 | Transfer | Ann 4", style="bold")
        second = Node("0xA0b8 | Transfer | Ann 3", style="bold")
        third = Node("0xA0b8 | Transfer | Ben 5", style="bold")
        Node("0x51C2 | Approval | …", style="dashed")
    with Cluster("Store: Postgres", graph_attr={"columns": "UserBalance"}):
        ann = Node("Ann 7")
        ben = Node("Ben 5")

    rpc >> Edge(label="1. Ingest") >> second
    first >> Edge(label="3. Map") >> ann
    second >> Edge() >> ann
    third >> Edge() >> ben
    ann >> Edge(label="4. Serve") >> graphql
    ben >> Edge() >> graphql
