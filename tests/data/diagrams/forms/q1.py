"""Log in with a code by mail.

Who can read the mailbox may come in; the code is worth nothing after ten minutes.

1. The browser asks to log in with an address.
2. The service makes a code and keeps its hash for ten minutes.
3. It mails the code.
4. The reader types it in.
5. The service compares hashes and answers with a session.
6. A wrong or late code is refused.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.inmemory import Redis

with Diagram("Log in by mail", show=False, graph_attr={"form": "sequence"}):
    browser = Custom("Browser", "material/web")
    with Cluster("Our servers"):
        service = Custom("Login service", "material/server")
        codes = Redis("Codes\nRedis")
    mailbox = Custom("Mailbox", "material/email")

    browser >> Edge(label="1. log in as ann@example.org") >> service
    service >> Edge(label="2. code 481 516\nmade at random") >> service
    service >> Edge(label="2. SET hash\nEX 600") >> codes
    service >> Edge(label="3. “your code is 481 516”") >> mailbox
    browser >> Edge(label="4. 481 516") >> service
    service << Edge(label="GET hash", color="green") << codes
    service >> Edge(label="5. session cookie", color="green") >> browser
    service >> Edge(label="6. 401, after three tries", color="red") >> browser
