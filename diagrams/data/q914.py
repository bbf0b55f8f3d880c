"""Delete one person from a data lake.

The upper path is quick and hides the row at once; the lower file is rewritten later, once for many deletions.

1. Problem: deleting 1 row from Parquet is expensive, for it means to rewrite a 1GB file.
2. Solution: the erasure request becomes a Delta Lake DELETE.
3. The DELETE only writes a Tombstone record, so that readers skip the row from now on.
4. An async VACUUM job collects the Tombstones.
5. VACUUM reads the old file.
6. It rewrites the file without the row, which physically removes the data.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.client import User

with Diagram("GDPR deletion pipeline", show=False):
    person = User("Erasure request\nGDPR")
    with Cluster("At once"):
        delete = Custom("DELETE\nDelta Lake", "material/delta")
        tombstone = Custom("Tombstone record", "material/grave-stone")
    old_file = Custom("Parquet file\n1 GB, holds the row", "simple/apacheparquet")
    with Cluster("Later"):
        vacuum = Custom("VACUUM\nasync job", "material/broom")
        new_file = Custom("Rewritten file\nrow removed", "simple/apacheparquet")

    person >> Edge(label="1. rewrite 1GB", color="red") >> old_file
    person >> Edge(label="2. request") >> delete
    delete >> Edge(label="3. write") >> tombstone
    tombstone >> Edge(label="4. collect") >> vacuum
    old_file >> Edge(label="5. read") >> vacuum
    vacuum >> Edge(label="6. rewrite") >> new_file
