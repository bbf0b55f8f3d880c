"""A URL shortener without servers.

Two short paths meet at one table. Most reads never come that far: the redirect is already at the CloudFront Edge.

1. Write: a long URL comes through API Gateway to a Lambda.
2. The Lambda stores Hash -> URL in DynamoDB.
3. Read: a visitor asks the CloudFront Edge for the short link.
4. Only a link that is not cached goes on, through API Gateway to a Lambda.
5. The Lambda looks up the URL of the Hash.
6. It answers with a 301 Redirect.
7. CDN: CloudFront caches the redirect and answers the next visitors itself, which reduces Lambda hits by 99%.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.database import Dynamodb
from diagrams.aws.network import APIGateway, CloudFront
from diagrams.onprem.client import User, Users

with Diagram("Serverless URL shortener", show=False):
    author = User("Author")
    visitors = Users("Visitors")
    edge = CloudFront("CloudFront Edge\ncached redirects")
    with Cluster("Write"):
        write_api = APIGateway("API Gateway\nPOST /")
        shorten = Lambda("Lambda\nshorten")
    with Cluster("Read"):
        read_api = APIGateway("API Gateway\nGET /{hash}")
        redirect = Lambda("Lambda\nredirect")
    links = Dynamodb("DynamoDB\nHash -> URL")

    author >> Edge(label="1. long URL") >> write_api >> Edge(label="1.") >> shorten
    shorten >> Edge(label="2. put") >> links
    visitors >> Edge(label="3. short link", constraint="false") >> edge
    edge >> Edge(label="4. miss") >> read_api >> Edge(label="4.") >> redirect
    redirect >> Edge(label="5. get") >> links
    edge << Edge(label="6. 301 Redirect", color="green") << redirect
    edge >> Edge(label="7. cached", color="green", constraint="false") >> visitors
