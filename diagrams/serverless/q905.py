"""The Saga Pattern in Step Functions: if payment fails, the hold is undone.

Step Functions holds the state of the saga, so a failure cannot be forgotten halfway: it jumps to the state that gives
back what was taken.

1. Try: the saga begins, and the items are reserved.
2. The next state is ProcessPayment; once it is paid, the order is done.
3. Catch: the state ProcessPayment fails -> jump to RefundInventory. Compensate: it undoes HoldInventory by giving
   the items back.
4. With all of it undone the saga ends in its Fail state, and the order is cancelled: nothing held, nothing paid.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom

with Diagram(
    "Saga with Step Functions", show=False, graph_attr={"lanes": "Try | Compensate", "failure": "if payment fails"}
):
    with Cluster("Try"):
        hold = Custom("HoldInventory\n3 lamps", "icons/material/package-variant-closed.png")
        payment = Custom("ProcessPayment\n€ 40", "icons/material/credit-card-outline.png")
        done = Custom("Order done\n3 lamps, € 40", "icons/material/check-circle-outline.png")
    with Cluster("Compensate"):
        refund = Custom("RefundInventory\n3 lamps back", "icons/material/undo.png")
        gone = Custom("Order cancelled\nFail state, € 0", "icons/material/close-circle-outline.png")

    hold >> Edge(label="1. held") >> payment
    payment >> Edge(label="2. paid") >> done
    payment >> Edge(label="3. Catch", color="red") >> refund
    refund >> Edge(label="4. end", color="red") >> gone
