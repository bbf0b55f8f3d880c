"""A trade that happens whole or not at all.

To take, to give and to record are one transaction, so a crash can neither lose the Sword nor double it.

1. A offers the Sword to B.
2. Binding: some items are "Soulbound" (cannot trade) and are refused at once.
3. ACID: a DB transaction is essential; it takes the Sword from A and gives it to B in one commit.
4. Audit: the same transaction records `Transfer(From: A, To: B, Item: Sword)`.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.client import User

with Diagram("In-game trading", show=False):
    player_a = User("Player A\noffers Sword")
    binding = Custom("Binding\n“Soulbound”?", "material/link-lock")
    refused = Custom("Cannot trade", "material/cancel")

    with Cluster("ACID: one DB Transaction"):
        inventory_a = Custom("Items of A\n− Sword", "material/bag-personal")
        inventory_b = Custom("Items of B\n+ Sword", "material/bag-personal")
        audit = Custom("Audit\nTransfer(From: A,\nTo: B, Item: Sword)", "material/book-open-variant")

    player_a >> Edge(label="1. trade") >> binding
    binding >> Edge(label="2. Soulbound", color="red") >> refused
    binding >> Edge(label="3. move") >> [inventory_a, inventory_b]
    binding >> Edge(label="4. record") >> audit
