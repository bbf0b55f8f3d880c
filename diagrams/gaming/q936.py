"""A trade happens whole or not at all.

Two owners change in one transaction, and a line in the audit says so for ever: no sword is ever doubled or lost.

1. A gives the sword for B's 50 gold. ACID: one DB transaction, which is essential, changes both owners.
2. Audit: record `Transfer(From: A, To: B, Item: Sword)` in the same transaction.
3. Binding: some items are "Soulbound" and cannot be traded; such an offer is refused.
"""

from diagrams import Cluster, Diagram, Edge, Node

trade = {"form": "table", "failure": "Soulbound: cannot trade", "marked": "one DB Transaction (ACID)"}
with Diagram("Trade in a game", show=False, graph_attr=trade):
    with Cluster("Before", graph_attr={"columns": "Item | owner"}):
        sword = Node("Sword | A")
        gold = Node("50 gold | B")
        Node("Crown | A", color="red")
    with Cluster("After", graph_attr={"columns": "Item | owner"}):
        moved = Node("Sword | B", style="bold")
        paid = Node("50 gold | A", style="bold")
        Node("Crown | A", color="red", step="3")
    with Cluster("Audit: Transfer", graph_attr={"columns": "From | To | Item"}):
        audit = Node("A | B | Sword", style="bold")
        Node("B | A | 50 gold", style="bold")

    sword >> Edge(label="1. commit") >> moved
    gold >> paid
    moved >> Edge(label="2. record") >> audit
