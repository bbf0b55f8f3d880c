"""A data lake in three zones.

Data gets more useful with each zone that it passes, and the catalog knows the tables of all three.

1. Sources land their data in the Raw zone: immutable original JSON/CSV.
2. A job cleans the data and writes it to the Curated zone as Parquet/Avro.
3. A second job writes aggregated tables for BI to the Consumer zone.
4. Catalog: AWS Glue / Hive Metastore keeps schema and place of every table.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.aws.analytics import GlueDataCatalog
from diagrams.aws.storage import S3

with Diagram("Data lake zones", show=False, graph_attr={"form": "layers"}):
    with Cluster("Consumer"):
        consumer = S3("revenue\naggregated for BI: 05-01 | € 48,210")
    with Cluster("Curated"):
        curated = S3("orders.parquet\ncleaned Parquet/Avro: 17 | 40.00")
    with Cluster("Raw"):
        raw = S3("orders.json\nimmutable JSON/CSV: {“id”: 17}")
    sources = Node("Sources\nshop, app, logs")
    catalog = GlueDataCatalog("Catalog\nAWS Glue / Hive Metastore", side="right")

    sources >> Edge(label="1. land") >> raw
    raw >> Edge(label="2. clean") >> curated
    curated >> Edge(label="3. aggregate") >> consumer
    raw - Edge(label="4. schema", style="dotted") - catalog
    curated - Edge(style="dotted") - catalog
    consumer - Edge(style="dotted") - catalog
