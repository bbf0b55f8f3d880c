"""Real-time chat over serverless websockets.

The gateway keeps the sockets open and the functions keep nothing, so a message finds its reader by the connection ID
that DynamoDB remembers.

1. Connection: Bob opens a websocket, and the API Gateway WebSocket API maintains a connection ID for it.
2. Store: a function writes ConnectionID -> UserID to DynamoDB. Alice has done the same.
3. Alice's message travels down her open socket and invokes a function.
4. The function asks DynamoDB which connection is Bob's.
5. Push: it sends the message with POST https://.../@connections/{conn_id}.
6. The gateway writes it into Bob's socket.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.database import Dynamodb
from diagrams.aws.network import APIGateway
from diagrams.custom import Custom

with Diagram("Chat over serverless websockets", show=False, graph_attr={"form": "sequence", "reply": "reply, push"}):
    bob = Custom("Bob", "icons/material/account-outline.png")
    with Cluster("Serverless"):
        gateway = APIGateway("API Gateway\nWebSocket API")
        function = Lambda("Lambda")
        connections = Dynamodb("DynamoDB\nConnectionID -> UserID")

    bob >> Edge(label="1. connect, gets L0SM9") >> gateway
    gateway >> Edge(label="2. on connect") >> function
    function >> Edge(label="2. L0SM9 -> bob") >> connections
    gateway >> Edge(label="3. Alice: “hi Bob”") >> gateway
    gateway >> Edge(label="3. on message") >> function
    function >> Edge(label="4. where is bob?") >> connections
    connections >> Edge(label="4. L0SM9", color="green") >> function
    function >> Edge(label="5. POST @connections/L0SM9") >> gateway
    gateway >> Edge(label="6. “hi Bob”", color="green") >> bob
