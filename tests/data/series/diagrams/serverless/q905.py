"""A distributed transaction as a Saga.

Step Functions runs one local transaction after the other. Where a state fails, the red path undoes what the states
before it have done.

1. Step Functions starts the Saga Pattern for an order.
2. Try: ReserveInventory commits in its own service, and the saga goes on to ProcessPayment.
3. When every state of the Try block succeeds, the order is placed.
4. Catch: the state ProcessPayment fails, so the saga jumps to RefundInventory.
5. Compensate: RefundInventory gives back what ReserveInventory has taken.
6. With everything undone the order is cancelled.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.integration import StepFunctions
from diagrams.custom import Custom

with Diagram("Saga with Step Functions", show=False):
    saga = StepFunctions("Step Functions\nSaga Pattern")
    with Cluster("Try"):
        reserve = Lambda("ReserveInventory")
        pay = Lambda("ProcessPayment")
    refund = Lambda("RefundInventory\nCatch -> Compensate")
    placed = Custom("Order\nplaced", "material/check-circle")
    cancelled = Custom("Order\ncancelled", "material/cancel")

    saga >> Edge(label="1. start") >> reserve
    reserve >> Edge(label="2. next") >> pay
    pay >> Edge(label="3. success") >> placed
    pay >> Edge(label="4.", color="red", constraint="false") >> refund
    reserve << Edge(label="5. undo", color="red") << refund
    refund >> Edge(label="6. end", color="red") >> cancelled
