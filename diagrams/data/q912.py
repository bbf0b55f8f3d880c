"""Schema evolution of Parquet files.

No file is rewritten when a column is added. Metadata files remember which schema applies to which file, and the
reader merges them.

1. Discovery: the crawler detects new columns in file B and adds Schema v2 to the metadata files of the table format:
   Apache Iceberg / Hudi / Delta Lake.
2. Metadata files track that Schema v1 applies to file A and Schema v2 applies to file B.
3. Merge on read: rows of file A get a null in the columns that only file B has.
"""

from diagrams import Cluster, Diagram, Edge, Node

table = {"form": "table", "marked": "the new column", "muted": "null, filled in by the reader"}
with Diagram("Schema evolution in Parquet", show=False, graph_attr=table):
    with Cluster("Iceberg / Hudi / Delta metadata", graph_attr={"columns": "file | Schema", "column": "1"}):
        v1 = Node("A | v1")
        v2 = Node("B | v2", style="bold")
    with Cluster("Parquet file A", graph_attr={"columns": "id | name", "column": "2"}):
        row_a = Node("1 | Ann")
    with Cluster("Parquet file B", graph_attr={"columns": "id | name | mail", "column": "2"}):
        row_b = Node("2 | Ben | b@x", style="bold")
    with Cluster("Merge on read", graph_attr={"columns": "id | name | mail", "column": "3"}):
        one = Node("1 | Ann | null", style="dashed")
        two = Node("2 | Ben | b@x", style="bold")

    row_b >> Edge(label="1. Crawler") >> v2
    v1 >> Edge(label="2. applies") >> row_a
    row_a >> Edge(label="3. null") >> one
    row_b >> two
