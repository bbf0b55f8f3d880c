"""Keep AR content where it was left.

Two answers to "where am I?" work together: the Coarse one finds what is near, the visual one says exactly where to
draw it.

1. Localization begins with GPS (Coarse), good to some metres.
2. The camera's frame goes to the VPS, a Visual Positioning System using Street View.
3. The GPS position gives the GeoHash, the key of the DB.
4. The DB maps `GeoHash` -> `List[ContentID]` and so returns all content near by.
5. The exact pose from the VPS puts that content back to the same spot, for everyone and on any day.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.generic.device import Mobile

with Diagram("Persistent AR content", show=False):
    device = Mobile("AR device")

    with Cluster("Localization"):
        gps = Custom("GPS\nCoarse", "material/crosshairs-gps")
        vps = Custom("VPS\nVisual Positioning System", "material/map-marker-radius")
        street_view = Custom("Street View", "simple/googlestreetview")

    database = Custom("DB\nGeoHash → List[ContentID]", "material/database")
    content = Custom("AR content\nin its place", "material/cube-scan")

    device >> Edge(label="1. where?") >> gps
    device >> Edge(label="2. frame") >> vps
    street_view >> Edge(style="dotted", constraint="false") >> vps
    gps >> Edge(label="3. GeoHash") >> database
    database >> Edge(label="4. ContentIDs", color="green") >> content
    vps >> Edge(label="5. exact pose", color="green") >> content
