"""Find what was left at a place.

GPS finds the right square of the map; pictures of the street find the centimetre in it.

1. Localization: GPS (Coarse) says which square of the map the phone is in.
2. DB: the square's `GeoHash` leads to `List[ContentID]`, what people have left there.
3. VPS (Visual Positioning System using Street View) compares the camera's picture and finds the exact pose.
4. There the content is shown.
"""

from diagrams import Diagram, Edge, Node
from diagrams.custom import Custom

tiles = {"form": "grid", "columns": "3", "marked": "GPS (Coarse): the phone is in here"}
with Diagram("AR content that stays", show=False, graph_attr=tiles):
    phone = Custom("Phone\nGPS, camera", "icons/material/cellphone.png", side="left")
    database = Custom("DB\nGeoHash → List[ContentID]", "icons/material/database-outline.png", side="right")
    shown = Custom("Content 7\nat its place", "icons/material/cube-outline.png", side="right")
    vps = Custom("VPS\nStreet View", "icons/material/camera-marker-outline.png", side="right")
    cells = {}
    for name in ("u33df", "u33dg", "u33du", "u33dd", "u33de", "u33ds"):
        look = {"style": "bold", "step": "1"} if name == "u33de" else {}
        cells[name] = Node(name, **look)

    phone >> Edge(label="1. GPS") >> cells["u33de"]
    cells["u33de"] >> Edge(label="2. look up") >> database
    database >> Edge(label="4. content 7") >> shown
    vps >> Edge(label="3. exact pose") >> shown
