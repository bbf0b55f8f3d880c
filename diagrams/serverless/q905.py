"""The Saga Pattern as a state machine.

Step Functions holds the state, so a failure cannot be forgotten halfway: each step that was done has a step that undoes
it.

1. Try: the items are reserved.
2. The next state is ProcessPayment.
3. Paid: the order is done.
4. Catch: the state ProcessPayment fails -> jump to RefundInventory, which gives the items back.
5. Compensate: once all is undone, the order ends as cancelled.
"""

from diagrams import Diagram, Edge, Node

with Diagram("Saga with Step Functions", show=False, graph_attr={"form": "states"}):
    reserve = Node("ReserveInventory\nStep Functions: Try", step="1")
    payment = Node("ProcessPayment\nTry")
    done = Node("Order done", color="green")
    refund = Node("RefundInventory\nCompensate", color="red")
    cancelled = Node("Order cancelled", color="red")

    reserve >> Edge(label="2. reserved") >> payment
    payment >> Edge(label="3. paid") >> done
    payment >> Edge(label="4. Catch", color="red") >> refund
    refund >> Edge(label="5. given back", color="red") >> cancelled
