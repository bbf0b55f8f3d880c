"""A trade happens whole or not at all.

Two owners change in one transaction, and a line in the audit says so for ever: no sword is ever doubled or lost.

1. A gives the sword for B's 50 gold. ACID: one DB transaction, which is essential, changes both owners.
2. Audit: record `Transfer(From: A, To: B, Item: Sword)` in the same transaction.
3. Binding: some items are "Soulbound" and cannot be traded; the crown stays where it is.
"""

from diagrams import Cluster, Diagram, Edge, Node

trade = {
    "form": "table",
    "failure": "Binding: “Soulbound”, cannot trade",
    "marked": "ACID: one DB Transaction",
}
with Diagram("Trade in a game", show=False, graph_attr=trade):
    with Cluster("Before", graph_attr={"columns": "Item | owner"}):
        sword = Node("Sword | A")
        Node("50 gold | B")
        bound = Node("Crown | A", color="red")
    with Cluster("After", graph_attr={"columns": "Item | owner"}):
        moved = Node("Sword | B", style="bold")
        paid = Node("50 gold | A", style="bold")
        kept = Node("Crown | A", color="red")
    with Cluster("Audit: Transfer", graph_attr={"columns": "From | To | Item"}):
        Node("A | B | Sword", style="bold")
        line = Node("B | A | 50 gold", style="bold")

    sword >> Edge(label="1. trade") >> moved
    paid >> Edge(label="2. record") >> line
    bound >> Edge(label="3. refused", color="red") >> kept
