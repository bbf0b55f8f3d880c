"""Real-time chat over serverless websockets.

The gateway keeps the sockets open and the functions keep nothing, so a message finds its reader by the connection ID
that DynamoDB remembers.

1. Connection: Bob opens a websocket, and the API Gateway WebSocket API maintains a connection ID for it, f1.
2. Store: ConnectionID -> UserID is written to DynamoDB. Alice has done the same.
3. Alice writes to Bob. Her message comes through her own open socket, and the gateway invokes a Lambda function with
   it.
4. The function asks DynamoDB which connection is Bob's.
5. Push: it sends the message with POST https://.../@connections/{conn_id}, here f1.
6. The gateway writes it into Bob's socket.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.database import Dynamodb
from diagrams.aws.network import APIGateway
from diagrams.onprem.client import User

with Diagram("Chat over serverless websockets", show=False, graph_attr={"form": "sequence"}):
    bob = User("Bob")
    with Cluster("Serverless"):
        gateway = APIGateway("API Gateway\nWebSocket API")
        store = Dynamodb("UserID Store\nDynamoDB")
        function = Lambda("Push\nLambda")

    bob >> Edge(label="1. joins") >> gateway
    gateway >> Edge(label="1. ConnectionID\nf1") >> gateway
    gateway >> Edge(label="2. f1: Bob") >> store
    gateway >> Edge(label="3. Alice to Bob: “hi”") >> function
    function >> Edge(label="4. Bob?") >> store
    store >> Edge(label="4. f1", color="green") >> function
    function >> Edge(label="5. POST @connections/f1") >> gateway
    gateway >> Edge(label="6. Alice: “hi”") >> bob
