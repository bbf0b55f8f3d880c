"""Catch cheats on both sides.

The server looks for what no human could do, the client for the tool itself; neither relies on the other.

1. An aimbot or wallhack injects itself into the memory of the game.
2. Server-Side: "Heuristics" judge every input that the game sends. Did the cursor snap 180 degrees in 1 frame? Did a
   bullet hit a head through an "Unbreakable Wall"?
3. Client-Side: an Anti-Cheat kernel driver (e.g., Vanguard) checks memory injection, and reports what it found to the
   server. That it finds nothing proves nothing, for it is in the cheater's hands.
4. One yes from either side flags the player; as it may be a false alarm, a review comes before the ban.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

with Diagram("Aimbot and wallhack detection", show=False, graph_attr={"form": "table", "failure": "cheating"}):
    game = Custom("Game\nAimbot or wallhack", "icons/material/controller.png", side="left", color="red", step="1")
    driver = Custom("Client-Side\nAnti-Cheat kernel driver (Vanguard)", "icons/material/shield-search.png", side="left")
    flag = Custom("Player flagged\nreview, then ban", "icons/material/flag.png", side="right")
    with Cluster("Server-Side", graph_attr={"columns": "“Heuristics” and findings | seen"}):
        snap = Node("cursor snap 180 degrees in 1 frame? | yes", color="red")
        Node("bullet hit head through “Unbreakable Wall”? | no")
        Node("… | …")
        found = Node("memory injection found? | yes", color="red")

    game >> Edge(label="2. inputs") >> snap
    driver >> Edge(label="3. found") >> found
    snap >> Edge(label="4. yes") >> flag
    found >> flag
