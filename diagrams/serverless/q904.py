"""Rate limiting per tenant at the gateway.

A counter a tenant decides before any code of the API runs: who is over the limit costs one look into Redis and nothing
else.

1. A tenant calls with its key, and the gateway's Usage Plans know what that key may do.
2. Custom: the gateway asks the Lambda Authorizer.
3. The authorizer raises `Rate:{TenantID}` in Redis and reads the count.
4. Within the limit it returns an Allow policy, and the gateway calls the API, whose answer goes back to the tenant.
5. The next call is one too many: the same counter is over the limit now.
6. The tenant gets 429, and the API never hears of it.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.network import APIGateway
from diagrams.onprem.client import Client
from diagrams.onprem.inmemory import Redis

with Diagram("Rate limiting per tenant", show=False, graph_attr={"form": "sequence", "failure": "over the limit"}):
    tenant = Client("Tenant 42\n100 calls a minute")
    gateway = APIGateway("API Gateway\nUsage Plans")
    with Cluster("Custom"):
        authorizer = Lambda("Lambda\nAuthorizer")
        counter = Redis("Redis\nRate:{TenantID}")

    tenant >> Edge(label="1. GET /orders", at="#100") >> gateway
    gateway >> Edge(label="2. may 42 call?") >> authorizer
    authorizer >> Edge(label="3. INCR Rate:42") >> counter
    counter >> Edge(label="3. 100", color="green") >> authorizer
    authorizer >> Edge(label="4. Allow policy", color="green") >> gateway
    gateway >> Edge(label="4. 200, from the API", color="green") >> tenant
    tenant >> Edge(label="5. GET /orders", at="#101") >> gateway
    gateway >> Edge(label="5. may 42 call?") >> authorizer
    authorizer >> Edge(label="5. INCR Rate:42") >> counter
    counter >> Edge(label="5. 101", color="green") >> authorizer
    authorizer >> Edge(label="6. over the limit", color="red") >> gateway
    gateway >> Edge(label="6. 429", color="red") >> tenant
