"""Find what was left at a place.

GPS finds the right square of the map, pictures of the street find the centimetre in it.

1. Localization: GPS (Coarse) says which square of the map the phone is in.
2. DB: the square's `GeoHash` leads to `List[ContentID]`, what people have left there.
3. VPS (Visual Positioning System using Street View) compares the camera's picture and finds the exact pose.
4. There the content is shown.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

tiles = {"form": "grid", "columns": "3", "marked": "GPS (Coarse): in here"}
with Diagram("AR content that stays", show=False):
    with Cluster("Map by GeoHash", graph_attr=tiles):
        for name in ("u33d8", "u33d9", "u33dc", "u33db", "u33de", "u33df"):
            if name == "u33de":
                here = Node(name, style="bold", step="1")
            else:
                Node(name)
    with Cluster("DB", graph_attr={"form": "table", "columns": "GeoHash | List[ContentID]"}):
        Node("u33d9 | 12")
        row = Node("u33de | 7, 31", style="bold", step="2")
    vps = Custom("VPS\nStreet View", "icons/material/camera-marker-outline.png")
    shown = Custom("Content 7\nat its place", "icons/material/cube-outline.png")

    here >> Edge(label="2. look up") >> row
    row >> Edge(label="4. show 7") >> shown
    vps >> Edge(label="3. exact pose") >> shown
