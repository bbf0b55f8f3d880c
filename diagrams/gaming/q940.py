"""One save slot for all devices.

Each device writes to the same slot in the cloud; when two have played on their own, the later save wins, whichever
arrives first.

1. Mobile was played last and uploads its save, to the Storage: `SaveSlot_1` in the Cloud Key-Value store. Schema:
   JSON for what the cloud has to read, such as the timestamp; a Binary Blob for the state of the game. Every platform
   must be able to read both.
2. The Console/PC was offline and now uploads an older save.
3. Conflict: a timestamp check finds 10:00 older than 10:05; the save is rejected, and the device is told so.
4. The Console/PC loads the slot and goes on where the phone stopped.
"""

from diagrams import Diagram, Edge
from diagrams.custom import Custom

with Diagram("Cross-platform saves", show=False, graph_attr={"form": "sequence", "failure": "rejected"}):
    mobile = Custom("Mobile\nonline", "icons/material/cellphone.png")
    storage = Custom("Storage\nCloud Key-Value store", "icons/material/cloud.png")
    desk = Custom("Console/PC\nwas offline", "icons/material/controller.png")

    mobile >> Edge(label="1. level 7,\nat 10:05") >> storage
    storage >> Edge(label="1. SaveSlot_1, Schema:\nJSON + Binary Blob") >> storage
    desk >> Edge(label="2. level 6,\nat 10:00") >> storage
    storage >> Edge(label="3. Timestamp check:\n10:00 < 10:05") >> storage
    storage >> Edge(label="3. Conflict: rejected", color="red") >> desk
    desk >> Edge(label="4. load") >> storage
    storage >> Edge(label="4. level 7", color="green") >> desk
