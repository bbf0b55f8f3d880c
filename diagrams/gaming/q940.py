"""One save slot for all devices.

Each device writes to the same slot in the cloud; when two have played on their own, the later save wins.

1. PC and Mobile each save what was played offline.
2. Conflict: a timestamp check lets only the newer save through, to the Storage, where it is `SaveSlot_1` in the Cloud
   Key-Value store; Schema: Binary Blob or JSON? Either way every platform must be able to read it.
3. The save of the PC is older: it is rejected, and the PC is told so.
4. The Console loads it and goes on where the phone stopped.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.generic.device import Mobile
from diagrams.onprem.client import Client

with Diagram("Cross-platform saves", show=False):
    pc = Client("PC\nsaved 10:00")
    mobile = Mobile("Mobile\nsaved 10:05")
    check = Custom("Conflict\nTimestamp check", "icons/material/clock-check-outline.png")

    with Cluster("Storage"):
        slot = Custom("SaveSlot_1\nCloud Key-Value store: Schema Binary Blob or JSON?", "icons/material/cloud.png")

    rejected = Custom("Rejected\nPC’s 10:00", "icons/material/cancel.png")
    console = Custom("Console\nloads 10:05", "icons/material/controller.png")

    [pc, mobile] >> Edge(label="1. save") >> check
    check >> Edge(label="2. 10:05") >> slot
    check >> Edge(label="3. older", color="red", constraint="false") >> rejected
    slot >> Edge(label="4. load", color="green") >> console
