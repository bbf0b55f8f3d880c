"""Data lineage as a graph.

Each job's SQL becomes edges between tables. Whoever sees bad data follows the edges and knows all that it has spoilt.

1. Every query that runs is handed to the lineage system.
2. Ingest: the SQL Parser extracts the FROM / JOIN tables and the table written.
3. Graph: Job A reads Table X …
4. … and writes Table Y.
5. Visual: the map shows that Table Y is tainted because Table X has bad data.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

with Diagram("Data lineage", show=False):
    query = Node("INSERT INTO Y\nSELECT … FROM X")
    parser = Custom("SQL Parser\nFROM / JOIN tables", "material/database-search-outline")
    with Cluster("Graph"):
        table_x = Custom("Table X\nhas bad data", "material/table-alert")
        job = Custom("Job A", "material/cog-outline")
        table_y = Custom("Table Y\ntainted", "material/table-alert")
    visual = Custom("Visual\nlineage map", "material/monitor-eye")

    query >> Edge(label="1. ingest") >> parser
    parser >> Edge(label="2. extract") >> table_x
    table_x >> Edge(label="3. reads") >> job
    job >> Edge(label="4. writes") >> table_y
    table_x >> Edge(label="5. taints", color="red", constraint="false") >> table_y
    table_y >> Edge(label="5. shown") >> visual
