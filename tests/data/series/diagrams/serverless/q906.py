"""Real-time chat over serverless websockets.

API Gateway holds the open connections, the functions hold nothing. A message finds its reader by the connection ID
that DynamoDB remembers.

1. Connection: Alice and Bob each open a websocket, and the API Gateway WebSocket API maintains a connection ID for it.
2. On connect the gateway invokes a function.
3. Store: the function writes ConnectionID -> UserID to DynamoDB.
4. Alice's message invokes the function that sends.
5. That function looks up the connection ID of Bob.
6. Push: it sends the message with POST https://.../@connections/{conn_id}.
7. The gateway pushes the message down Bob's open websocket.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.database import Dynamodb
from diagrams.aws.network import APIGateway
from diagrams.onprem.client import User

with Diagram("Chat over serverless websockets", show=False):
    bob = User("Bob")
    alice = User("Alice")
    gateway = APIGateway("API Gateway\nWebSocket API")
    with Cluster("Functions"):
        on_connect = Lambda("on connect")
        on_message = Lambda("on message")
    connections = Dynamodb("DynamoDB\nConnectionID -> UserID")

    [bob, alice] >> Edge(label="1. connect") >> gateway
    bob << Edge(label="7. push", color="green") << gateway
    gateway >> Edge(label="2. connected") >> on_connect
    on_connect >> Edge(label="3. store") >> connections
    gateway >> Edge(label="4. message") >> on_message
    on_message >> Edge(label="5. look up Bob") >> connections
    gateway << Edge(label="6. POST\n@connections", color="green") << on_message
