"""Delete one person from a data lake.

Two ways lead to the same file. The red one rewrites it for every request; the other one hides the row at once and
rewrites the file later, once for many requests.

1. Problem: deleting 1 row from Parquet is expensive, since a 1GB file has to be rewritten.
2. Solution: the erasure request becomes a Delta Lake DELETE.
3. The DELETE only writes a Tombstone record, and readers skip the row from now on.
4. Later one job rewrites the files of many Tombstones. (The answer lets VACUUM do it; in Delta Lake that is
   OPTIMIZE or REORG.)
5. The async VACUUM job deletes the old files, which physically removes the data.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.client import User

with Diagram("GDPR deletion pipeline", show=False):
    person = User("Request\nGDPR erasure")
    with Cluster("Delta Lake"):
        delete = Custom("DELETE\n1 row", "icons/material/delta.png")
        tombstone = Custom("Tombstone\nrecord", "icons/material/grave-stone.png")
        vacuum = Custom("Rewrite, VACUUM\nasync job", "icons/material/broom.png")
    parquet = Custom("Parquet file\n1 GB", "icons/simple/apacheparquet.png")

    person >> Edge(label="2. delete") >> delete
    delete >> Edge(label="3. write") >> tombstone
    tombstone >> Edge(label="4. collect") >> vacuum
    vacuum >> Edge(label="5. remove old", constraint="false") >> parquet
    tombstone >> Edge(style="invis") >> parquet
    person >> Edge(label="1. rewrite", color="red") >> parquet
