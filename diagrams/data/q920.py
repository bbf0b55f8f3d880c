"""Data lineage as a graph.

Each job's SQL becomes edges between tables. Whoever sees bad data follows the edges and knows all that it has spoilt.

1. Graph: Job A reads Table X, writes Table Y. Table X has bad data, so what is made of it is tainted.
2. Ingest: the SQL of every job that runs is handed to the SQL Parser.
3. The parser extracts the FROM / JOIN tables, and the edges of the graph are drawn.
4. Visual: "Table Y is tainted because Table X has bad data".
"""

from diagrams import Diagram, Edge
from diagrams.custom import Custom

with Diagram("Data lineage", show=False, graph_attr={"failure": "bad data spreads"}):
    table_x = Custom("Table X\nbad data", "icons/material/table-alert.png")
    job = Custom("Job A", "icons/material/cog-outline.png")
    table_y = Custom("Table Y\ntainted", "icons/material/table-alert.png")
    parser = Custom("SQL Parser\nFROM / JOIN tables", "icons/material/database-search-outline.png")
    visual = Custom("Visual\nY is tainted because of X", "icons/material/monitor-eye.png")

    table_x >> Edge(label="1. reads", color="red") >> job
    job >> Edge(label="1. writes", color="red") >> table_y
    job >> Edge(label="2. its SQL") >> parser
    parser >> Edge(label="3. X → A → Y") >> visual
    table_y >> Edge(label="4. tainted", color="red") >> visual
