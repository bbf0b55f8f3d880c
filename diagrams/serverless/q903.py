"""A stateful workflow of stateless functions.

The orchestrator remembers where the workflow stands and DynamoDB keeps its data, so each function may forget
everything once it has returned.

1. Orchestrator: AWS Step Functions / Azure Logic Apps starts Func A for the order with id 17.
2. State: the function is stateless, so Func A externalizes its state, the items of order 17, to DynamoDB.
3. Func A returns its output to the orchestrator and forgets everything.
4. Pass: the orchestrator passes the output of Func A as JSON input, {"id": 17}, to Func B.
5. Func B, which knows no more than this input, reads the state of order 17 from DynamoDB.
6. Func B returns its output, and the orchestrator ends the workflow.
"""

from diagrams import Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.database import Dynamodb
from diagrams.aws.integration import StepFunctions

with Diagram("Stateful serverless workflow", show=False, graph_attr={"form": "sequence"}):
    orchestrator = StepFunctions("Orchestrator\nStep Functions or Logic Apps")
    func_a = Lambda("Func A")
    func_b = Lambda("Func B")
    state = Dynamodb("State\nDynamoDB")

    orchestrator >> Edge(label="1. start id 17") >> func_a
    func_a >> Edge(label="2. save id 17") >> state
    func_a >> Edge(label="3. output: id 17", color="green") >> orchestrator
    orchestrator >> Edge(label="4. Pass JSON: id 17") >> func_b
    func_b >> Edge(label="5. read id 17") >> state
    state >> Edge(label="5. items", color="green") >> func_b
    func_b >> Edge(label="6. output: done", color="green") >> orchestrator
