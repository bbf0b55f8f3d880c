"""Where a cold start goes, and what takes it away.

A cold call waits for everything that a warm instance has done already; each remedy strikes out a part of that wait.

1. A cold call waits for the runtime: the code is fetched and the JVM startup time of Java/Spring alone takes seconds.
2. Language: use Go/Rust, whose programs start in milliseconds.
3. Provisioned Concurrency, an AWS feature, keeps N instances initialized, so only the handler is left.
4. Keep-Warm: a ping every 5 mins does the same for one instance, as long as one is enough.
"""

from diagrams import Cluster, Diagram, Node

scale = {
    "form": "scale",
    "from": "0",
    "to": "3",
    "unit": "s",
    "axis": "until the answer",
    "failure": "cold start",
    "reply": "your code runs",
}
with Diagram("Cold start", show=False, graph_attr=scale):
    with Cluster("Java/Spring, cold"):
        Node("fetch", start="0", end="0.4", color="red", step="1")
        Node("JVM startup", start="0.4", end="1.3", color="red", step="1")
        Node("Spring", start="1.3", end="2.4", color="red", step="1")
        Node("run", start="2.4", end="2.9", color="green")
    with Cluster("Go/Rust, cold"):
        Node("fetch", start="0", end="0.4", color="red", step="2")
        Node("run", start="0.4", end="0.9", color="green", step="2")
    with Cluster("Provisioned Concurrency: N instances"):
        Node("run", start="0", end="0.5", color="green", step="3")
    with Cluster("Keep-Warm: ping every 5 mins"):
        Node("run", start="0", end="0.5", color="green", step="4")
