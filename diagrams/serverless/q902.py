"""Move the cold start before the call.

A cold call waits for everything that a warm instance has done already. A small runtime shortens that work; the two
other remedies have it done before anybody calls.

1. A cold call waits: the JVM startup time of Java/Spring alone takes seconds.
2. Language: use Go/Rust, whose programs start in milliseconds.
3. Provisioned Concurrency, an AWS feature, keeps N instances initialized, so only the handler is left.
4. Keep-Warm: a ping of the function every 5 mins does the same for one instance.
"""

from diagrams import Cluster, Diagram, Node

scale = {
    "form": "scale",
    "from": "-2",
    "to": "3.1",
    "ticks": "-1 s|0 call|1 s|2 s|3 s",
    "failure": "the caller waits",
    "muted": "done before the call",
    "reply": "your code runs",
}
with Diagram("Cold start", show=False, graph_attr=scale):
    with Cluster("Java/Spring"):
        Node("JVM startup, Spring", start="0", end="2.2", color="red", step="1")
        Node("run", start="2.2", end="2.9", color="green", step="1")
    with Cluster("Go/Rust"):
        Node("start", start="0", end="0.5", color="red", step="2")
        Node("run", start="0.5", end="1.2", color="green", step="2")
    with Cluster("Provisioned Concurrency"):
        Node("N instances initialized", start="-1.9", end="0", style="dashed", step="3")
        Node("run", start="0", end="0.7", color="green", step="3")
    with Cluster("Keep-Warm"):
        Node("ping every 5 mins", start="-1.9", end="0", style="dashed", step="4")
        Node("run", start="0", end="0.7", color="green", step="4")
