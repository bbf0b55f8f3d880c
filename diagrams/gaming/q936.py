"""A trade happens whole or not at all.

Two owners change in one transaction, and a line in the audit says so for ever: no sword is ever doubled or lost.

1. A gives the sword for B's 50 gold. ACID: one DB transaction, which is essential, changes both owners.
2. Audit: record `Transfer(From: A, To: B, Item: Sword)`, and the gold's way back, in the same transaction.
3. Binding: some items are "Soulbound" and cannot be traded; the crown stays where it is.
"""

from diagrams import Cluster, Diagram, Node

trade = {
    "form": "table",
    "failure": "cannot trade",
    "marked": "ACID: one DB Transaction",
}
with Diagram("Trade in a game", show=False, graph_attr=trade):
    with Cluster("Trade", graph_attr={"columns": "Item | owner before | owner after", "step": "1"}):
        Node("Sword | A | B", style="bold")
        Node("50 gold | B | A", style="bold")
    with Cluster("Audit: Transfer", graph_attr={"columns": "From | To | Item", "step": "2"}):
        Node("A | B | Sword", style="bold")
        Node("B | A | 50 gold", style="bold")
    with Cluster("Binding: “Soulbound”", graph_attr={"columns": "Item | owner | Trade", "step": "3"}):
        Node("Crown | A | refused", color="red")
