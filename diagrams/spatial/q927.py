"""Find what was left at a place.

GPS finds the square of the map that the phone is in, and so what was left there; pictures of the street find the
centimetre.

1. Localization begins with GPS (Coarse), good to 10 m: it says which square of the map the phone is in.
2. DB: the square's `GeoHash`, here `u33dc1r4`, 19 m by 23 m, leads to `List[ContentID]`, what people have left there: 7
   and 12.
3. VPS (Visual Positioning System using Street View) compares the camera's image with pictures of the street. The pose
   that it finds is good to 10 cm; so contents 7 and 12 are shown right where they were left.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

table = {"form": "table", "marked": "the square that the phone is in"}
with Diagram("AR content that stays", show=False, graph_attr=table):
    gps = Custom("Localization: GPS\nCoarse, ± 10 m", "icons/material/cellphone.png", side="left")
    name = "Localization: VPS\ncamera against Street View"
    vps = Custom(name, "icons/material/camera-marker-outline.png", side="right")
    shown = Custom("Content 7, 12\nwhere left, ± 10 cm", "icons/material/augmented-reality.png", side="right")
    with Cluster("DB: a square of the map is a key", graph_attr={"columns": "GeoHash | List[ContentID]"}):
        Node("… | …")
        Node("u33dc1r0 | [3]")
        Node("u33dc1r1 | [ ]")
        Node("u33dc1r2 | [5, 9]")
        Node("u33dc1r3 | [21]")
        here = Node("u33dc1r4 | [7, 12]", style="bold")
        Node("… | …")

    gps >> Edge(label="1. square") >> here
    here >> Edge(label="2. 7 and 12") >> shown
    vps >> Edge(label="3. pose") >> shown
