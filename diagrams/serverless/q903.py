"""A stateful workflow of stateless functions.

The orchestrator remembers where the workflow stands and DynamoDB keeps its data, so each function may forget
everything once it has returned.

1. Orchestrator: AWS Step Functions / Azure Logic Apps starts Func A.
2. State: Func A writes what must last to DynamoDB, for a function is stateless.
3. Pass: the output of Func A is passed as JSON input to Func B.
4. Func B reads the state that it needs from DynamoDB.
5. Func B returns its output, and the orchestrator ends the workflow.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.database import Dynamodb
from diagrams.aws.integration import StepFunctions

with Diagram("Stateful serverless workflow", show=False):
    orchestrator = StepFunctions("Orchestrator\nStep Functions / Logic Apps")
    with Cluster("Stateless functions"):
        func_a = Lambda("Func A")
        func_b = Lambda("Func B")
    state = Dynamodb("State\nDynamoDB")

    orchestrator >> Edge(label="1. start") >> func_a
    func_a >> Edge(label="2. write state") >> state
    func_a >> Edge(label="3. JSON") >> func_b
    func_b << Edge(label="4. read state") << state
    orchestrator << Edge(label="5. output", color="green") << func_b
