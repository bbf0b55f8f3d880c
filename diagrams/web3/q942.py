"""From chain events to an API.

A chain answers "what happened in block N?"; the index turns its logs into rows that answer "what does he own?".

1. Ingest: connect to an ETH Node RPC and follow its logs.
2. Scan: filter logs by `ContractAddress` and `Topic`; a log of another contract or on another topic is skipped.
3. Map: apply mapping logic (`Transfer -> UserBalance`), and store the rows in Postgres: with a transfer of 4 to him,
   Jo's balance of 3 becomes 7.
4. Serve: GraphQL answers from Postgres alone.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

table = {"form": "table", "marked": "let through, then mapped", "muted": "skipped"}
with Diagram("Blockchain event indexer", show=False, graph_attr=table):
    rpc = Custom("ETH Node RPC\nlogs", "icons/simple/ethereum.png", side="left")
    graphql = Custom("GraphQL", "icons/simple/graphql.png", side="right")
    with Cluster("Scan: filter logs", graph_attr={"columns": "ContractAddress | Topic", "step": "2"}):
        Node("0x51C2 | Transfer", style="dashed")
        Node("0xA0b8 | Approval", style="dashed")
        log = Node("0xA0b8 | Transfer", style="bold")
    with Cluster("Store: Postgres", graph_attr={"columns": "User | Balance"}):
        Node("Bo | 5")
        Node("Cy | 2")
        jo = Node("Jo | 3 → 7", style="bold")

    rpc >> Edge(label="1. Ingest") >> log
    log >> Edge(label="3. Map") >> jo
    jo >> Edge(label="4. Serve") >> graphql
