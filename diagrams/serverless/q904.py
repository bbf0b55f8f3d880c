"""Rate limiting per tenant at the gateway.

A counter a tenant decides before any code of the API runs: who is over the limit costs one look into Redis and nothing
else.

1. A tenant calls with its key, and the gateway's Usage Plans know what that key may do.
2. Custom: the gateway asks the Lambda Authorizer.
3. The authorizer raises `Rate:{TenantID}` in Redis and reads the count.
4. Below the limit it returns an Allow policy, and the call goes on to the API.
5. The API's answer goes back to the tenant.
6. Over the limit the tenant gets 429 instead, and the API never hears of it.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.network import APIGateway
from diagrams.onprem.client import Client
from diagrams.onprem.inmemory import Redis

with Diagram("Rate limiting per tenant", show=False, graph_attr={"form": "sequence"}):
    tenant = Client("Tenant 42")
    gateway = APIGateway("API Gateway\nUsage Plans")
    with Cluster("Custom"):
        authorizer = Lambda("Lambda Authorizer")
        counter = Redis("Redis\nRate:{TenantID}")

    tenant >> Edge(label="1. GET /orders") >> gateway
    gateway >> Edge(label="2. who, how often?") >> authorizer
    authorizer >> Edge(label="3. INCR Rate:42") >> counter
    counter >> Edge(label="87 of 100", color="green") >> authorizer
    authorizer >> Edge(label="4. Allow policy", color="green") >> gateway
    gateway >> Edge(label="4. calls the API") >> gateway
    gateway >> Edge(label="5. 200", color="green") >> tenant
    gateway >> Edge(label="6. or 429: 101 of 100", color="red") >> tenant
