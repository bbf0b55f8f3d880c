"""A data lake in three zones.

Data gets more useful with each zone that it passes, and the catalog knows the tables of all three.

1. The Raw zone holds immutable original JSON/CSV. A job cleans it and writes it to the Curated zone as Parquet/Avro:
   “€40” becomes 40.00.
2. A second job writes aggregated tables for BI to the Consumer zone.
3. Catalog: AWS Glue / Hive Metastore keeps the schema of every table and the zone that it is in.
"""

from diagrams import Diagram, Edge, Node
from diagrams.aws.analytics import GlueDataCatalog

with Diagram("Data lake zones", show=False, graph_attr={"form": "layers"}):
    raw = Node("Raw\nImmutable JSON/CSV: “€40”")
    curated = Node("Curated\nCleaned Parquet/Avro: 40.00")
    consumer = Node("Consumer\nAggregated tables for BI: May 9,310")
    catalog = GlueDataCatalog("Catalog\nAWS Glue or Hive Metastore", side="right")

    raw >> Edge(label="1. clean") >> curated
    curated >> Edge(label="2. aggregate") >> consumer
    [raw, curated, consumer] >> Edge(label="3. schema") >> catalog
