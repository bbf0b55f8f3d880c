"""A trade happens whole or not at all.

Two owners change in one transaction, and a line in the audit says so for ever: no sword is ever doubled or lost.

1. A gives the sword for B's 50 gold. ACID: one DB transaction, which is essential, changes both owners.
2. Audit: record `Transfer(From: A, To: B, Item: Sword)`, and the gold's way back, in the same transaction.
3. Binding: some items are "Soulbound" and cannot be traded; the crown stays where it is.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

with Diagram("Trade in a game", show=False, graph_attr={"failure": "cannot trade"}):
    players = Custom("Players\nA and B", "icons/material/account-group-outline.png")
    with Cluster("ACID DB Transaction: both or neither", graph_attr={"form": "table"}):
        with Cluster("Trade", graph_attr={"columns": "Item | owner | new owner", "column": "1"}):
            sword = Node("Sword | A | B")
            Node("50 gold | B | A")
        with Cluster("Audit: Transfer", graph_attr={"columns": "Item | From | To", "column": "1"}):
            record = Node("Sword | A | B")
            Node("50 gold | B | A")
        sword >> Edge(label="2. record", ltail="cluster_Trade", lhead="cluster_Audit: Transfer") >> record
    crown = Custom("Crown\nBinding: “Soulbound”", "icons/material/crown-outline.png")

    players >> Edge(label="1. Trade", lhead="cluster_ACID DB Transaction: both or neither") >> sword
    sword << Edge(label="3. refused", color="red", ltail="cluster_ACID DB Transaction: both or neither") << crown
