"""Three GDPR delete requests, one rewrite.

Parquet alone rewrites a whole file for every request. A Tombstone hides the row at once, and the file is rewritten
later, once for many requests.

1. Problem: deleting 1 row from Parquet is expensive, since a 1GB file has to be rewritten, each time.
2. Solution: a Delta Lake DELETE only writes a Tombstone record. Readers skip the row from now on, though the file still
   holds it.
3. An async job rewrites the file once, without all rows that have a Tombstone. A week later, when no reader uses the
   old file any more, VACUUM deletes it, which physically removes the data. (The answer lets VACUUM rewrite too; in
   Delta Lake, OPTIMIZE or REORG rewrites, and VACUUM only deletes the files that nothing refers to.)
"""

from diagrams import Cluster, Diagram, Node
from diagrams.custom import Custom

scale = {
    "form": "scale",
    "from": "-1.5",
    "to": "21",
    "ticks": "0|3|6|9|16",
    "axis": "days",
    "failure": "expensive, for each request",
    "reply": "cheap, only a Tombstone",
    "marked": "once for all three requests",
}
with Diagram("GDPR deletion pipeline", show=False, graph_attr=scale):
    with Cluster("Problem: rewrite Parquet", graph_attr={"step": "1"}):
        for name, asked in {"Ann": 0, "Ben": 3, "Cem": 6}.items():
            Node(f"{name}\n1GB", at=str(asked), color="red")
    with Cluster("Solution: DELETE writes Tombstone", graph_attr={"step": "2"}):
        for name, asked in {"Ann": 0, "Ben": 3, "Cem": 6}.items():
            Custom(name, "icons/material/grave-stone.png", at=str(asked), color="green")
    with Cluster("Async job", graph_attr={"step": "3"}):
        Node("rewrite\n1GB", at="9", style="bold")
        Node("VACUUM\ndeletes old file", at="16", style="bold")
    with Cluster("Ann’s row in Delta Lake"):
        Node("hidden by its Tombstone", start="0", end="16", style="dashed")
        Node("gone", start="16")
