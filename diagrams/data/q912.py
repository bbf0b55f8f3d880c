"""Schema evolution of Parquet files.

No file is rewritten when a column is added. Metadata files remember which schema applies to which file, and the
reader merges them.

1. Discovery: the crawler detects new columns in file B and adds Schema v2 to the metadata files of the table format:
   Apache Iceberg / Hudi / Delta Lake. They track that Schema v1 applies to file A and Schema v2 applies to file B.
2. Merge on read: the rows of both files become one table. Schema v1 of file A has no mail, so the reader must add
   null to its rows.
"""

from diagrams import Cluster, Diagram, Edge, Node

names = "Discovery in Parquet files", "Iceberg / Hudi / Delta Lake", "Merge on read"
table = {"form": "table", "marked": "Schema v2, with the new column", "muted": "filled up with null"}
with Diagram("Schema evolution in Parquet", show=False, graph_attr=table):
    with Cluster(names[0], graph_attr={"columns": "file | id | name | mail"}):
        Node("A | 1 | Ann | no column")
        row_b = Node("B | 2 | Ben | b@x", style="bold")
    with Cluster(names[1], graph_attr={"columns": "Schema metadata | applies to"}):
        v1 = Node("v1: id, name | file A")
        v2 = Node("v2: + mail | file B", style="bold")
    with Cluster(names[2], graph_attr={"columns": "id | name | mail"}):
        one = Node("1 | Ann | null", style="dashed")
        Node("2 | Ben | b@x", style="bold")

    row_b >> Edge(label="1. Crawler") >> v2
    v1 >> Edge(label="2. add null", ltail=f"cluster_{names[1]}", lhead=f"cluster_{names[2]}") >> one
