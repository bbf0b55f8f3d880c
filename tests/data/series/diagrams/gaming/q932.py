"""Send what changed, and in few bits.

The same state can leave the server whole or as a difference; the difference, squeezed, fits the line to a player.

1. Snapshot: to send the full state every 50ms is too much bandwidth, so it is not done.
2. Delta: send only changes since the state that the client has.
3. Compression: quantize floats, so an angle of 90 degrees need not travel as a float.
4. Send angle as Byte 0-255: it arrives as the Byte 64, and the client turns the same way.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.client import Client
from diagrams.onprem.compute import Server

with Diagram("FPS state replication", show=False):
    with Cluster("Game server"):
        state = Server("Game state")
        snapshot = Custom("Snapshot\nfull state every 50ms?", "material/camera")
        delta = Custom("Delta\nonly changes", "material/delta")
        compression = Custom("Compression\nQuantize Floats", "material/zip-box")

    client = Client("Client")

    state >> Edge(label="1. too much\nbandwidth", color="red") >> snapshot
    state >> Edge(label="2. changes") >> delta
    delta >> Edge(label="3. angle 90.0") >> compression
    compression >> Edge(label="4. Byte 64") >> client
