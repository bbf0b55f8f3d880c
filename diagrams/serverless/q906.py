"""Real-time chat over serverless websockets.

The gateway keeps the sockets open and the functions keep nothing, so a message finds its reader by the connection ID
that DynamoDB remembers.

1. Connection: Bob opens a websocket, and the API Gateway WebSocket API maintains a connection ID for it, f1.
2. Store: the gateway invokes a Lambda function, which writes ConnectionID -> UserID to DynamoDB, to be found by
   UserID: Bob has f1. Alice has done the same.
3. Alice writes to Bob. Her message comes through her own open socket, and the gateway invokes the function with it.
4. The function asks DynamoDB which connection is Bob's.
5. Push: it sends the message with POST https://.../@connections/{conn_id}, here f1.
6. The gateway writes it into Bob's socket.
"""

from diagrams import Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.database import Dynamodb
from diagrams.aws.network import APIGateway
from diagrams.onprem.client import Users

with Diagram("Chat over serverless websockets", show=False, graph_attr={"form": "sequence"}):
    users = Users("Users\nAlice, Bob")
    gateway = APIGateway("API Gateway\nWebSocket API")
    function = Lambda("Lambda\nfunctions")
    store = Dynamodb("Store\nDynamoDB, by UserID")

    users >> Edge(label="1. Bob joins") >> gateway
    gateway >> Edge(label="1. ConnectionID f1") >> gateway
    gateway >> Edge(label="2. connect f1") >> function
    function >> Edge(label="2. Bob: f1") >> store
    users >> Edge(label="3. Alice: “hi”") >> gateway
    gateway >> Edge(label="3. “hi” to Bob") >> function
    function >> Edge(label="4. Bob?") >> store
    store >> Edge(label="4. f1", color="green") >> function
    function >> Edge(label="5. Push: POST") >> gateway
    gateway >> Edge(label="5. @connections/f1") >> gateway
    gateway >> Edge(label="6. to Bob: “hi”") >> users
