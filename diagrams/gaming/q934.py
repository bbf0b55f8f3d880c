"""Catch cheats on both sides.

The client looks for the tool itself, the server for what no human could do; neither relies on the other.

1. An aimbot or wallhack injects itself into the memory of the game.
2. Client-Side: an Anti-Cheat kernel driver (e.g., Vanguard) checks memory injection, and reports what it found to the
   server: the player is flagged. Do not trust a clean client, for it is in the cheater's hands: that the driver
   finds nothing proves nothing.
3. Server-Side: "Heuristics" judge every input that the game sends.
4. Did the cursor snap 180 degrees in 1 frame, or did a bullet hit a head through an "Unbreakable Wall"? One yes, or one
   finding of the driver, flags the player; as either may be a false alarm, a review comes before the ban.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom

with Diagram("Aimbot and wallhack detection", show=False, graph_attr={"form": "layers", "failure": "cheating"}):
    with Cluster("Client"):
        cheat = "Aimbot or wallhack: memory injection"
        game = Custom(f"Game\n{cheat}", "icons/material/controller.png", color="red", step="1")
        driver = Custom("Anti-Cheat\nkernel driver (Vanguard)", "icons/material/shield-search.png")
    with Cluster("Server", graph_attr={"boundary": "do not trust a clean client"}):
        questions = "cursor snap 180 degrees in 1 frame? bullet hit head through “Unbreakable Wall”?"
        heuristics = Custom(f"“Heuristics”\n{questions}", "icons/material/chart-bell-curve.png")
        flag = Custom("Player flagged", "icons/material/flag.png")

    driver >> Edge(label="2. check") >> game
    driver >> Edge(label="2. found") >> flag
    game >> Edge(label="3. inputs") >> heuristics
    heuristics >> Edge(label="4. yes") >> flag
