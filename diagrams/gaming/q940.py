"""One save slot for all devices.

Each device writes to the same slot in the cloud; when two have played on their own, the later save wins, whichever
arrives first.

1. Mobile was played last and uploads its save, to the Storage: `SaveSlot_1` in the Cloud Key-Value store. Schema:
   Binary Blob or JSON? Either way every platform must be able to read it.
2. The PC, offline until now, uploads an older save.
3. Conflict: a timestamp check finds 10:00 older than 10:05; the save is rejected, and the PC is told so.
4. The Console loads the slot and goes on where the phone stopped.
"""

from diagrams import Diagram, Edge
from diagrams.custom import Custom

with Diagram("Cross-platform saves", show=False, graph_attr={"form": "sequence", "failure": "older"}):
    pc = Custom("PC", "icons/material/monitor.png")
    mobile = Custom("Mobile", "icons/material/cellphone.png")
    storage = Custom("Cloud Key-Value store\nSaveSlot_1", "icons/material/cloud.png")
    console = Custom("Console", "icons/material/controller.png")

    pc >> Edge(label="level 6, offline", at="10:00") >> pc
    mobile >> Edge(label="level 7", at="10:05") >> mobile
    mobile >> Edge(label="1. JSON or Binary Blob, 10:05", at="10:06") >> storage
    pc >> Edge(label="2. JSON or Binary Blob, 10:00", at="10:10") >> storage
    storage >> Edge(label="3. Conflict, Timestamp check: 10:00 < 10:05") >> storage
    storage >> Edge(label="3. older: rejected", color="red") >> pc
    console >> Edge(label="4. load", at="10:15") >> storage
    storage >> Edge(label="4. level 7", color="green") >> console
