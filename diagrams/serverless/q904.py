"""Rate limiting per tenant at the gateway.

A counter a tenant decides before any code of the API runs: who is over the limit costs one look into Redis and nothing
else.

1. Tenant 42 calls with its key; the gateway's Usage Plans know what that key may do at most.
2. Custom: the gateway asks the Lambda Authorizer about tenant 42.
3. The authorizer raises `Rate:{TenantID}` in Redis and reads the count, here `Rate:42`.
4. Up to call 100 of a minute it returns an Allow policy, and the gateway calls the API.
5. Call 101 is over the limit: the tenant gets 429, and the API never hears of it.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.aws.compute import Lambda
from diagrams.aws.network import APIGateway
from diagrams.custom import Custom
from diagrams.onprem.client import Client

counters = {"form": "table", "columns": "tenant | calls"}
with Diagram("Rate limiting per tenant", show=False, graph_attr={"failure": "over the limit", "reply": "allowed"}):
    tenant = Client("Tenant 42\n100 calls a minute")
    gateway = APIGateway("API Gateway\nUsage Plans")
    authorizer = Lambda("Custom\nLambda Authorizer")
    with Cluster("Redis Rate:{TenantID}", graph_attr=counters):
        count = Node("42 | 101", color="red")
        Node("43 | 7")
    api = Custom("API\nGET /orders", "icons/material/server.png")

    tenant >> Edge(label="1. call 101") >> gateway
    gateway >> Edge(label="2. allowed?") >> authorizer
    authorizer >> Edge(label="3. INCR") >> count
    gateway >> Edge(label="4. Allow", color="green") >> api
    gateway >> Edge(label="5. 429", color="red", constraint="false") >> tenant
