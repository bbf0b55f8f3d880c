"""A data lake in three zones.

Data gets more useful with each zone that it passes, and the catalog knows the tables of all three.

1. The Raw zone holds immutable original JSON/CSV. A job cleans it and writes it to the Curated zone as
   Parquet/Avro: €40 becomes 40.00.
2. A second job writes aggregated tables for BI to the Consumer zone.
3. Catalog: AWS Glue / Hive Metastore keeps the schema of every table and the zone that it is in.
"""

from diagrams import Cluster, Diagram, Edge, Node

zones = "Raw: immutable JSON/CSV", "Curated: cleaned Parquet/Avro", "Consumer: tables for BI"
with Diagram("Data lake zones", show=False, graph_attr={"form": "table"}):
    with Cluster(zones[0], graph_attr={"columns": "original line", "column": "1"}):
        raw = Node("Ann, May 3, €40")
        Node("ben;05/04;25 EUR")
        Node("…")
    with Cluster(zones[1], graph_attr={"columns": "buyer | sold | euros", "column": "2"}):
        curated = Node("Ann | May 3 | 40.00")
        Node("Ben | May 4 | 25.00")
        Node("… | … | …")
    with Cluster(zones[2], graph_attr={"columns": "month | total euros", "column": "3"}):
        Node("April | 8,720")
        consumer = Node("May | 9,310")
        Node("… | …")
    known = {"columns": "zone | schema", "column": "2", "step": "3"}
    with Cluster("Catalog: AWS Glue / Hive Metastore", graph_attr=known):
        Node("Raw | original line")
        Node("Curated | buyer, sold, euros")
        Node("Consumer | month, total euros")

    raw >> Edge(label="1. clean", ltail=f"cluster_{zones[0]}", lhead=f"cluster_{zones[1]}") >> curated
    curated >> Edge(label="2. aggregate", ltail=f"cluster_{zones[1]}", lhead=f"cluster_{zones[2]}") >> consumer
