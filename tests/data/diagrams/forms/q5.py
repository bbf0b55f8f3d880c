"""Follow a foreign key.

An order names its buyer by a number; deleting the buyer would leave the order pointing at nothing.

1. Order 17 points to user 2.
2. Order 18 points to a user that is gone.
"""

from diagrams import Cluster, Diagram, Edge, Node

with Diagram("Foreign key", show=False, graph_attr={"form": "table", "failure": "dangling"}):
    with Cluster("orders", graph_attr={"columns": "id | user | total"}):
        fine = Node("17 | 2 | € 40")
        dangling = Node("18 | 3 | € 12", color="red")
    with Cluster("users", graph_attr={"columns": "id | name | mail"}):
        Node("1 | Ann | ann@example.org")
        ben = Node("2 | Ben | ben@example.org")
        gone = Node("3 | gone |", style="dashed")

    fine >> Edge(label="1. user_id") >> ben
    dangling >> Edge(label="2. user_id", color="red") >> gone
