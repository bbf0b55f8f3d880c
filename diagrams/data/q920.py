"""Data lineage as a graph.

Each job's SQL becomes edges between tables. Whoever sees bad data follows the edges and knows all that it has spoilt.

1. Ingest: the SQL Parser reads the SQL of every job that runs and extracts the FROM / JOIN tables. They
   become edges of the graph.
2. Graph: Table X, which has bad data, is read by Job A.
3. Job A writes Table Y. Visual: "Table Y is tainted because Table X has bad data".
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom

with Diagram("Data lineage", show=False, graph_attr={"failure": "Visual: bad data spreads"}):
    parser = Custom("SQL Parser\nextracts FROM/JOIN", "icons/material/database-search-outline.png")
    with Cluster("Graph"):
        table_x = Custom("Table X\nbad data", "icons/material/table-alert.png")
        job = Custom("Job A\nreads X, writes Y", "icons/material/cog-outline.png")
        table_y = Custom("Table Y\ntainted by X", "icons/material/table-alert.png")

    parser >> Edge(label="1. Ingest", lhead="cluster_Graph") >> table_x
    table_x >> Edge(label="2. read by", color="red") >> job
    job >> Edge(label="3. writes", color="red") >> table_y
