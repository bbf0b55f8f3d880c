"""One save slot for all devices.

Each device writes to the same slot in the cloud; when two have played on their own, the later save wins.

1. PC and Mobile each save what was played offline.
2. Schema: a Binary Blob or JSON? Either way every platform must read the same.
3. Conflict: a timestamp check finds that the save of the PC is older, and it is not written.
4. Storage: the newer one goes to the Cloud Key-Value store as `SaveSlot_1`.
5. The Console loads it and goes on where the phone stopped.
"""

from diagrams import Diagram, Edge
from diagrams.custom import Custom
from diagrams.generic.device import Mobile
from diagrams.onprem.client import Client

with Diagram("Cross-platform saves", show=False):
    pc = Client("PC\nsaved 10:00")
    mobile = Mobile("Mobile\nsaved 10:05")
    schema = Custom("Schema\nBinary Blob or JSON?", "material/code-json")
    check = Custom("Conflict\nTimestamp check", "material/clock-check-outline")
    older = Custom("10:00 is older", "material/cancel")
    slot = Custom("SaveSlot_1\nCloud Key-Value store", "material/cloud")
    console = Custom("Console", "material/controller")

    [pc, mobile] >> Edge(label="1. save") >> schema
    schema >> Edge(label="2. bytes") >> check
    check >> Edge(label="3. refuse", color="red") >> older
    check >> Edge(label="4. 10:05") >> slot
    slot >> Edge(label="5. load", color="green") >> console
