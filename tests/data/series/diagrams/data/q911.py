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
from diagrams.onprem.compute import Server

with Diagram("Data lake zones", show=False):
    sources = Server("Sources")
    with Cluster("Zones"):
        raw = S3("Raw\nimmutable JSON / CSV")
        curated = S3("Curated\nParquet / Avro")
        consumer = S3("Consumer\naggregated tables for BI")
    catalog = GlueDataCatalog("Catalog\nAWS Glue / Hive Metastore")

    sources >> Edge(label="1. land") >> raw
    raw >> Edge(label="2. clean") >> curated
    curated >> Edge(label="3. aggregate") >> consumer
    raw - Edge(label="4. schemas", style="dotted") - catalog
    curated - Edge(style="dotted", constraint="false") - catalog
    catalog - Edge(style="dotted") - consumer
