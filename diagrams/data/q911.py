"""A data lake in three zones.

Data gets more useful with each zone that it passes, and the catalog knows the tables of all three.

1. Sources land their data in the Raw zone: immutable original JSON/CSV.
2. A job cleans the data and writes it to the Curated zone as Parquet/Avro.
3. A second job writes aggregated tables for BI to the Consumer zone.
4. Catalog: AWS Glue / Hive Metastore keeps schema and place of every table.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.aws.analytics import GlueDataCatalog
from diagrams.aws.storage import S3
from diagrams.custom import Custom

with Diagram("Data lake zones", show=False, graph_attr={"form": "layers"}):
    with Cluster("Consumer"):
        consumer = S3("revenue: aggregated for BI\n1 May: € 48")
    with Cluster("Curated"):
        curated = S3("orders: cleaned, Parquet/Avro\n17: € 40.00, 18: € 8.00")
    with Cluster("Raw"):
        raw = S3("orders: immutable JSON/CSV\n{“id”: 17, “eur”: “40”} {“id”: 18, “eur”: “8”}")
    sources = Custom("Sources\nshop, app, logs", "icons/material/cellphone.png")
    catalog = GlueDataCatalog("Catalog\nAWS Glue / Hive Metastore", side="right")

    sources >> Edge(label="1. land") >> raw
    raw >> Edge(label="2. clean") >> curated
    curated >> Edge(label="3. aggregate") >> consumer
    consumer >> Edge(label="4. schema") >> catalog
    curated >> catalog
    raw >> catalog
