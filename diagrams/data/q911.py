"""A data lake in three zones.

Data gets more useful with each zone that it passes, and the catalog knows the tables of all three.

1. The Raw zone holds immutable original JSON/CSV. A job cleans it and writes it to the Curated zone as Parquet/Avro:
   “€40” becomes 40.00.
2. A second job writes aggregated tables for BI to the Consumer zone.
3. Catalog: AWS Glue / Hive Metastore keeps the schema of every table and the zone that it is in.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.aws.analytics import GlueDataCatalog
from diagrams.custom import Custom

with Diagram("Data lake zones", show=False, graph_attr={"form": "layers"}):
    with Cluster("Raw"):
        raw = Custom("Immutable JSON/CSV\n“€40”", "icons/material/code-json.png")
    with Cluster("Curated"):
        curated = Custom("Cleaned Parquet/Avro\n40.00", "icons/material/table.png")
    with Cluster("Consumer"):
        consumer = Custom("Aggregated tables for BI\nMay: 9,310", "icons/material/chart-bar.png")
    catalog = GlueDataCatalog("Catalog\nAWS Glue or Hive Metastore", side="right")

    raw >> Edge(label="1. clean") >> curated
    curated >> Edge(label="2. aggregate") >> consumer
    [raw, consumer] >> Edge(label="3.") >> catalog
    curated >> Edge(label="3. schema") >> catalog
