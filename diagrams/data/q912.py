"""Schema evolution of Parquet files.

No file is rewritten when a column is added. Metadata files remember which schema applies to which file, and the
reader merges them.

1. Discovery: the crawler detects new columns in file B.
2. The crawler adds Schema v2 to the metadata files of the table format: Apache Iceberg / Hudi / Delta Lake.
3. Metadata files track that Schema v1 applies to file A and Schema v2 applies to file B.
4. Merge on read: rows of file A get a null in the columns that only file B has.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.aws.analytics import GlueCrawlers

table = {"form": "table", "marked": "the new column", "muted": "null, filled in by the reader"}
with Diagram("Schema evolution in Parquet", show=False, graph_attr=table):
    with Cluster("Iceberg / Hudi / Delta metadata", graph_attr={"columns": "file | schema", "column": "1"}):
        v1 = Node("A | v1")
        v2 = Node("B | v2", style="bold")
    with Cluster("Parquet file A, v1", graph_attr={"columns": "id | name", "column": "2"}):
        row_a = Node("1 | Ann")
    with Cluster("Parquet file B, v2", graph_attr={"columns": "id | name | mail", "column": "2"}):
        row_b = Node("2 | Ben | b@x", style="bold")
    crawler = GlueCrawlers("Crawler\nDiscovery", column="2")
    with Cluster("Merge on read", graph_attr={"columns": "id | name | mail", "column": "3"}):
        one = Node("1 | Ann | null", style="dashed")
        two = Node("2 | Ben | b@x", style="bold")

    row_b >> Edge(label="1. new column") >> crawler
    crawler >> Edge(label="2. add v2") >> v2
    v1 >> Edge(label="3. applies") >> row_a
    v2 >> row_b
    row_a >> Edge(label="4. null") >> one
    row_b >> two
