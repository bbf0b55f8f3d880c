"""Two places for a secret of a function.

Environment Variables come with the deployment, Secrets Manager is asked at runtime. A copy in /tmp lets warm runs
skip the call and its cost.

1. Environment Variables are encrypted at rest and handed to the function when it starts.
2. On a cold run the function asks Secrets Manager: fetch at runtime.
3. The function keeps what it got: cache in /tmp.
4. Warm reuse: later runs read /tmp, which avoids API cost.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.security import KMS, SecretsManager
from diagrams.generic.storage import Storage

with Diagram("Secrets in serverless", show=False):
    variables = KMS("Environment Variables\nencrypted at rest")
    with Cluster("Instance"):
        function = Lambda("Function")
        cache = Storage("/tmp\ncache")
    secrets = SecretsManager("Secrets Manager")

    variables >> Edge(label="1. at start") >> function
    function >> Edge(label="2. fetch\nat runtime") >> secrets
    function >> Edge(label="3. cache") >> cache
    function << Edge(label="4. warm reuse", color="green") << cache
