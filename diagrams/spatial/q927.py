"""Find what was left at a place.

GPS finds the square of the map that the phone is in, and so what was left there; pictures of the street find the
centimetre.

1. Localization begins with GPS (Coarse), good to 10 m: it says which square the phone is in, here `u33dc1r4`, 19 m by
   23 m.
2. DB: the square's `GeoHash` leads to `List[ContentID]`, what people have left there: 7 and 12.
3. VPS (Visual Positioning System using Street View) compares the camera's picture with its own and finds the pose to
   10 cm; so content 7 is shown right where it was left.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

table = {"form": "table", "marked": "the square that the phone is in"}
with Diagram("AR content that stays", show=False, graph_attr=table):
    phone = Custom("Localization\nthe phone’s GPS: ± 10 m", "icons/material/cellphone.png", side="left")
    street = "VPS: Street View\nVisual Positioning System"
    vps = Custom(street, "icons/material/camera-marker-outline.png", side="right")
    shown = Custom("Content 7\nwhere it was left, ± 10 cm", "icons/material/augmented-reality.png", side="right")
    with Cluster("DB: a square of the map is a key", graph_attr={"columns": "GeoHash | List[ContentID]"}):
        here = Node("u33dc1r4 | [7, 12]", style="bold")
        Node("u33dc1r5 | [3]")
        Node("u33dc1r6 | [ ]")
        Node("u33dc1r7 | [5, 9]")
        Node("u33dc1r9 | [21]")
        Node("… | …")

    phone >> Edge(label="1. GPS (Coarse)") >> here
    here >> Edge(label="2. 7 and 12") >> vps
    vps >> Edge(label="3. pose") >> shown
