"""A URL shortener without servers.

Two short paths meet at one table. Most reads never come that far: the redirect is already at the CloudFront Edge.

1. Write: a long URL comes through API Gateway to a Lambda.
2. The Lambda puts Hash -> URL into DynamoDB.
3. Read: a visitor asks the CloudFront Edge for the short link.
4. Only a link that is not cached goes on, through API Gateway to a Lambda.
5. The Lambda gets the URL of the Hash.
6. It answers with a 301 Redirect.
7. CDN: CloudFront caches the redirect and answers the next visitors itself, which reduces Lambda hits by 99%.
"""

from diagrams import Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.database import Dynamodb
from diagrams.aws.network import APIGateway, CloudFront
from diagrams.onprem.client import User, Users

with Diagram("Serverless URL shortener", show=False):
    author = User("Author")
    write_api = APIGateway("API Gateway")
    shorten = Lambda("Lambda\nshorten")
    links = Dynamodb("DynamoDB\nHash -> URL")

    visitors = Users("Visitors")
    edge = CloudFront("CloudFront Edge\ncaches Redirect")
    read_api = APIGateway("API Gateway")
    redirect = Lambda("Lambda\nredirect")

    author >> Edge(label="1. Write") >> write_api >> Edge(label="1. invoke") >> shorten
    shorten >> Edge(label="2. put") >> links
    visitors >> Edge(label="3. Read") >> edge
    edge >> Edge(label="4. miss") >> read_api >> Edge(label="4. invoke") >> redirect
    redirect >> Edge(label="5. get") >> links
    read_api << Edge(label="6. URL", color="green") << redirect
    edge << Edge(label="6. 301\nRedirect", color="green") << read_api
    visitors << Edge(label="7. 301", color="green") << edge
