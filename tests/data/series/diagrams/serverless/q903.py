"""A stateful workflow of stateless functions.

The orchestrator remembers where the workflow stands and DynamoDB keeps its data, so each function may forget
everything once it has returned.

1. Orchestrator: AWS Step Functions / Azure Logic Apps starts Func A.
2. State: the function is stateless, so Func A externalizes its state to DynamoDB.
3. Func A returns its output to the orchestrator.
4. Pass: the orchestrator passes the output of Func A as JSON input to Func B.
5. Func B reads the state that it needs from DynamoDB.
"""

from diagrams import Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.database import Dynamodb
from diagrams.aws.integration import StepFunctions

with Diagram("Stateful serverless workflow", show=False):
    orchestrator = StepFunctions("Orchestrator\nStep Functions / Logic Apps")
    func_a = Lambda("Func A\nstateless")
    func_b = Lambda("Func B\nstateless")
    state = Dynamodb("State\nDynamoDB")

    orchestrator >> Edge(label="1. start") >> func_a
    func_a >> Edge(label="2. write") >> state
    orchestrator << Edge(label="3. output", color="green") << func_a
    orchestrator >> Edge(label="4. JSON input") >> func_b
    func_b << Edge(label="5. read") << state
