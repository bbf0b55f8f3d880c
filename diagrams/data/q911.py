"""A data lake in three zones.

Data gets more useful with each zone that it passes, and the catalog knows the tables of all three.

1. The Raw zone holds immutable original JSON/CSV. A job cleans it and writes it to the Curated zone as
   Parquet/Avro: €40 becomes 40.00.
2. A second job writes aggregated tables for BI to the Consumer zone.
3. Catalog: AWS Glue / Hive Metastore keeps the schema of every table and the zone that it is in.
"""

from diagrams import Cluster, Diagram, Edge, Node

with Diagram("Data lake zones", show=False, graph_attr={"form": "table"}):
    with Cluster("Raw: immutable JSON/CSV", graph_attr={"columns": "original", "column": "1"}):
        raw = Node("Ann, May 3, €40")
        Node("ben;05/04;25 EUR")
        Node("…")
    with Cluster("Curated: cleaned Parquet/Avro", graph_attr={"columns": "buyer | sold | euros", "column": "2"}):
        curated = Node("Ann | May 3 | 40.00")
        Node("Ben | May 4 | 25.00")
        Node("… | … | …")
    with Cluster("Consumer: tables for BI", graph_attr={"columns": "month | aggregated", "column": "3"}):
        consumer = Node("May | 9,310")
        Node("June | 8,720")
        Node("… | …")
    known = {"columns": "zone | schema", "column": "2", "step": "3"}
    with Cluster("Catalog: AWS Glue / Hive Metastore", graph_attr=known):
        Node("Raw | original")
        Node("Curated | buyer, sold, euros")
        Node("Consumer | month, aggregated")

    raw >> Edge(label="1. clean") >> curated
    curated >> Edge(label="2. aggregate") >> consumer
