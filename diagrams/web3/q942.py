"""From chain events to an API.

A chain answers "what happened in block N?"; the index turns its logs into rows that answer "what does she own?".

1. Ingest: connect to an ETH Node RPC and follow its logs.
2. Scan: filter logs by `ContractAddress` and `Topic`, and let only those through.
3. Map: apply mapping logic (`Transfer -> UserBalance`) and store the rows in Postgres.
4. Serve: the dApp asks in GraphQL, which is answered from Postgres alone.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.client import Client
from diagrams.onprem.database import PostgreSQL
from diagrams.programming.framework import GraphQL

with Diagram("Blockchain event indexer", show=False):
    eth_node = Custom("ETH Node RPC", "icons/simple/ethereum.png")
    dapp = Client("dApp")

    with Cluster("Indexer"):
        scan = Custom("Scan\nContractAddress, Topic", "icons/material/filter.png")
        mapping = Custom("Map\nTransfer → UserBalance", "icons/material/function-variant.png")

    graphql = GraphQL("GraphQL\nserves")
    postgres = PostgreSQL("Postgres")

    eth_node >> Edge(label="1. Ingest") >> scan
    scan >> Edge(label="2. logs") >> mapping
    mapping >> Edge(label="3. Store", constraint="false") >> postgres
    dapp >> Edge(label="4. query") >> graphql
    graphql >> Edge(label="4. read") >> postgres
