"""Schema evolution of Parquet files.

No file is rewritten when a column is added. Metadata files remember which schema applies to which file, and the
reader merges them.

1. Discovery: the crawler detects new columns in file B.
2. The crawler adds Schema v2 to the metadata of the table format: Apache Iceberg / Hudi / Delta Lake.
3. Metadata files track that Schema v1 applies to file A and Schema v2 applies to file B.
4. Merge on read: rows of file A get a null in the columns that only file B has.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.aws.analytics import GlueCrawlers
from diagrams.custom import Custom
from diagrams.onprem.client import Client

with Diagram("Schema evolution in Parquet", show=False):
    with Cluster("Iceberg / Hudi / Delta Lake"):
        schema_v1 = Custom("Schema v1\nmetadata file", "material/table")
        schema_v2 = Custom("Schema v2\nmetadata file", "material/table-column-plus-after")
    with Cluster("Parquet files"):
        file_a = Custom("file A\nid, name", "simple/apacheparquet")
        file_b = Custom("file B\nid, name, email", "simple/apacheparquet")
    crawler = GlueCrawlers("Crawler")
    reader = Client("Merge on read\nid, name, email")

    file_b >> Edge(label="1. new columns", constraint="false") >> crawler
    schema_v2 << Edge(label="2. add v2") << crawler
    schema_v1 >> Edge(label="3. applies to") >> file_a
    schema_v2 >> Edge(label="3. applies to") >> file_b
    [file_a, file_b] >> Edge(label="4.") >> reader
