"""Keep AR content where it was left.

Two answers to "where am I?" work together: the Coarse one finds what is near, the visual one says exactly where to
draw it.

1. Localization: the device asks GPS (Coarse), good to some metres, and VPS, a Visual Positioning System using Street
   View to recognise what the camera sees.
2. The GPS position gives the GeoHash, the key of the DB.
3. The DB maps `GeoHash` -> `List[ContentID]` and so returns all content near by.
4. The exact pose from the VPS puts that content back to the same spot, for everyone and on any day.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.generic.device import Mobile

with Diagram("Persistent AR content", show=False):
    device = Mobile("AR device")

    with Cluster("Localization"):
        gps = Custom("GPS\nCoarse", "material/crosshairs-gps")
        vps = Custom("VPS\nVisual Positioning System using Street View", "simple/googlestreetview")

    database = Custom("DB\nGeoHash → List[ContentID]", "material/database")
    content = Custom("AR content\nin its place", "material/cube-scan")

    device >> Edge(label="1. where?") >> [gps, vps]
    gps >> Edge(label="2. GeoHash") >> database
    database >> Edge(label="3. ContentIDs", color="green") >> content
    vps >> Edge(label="4. exact pose", color="green") >> content
