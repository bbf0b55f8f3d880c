"""Data lineage as a graph.

Each job's SQL becomes edges between tables. Whoever sees bad data follows the edges and knows all that it has spoilt.

1. Ingest: every query that runs is handed to the SQL Parser.
2. The parser extracts the FROM / JOIN tables and the table that is written.
3. Graph: Job A reads Table X.
4. Job A writes Table Y.
5. Table X has bad data, so everything that is made of it is tainted.
6. Visual: the map shows that Table Y is tainted because Table X has bad data.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

with Diagram("Data lineage", show=False):
    query = Node("SQL of Job A\nINSERT … FROM X")
    parser = Custom("SQL Parser\nFROM / JOIN tables", "icons/material/database-search-outline.png")
    with Cluster("Graph"):
        table_x = Custom("Table X\nbad data", "icons/material/table-alert.png")
        job = Custom("Job A", "icons/material/cog-outline.png")
        table_y = Custom("Table Y\ntainted", "icons/material/table-alert.png")
    visual = Custom("Visual\nlineage map", "icons/material/monitor-eye.png")

    query >> Edge(label="1. ingest") >> parser
    parser >> Edge(label="2. extract", constraint="false") >> job
    table_x >> Edge(label="3. reads") >> job
    job >> Edge(label="4. writes") >> table_y
    table_x >> Edge(label="5. taints", color="red", constraint="false") >> table_y
    table_y >> Edge(label="6. shown") >> visual
