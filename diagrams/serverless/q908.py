"""Secrets fetched once, used often.

The first call fetches the secret; the warm calls after it read their own copy, and the API is paid for once.

1. Environment Variables hold the secret's name and whatever is not worth rotating, encrypted at rest.
2. The first call after a cold start fetches the secret at runtime from Secrets Manager, which costs an API call.
3. The function caches it in /tmp.
4. Warm reuse: the next calls read /tmp, which avoids API cost.
"""

from diagrams import Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.security import SecretsManager
from diagrams.custom import Custom

with Diagram("Secrets of a function", show=False, graph_attr={"form": "sequence"}):
    files = Custom("/tmp\ninstance cache", "icons/material/folder-outline.png")
    function = Lambda("Function\nLambda")
    manager = SecretsManager("Secrets Manager\npaid per API call")

    function >> Edge(label="1. Environment Variables\nencrypted at rest:\nSECRET=prod/db") >> function
    function >> Edge(label="2. Fetch prod/db") >> manager
    manager >> Edge(label="2. s3cr3t", color="green") >> function
    function >> Edge(label="3. Cache s3cr3t") >> files
    function >> Edge(label="4. warm: prod/db?") >> files
    files >> Edge(label="4. s3cr3t, free", color="green") >> function
