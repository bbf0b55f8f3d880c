"""Secrets fetched once, used many times.

The first call fetches the secret; the warm calls after it read their own copy, and the API is paid for once.

1. Environment Variables hold what is not secret enough to rotate, encrypted at rest, and the secret's name.
2. The first call after a cold start fetches the secret at runtime from Secrets Manager.
3. The function caches it in /tmp.
4. Warm reuse: the next calls read /tmp, which avoids API cost.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.security import SecretsManager
from diagrams.custom import Custom

with Diagram("Secrets of a function", show=False, graph_attr={"form": "sequence"}):
    with Cluster("One instance"):
        variables = Custom("Environment Variables\nencrypted at rest", "icons/material/lock-outline.png")
        function = Lambda("Function")
        files = Custom("/tmp", "icons/material/folder-outline.png")
    manager = SecretsManager("Secrets Manager")

    function << Edge(label="1. DB_SECRET=prod/db") << variables
    function >> Edge(label="2. first call: GetSecretValue") >> manager
    manager >> Edge(label="2. s3cr3t", color="green") >> function
    function >> Edge(label="3. cache") >> files
    files >> Edge(label="4. warm calls: s3cr3t", color="green") >> function
