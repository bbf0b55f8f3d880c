"""Rate limiting per tenant at the gateway.

A counter a tenant decides before any code of the API runs: who is over the limit costs one look into Redis and nothing
else.

1. Each tenant calls with its key. Usage Plans of the API Gateway limit keys by rate, burst and quota.
2. Custom: the gateway asks the Lambda Authorizer about the tenant.
3. The authorizer raises `Rate:{TenantID}` in Redis and checks it against its own limit, here 100 a minute: `Rate:42` is
   now 101, `Rate:43` is 7.
4. It returns a policy: `429` for tenant 42, `Allow` for tenant 43.
5. The gateway calls the API for tenant 43. Tenant 42 gets 429, and the API never hears of it.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.aws.compute import Lambda
from diagrams.aws.network import APIGateway
from diagrams.custom import Custom
from diagrams.onprem.client import Client

counters = {"form": "table", "columns": "Rate:{TenantID}"}
with Diagram(
    "Rate limiting per tenant", show=False, graph_attr={"failure": "42: over the limit", "reply": "43: allowed"}
):
    tenants = Client("Tenants\nwith the keys 42 and 43")
    gateway = APIGateway("API Gateway\nUsage Plans")
    authorizer = Lambda("Lambda Authorizer\nchecks Redis")
    with Cluster("Redis: limit 100/min", graph_attr=counters):
        count = Node("Rate:42 = 101", color="red")
        Node("Rate:43 = 7", color="green")
    api = Custom("API\nGET /orders, POST /orders", "icons/material/server.png")

    tenants >> Edge(label="1. call") >> gateway
    gateway >> Edge(label="2. ask") >> authorizer
    authorizer >> Edge(label="3. INCR") >> count
    authorizer >> Edge(label="4. policy", constraint="false") >> gateway
    gateway >> Edge(label="5. Allow", color="green") >> api
    gateway >> Edge(label="5. 429", color="red", constraint="false") >> tenants
