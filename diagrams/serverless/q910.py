"""A URL shortener without servers.

Writing and reading meet at one table. Most reads never come that far: the redirect is already at the CloudFront Edge.

1. Write: a long URL comes through API Gateway to a Lambda.
2. The Lambda puts Hash -> URL into DynamoDB and answers with the short link.
3. Read: the first visitor asks the CloudFront Edge for the short link.
4. CloudFront has not cached it, so the read goes on, through API Gateway to a Lambda, which gets the URL of the Hash
   from DynamoDB.
5. The Lambda answers CloudFront with a 301 Redirect.
6. CDN: CloudFront caches the redirect and passes it on to the visitor.
7. All later visitors get it from the edge, which reduces Lambda hits by 99%.
"""

from diagrams import Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.database import Dynamodb
from diagrams.aws.network import CloudFront
from diagrams.onprem.client import Users

with Diagram("Serverless URL shortener", show=False, graph_attr={"form": "sequence"}):
    visitors = Users("Users")
    edge = CloudFront("CDN Edge\nCloudFront")
    function = Lambda("Lambda\nvia API Gateway")
    links = Dynamodb("DynamoDB\nHash→URL")

    visitors >> Edge(label="1. example.com/sale", at="Write") >> function
    function >> Edge(label="2. put x7K") >> links
    function >> Edge(label="2. short link: /x7K", color="green") >> visitors
    visitors >> Edge(label="3. /x7K", at="Read") >> edge
    edge >> Edge(label="4. miss") >> function
    function >> Edge(label="4. x7K?") >> links
    links >> Edge(label="4. URL", color="green") >> function
    function >> Edge(label="5. 301", color="green") >> edge
    edge >> Edge(label="6. Cache Redirect") >> edge
    edge >> Edge(label="6. 301", color="green") >> visitors
    visitors >> Edge(label="7. /x7K", at="Read again") >> edge
    edge >> Edge(label="7. 99% stop here") >> edge
    edge >> Edge(label="7. 301", color="green") >> visitors
