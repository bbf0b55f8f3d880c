"""The Saga Pattern: each step has one that undoes it.

Step Functions holds the state of the saga, so a failure cannot be forgotten halfway: it jumps to the state that gives
back what was taken.

1. Try: the saga begins, and the items are reserved.
2. The next state is ProcessPayment; once it is paid, the order is done.
3. Catch: the state ProcessPayment fails -> jump to RefundInventory.
4. Compensate: the items are given back, and the order ends as cancelled.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom

with Diagram("Saga with Step Functions", show=False, graph_attr={"failure": "compensation"}):
    with Cluster("Step Functions"):
        reserve = Custom("ReserveInventory\n3 lamps", "icons/material/package-variant-closed.png")
        payment = Custom("ProcessPayment\n€ 40", "icons/material/credit-card-outline.png")
        done = Custom("Order done", "icons/material/check-circle-outline.png")
        refund = Custom("RefundInventory\n3 lamps", "icons/material/undo.png")
        cancelled = Custom("Order cancelled", "icons/material/close-circle-outline.png")

    reserve >> Edge(label="1. Try") >> payment
    payment >> Edge(label="2. paid") >> done
    payment >> Edge(label="3. Catch", color="red") >> refund
    refund >> Edge(label="4. Compensate", color="red") >> cancelled
