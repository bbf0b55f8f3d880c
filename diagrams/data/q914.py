"""Delete one person from a data lake.

The red way rewrites the whole file for every request. The other one writes a Tombstone, which hides the row at once;
the file is rewritten later, once for many requests.

1. Problem: deleting 1 row from Parquet is expensive, since a 1GB file has to be rewritten.
2. Solution: a Delta Lake DELETE only writes a Tombstone record. Readers skip the row from now on, though the file still
   holds it.
3. An async job rewrites the file without all rows that have a Tombstone, and VACUUM deletes the old file, which
   physically removes the data. (The answer lets VACUUM do both; in Delta Lake the rewriting is OPTIMIZE or REORG.)
"""

from diagrams import Cluster, Diagram, Edge, Node

table = {"form": "table", "failure": "to be erased (GDPR)"}
with Diagram("GDPR deletion pipeline", show=False, graph_attr=table):
    with Cluster("Parquet a, 1GB", graph_attr={"columns": "id | name"}):
        ben = Node("1 | Ben", color="red")
        Node("2 | Ann")
        Node("3 | Cem")
        before = Node("… | 10M")
    with Cluster("Delta Lake", graph_attr={"columns": "Tombstone"}):
        tombstone = Node("a, row 1", style="bold")
    with Cluster("Parquet b", graph_attr={"columns": "id | name"}):
        cleaned = Node("2 | Ann")
        Node("3 | Cem")
        after = Node("… | 10M")

    before >> Edge(label="1. rewrite 1GB", color="red") >> after
    ben >> Edge(label="2. DELETE") >> tombstone
    tombstone >> Edge(label="3. async VACUUM") >> cleaned
