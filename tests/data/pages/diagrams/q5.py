"""A queue between a client and a worker.

The client never waits for the worker.

1. The client sends a message.
2. The worker takes it when it can.
"""

from diagrams import Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.integration import SQS
from diagrams.onprem.client import Client

with Diagram("Queue"):
    client = Client("Client")
    queue = SQS("queue")
    worker = Lambda("worker")
    client >> Edge(label="1. send") >> queue >> Edge(label="2. take") >> worker
