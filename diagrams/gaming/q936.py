"""A trade happens whole or not at all.

Two owners change in one transaction, and a line in the audit says so for ever: no sword is ever doubled or lost.

1. A offers the sword to B, who pays 50 gold.
2. Binding: some items are "Soulbound" and cannot be traded; such an offer is refused.
3. ACID: one DB transaction, which is essential, changes both owners.
4. Audit: record `Transfer(From: A, To: B, Item: Sword)` in the same transaction.
"""

from diagrams import Cluster, Diagram, Edge, Node

trade = {"form": "table", "failure": "cannot trade", "marked": "one DB Transaction"}
with Diagram("Trade in a game", show=False, graph_attr=trade):
    with Cluster("Items before", graph_attr={"columns": "Item | owner"}):
        sword = Node("Sword | A", step="1")
        gold = Node("50 gold | B", step="1")
        Node("Crown, Soulbound | A", color="red", step="2")
    with Cluster("Items after", graph_attr={"columns": "Item | owner"}):
        moved = Node("Sword | B", style="bold")
        paid = Node("50 gold | A", style="bold")
    with Cluster("Audit: Transfer", graph_attr={"columns": "From | To | Item"}):
        audit = Node("A | B | Sword", style="bold")

    sword >> Edge(label="3. commit") >> moved
    gold >> Edge(label="3. commit") >> paid
    moved >> Edge(label="4. record") >> audit
