"""Find what was left at a place.

GPS finds the right square of the map; pictures of the street find the centimetre in it.

1. Localization: GPS (Coarse) says which square of the map the phone is in.
2. DB: the square's `GeoHash` leads to `List[ContentID]`, what people have left there.
3. VPS (Visual Positioning System using Street View) compares the camera's picture and finds the exact pose.
4. Content 7 is shown right where it was left.
"""

from diagrams import Diagram, Edge, Node
from diagrams.custom import Custom

tiles = {"form": "grid", "columns": "3", "marked": "GPS (Coarse): somewhere in here"}
with Diagram("AR content that stays", show=False, graph_attr=tiles):
    phone = Custom("Phone\nGPS: ± 10 m", "icons/material/cellphone.png", side="left")
    vps = Custom("VPS: ± 10 cm\nStreet View", "icons/material/camera-marker-outline.png", side="left")
    database = Custom("DB\nGeoHash → List[ContentID]", "icons/material/database-outline.png", side="right")
    shown = Custom("u33de\n→ [7, 12]", "icons/material/cube-outline.png", side="right")
    cells = {}
    for name in ("u33df", "u33dg", "u33du", "u33dd", "u33de", "u33ds", "u33d6", "u33d7", "u33dk"):
        look = {"style": "bold"} if name == "u33de" else {}
        cells[name] = Node(name, **look)
    Node("7", at="2.34,2.28", step="4")

    phone >> Edge(label="1. GPS") >> cells["u33de"]
    cells["u33de"] >> Edge(label="2. look up") >> database
    database >> Edge(label="2. finds") >> shown
    vps >> Edge(label="3. exact") >> cells["u33de"]
