"""Real-time chat over serverless websockets.

The gateway keeps the sockets open and the functions keep nothing, so a message finds its reader by the connection ID
that DynamoDB remembers.

1. Connection: Bob opens a websocket, and the API Gateway WebSocket API maintains a connection ID for it.
2. Store: a function writes ConnectionID -> UserID to DynamoDB. Alice has done the same.
3. Alice's message travels through her open socket and invokes a function.
4. The function asks DynamoDB which connection is Bob's.
5. Push: it sends the message with POST https://.../@connections/{conn_id}.
6. The gateway writes it into Bob's socket.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.network import APIGateway
from diagrams.custom import Custom

with Diagram("Chat over serverless websockets", show=False, graph_attr={"form": "sequence", "reply": "push"}):
    alice = Custom("Alice", "icons/material/account-outline.png")
    bob = Custom("Bob", "icons/material/account-outline.png")
    with Cluster("Serverless"):
        gateway = APIGateway("API Gateway\nWebSocket API")
        function = Lambda("Store\nLambda + DynamoDB")

    bob >> Edge(label="1. Connection f1") >> gateway
    gateway >> Edge(label="2. ConnectionID f1 → UserID Bob") >> function
    alice >> Edge(label="3. to Bob: “hi”") >> gateway
    gateway >> Edge(label="3. to Bob: “hi”") >> function
    function >> Edge(label="4. Bob → f1") >> function
    function >> Edge(label="5. Push: POST\n@connections") >> gateway
    gateway >> Edge(label="6. “hi”", color="green") >> bob
