"""Rate limiting per tenant in front of a serverless API.

Each call passes two gates before it costs any compute: the Usage Plan of the gateway, then a counter of its own
tenant in Redis.

1. A tenant calls API Gateway, whose Usage Plans hold the quota of the tenant's API key.
2. Custom: API Gateway asks the Lambda Authorizer before it lets the call through.
3. The Lambda Authorizer checks the counter Rate:{TenantID} in Redis.
4. Below the limit it returns an Allow policy.
5. With that policy API Gateway invokes the function behind the API.
6. Above the limit it refuses, so the tenant gets 429 and no function runs.
"""

from diagrams import Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.network import APIGateway
from diagrams.onprem.client import Users
from diagrams.onprem.inmemory import Redis

with Diagram("Rate limiting per tenant", show=False):
    tenant = Users("Tenant")
    gateway = APIGateway("API Gateway\nUsage Plans")
    authorizer = Lambda("Lambda Authorizer")
    function = Lambda("API function")
    counter = Redis("Redis\nRate:{TenantID}")

    tenant >> Edge(label="1. call") >> gateway
    gateway >> Edge(label="2. allowed?") >> authorizer
    authorizer >> Edge(label="3. check") >> counter
    gateway << Edge(label="4. Allow policy", color="green") << authorizer
    gateway >> Edge(label="5. invoke") >> function
    tenant << Edge(label="6. 429", color="red") << gateway
