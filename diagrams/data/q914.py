"""Rewrite once, not once per person.

Parquet alone rewrites a whole file for every request. A Tombstone hides the row at once, and the file is rewritten
later, once for many requests.

1. Problem: deleting 1 row from Parquet is expensive, since a 1GB file has to be rewritten, each time.
2. Solution: a Delta Lake DELETE only writes a Tombstone record. Readers skip the row from now on, though the file still
   holds it.
3. An async job rewrites the files without all rows that have a Tombstone, and VACUUM deletes the old ones, which
   physically removes the data. (The answer lets VACUUM do both; in Delta Lake the rewriting is OPTIMIZE or REORG.)
"""

from diagrams import Cluster, Diagram, Node
from diagrams.custom import Custom

scale = {
    "form": "scale",
    "from": "-8",
    "to": "148",
    "ticks": "0|30|60|90|120",
    "axis": "minutes",
    "failure": "expensive, for each request",
    "marked": "the same file, once for all three",
}
with Diagram("GDPR deletion pipeline", show=False, graph_attr=scale):
    with Cluster("Problem: rewrite Parquet", graph_attr={"step": "1"}):
        for name, asked in {"Ann": 0, "Ben": 30, "Cem": 60}.items():
            Node(f"{name}: 1GB", start=str(asked), end=str(asked + 28), color="red")
    with Cluster("Solution: DELETE", graph_attr={"step": "2"}):
        for name, asked in {"Ann": 0, "Ben": 30, "Cem": 60}.items():
            Custom(name, "icons/material/grave-stone.png", at=str(asked))
    with Cluster("Async VACUUM", graph_attr={"step": "3"}):
        Node("All: 1GB", start="90", end="118", style="bold")
    with Cluster("Ann's row in Delta Lake"):
        Node("hidden by its Tombstone", start="0", end="118", style="dashed")
        Node("gone", start="118")
