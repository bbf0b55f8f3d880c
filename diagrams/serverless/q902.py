"""Shorten the cold start, or move it before the call.

A cold call waits for everything that a warm instance has done already. A small runtime shortens that work; the two
other remedies have it done before anybody calls.

1. A cold call waits: the JVM startup time of Java/Spring alone takes seconds.
2. Language: use Go/Rust, whose programs start in a fraction of a second.
3. Provisioned Concurrency, an AWS feature, keeps N instances initialized, so only the handler is left.
4. Keep-Warm: a ping of the function every 5 mins does the same for one instance.
"""

from diagrams import Cluster, Diagram, Node

scale = {
    "form": "scale",
    "from": "-2",
    "to": "4",
    "ticks": "0 s|1 s|2 s|3 s",
    "axis": "after the call (before it: not to scale)",
    "failure": "the caller waits",
    "muted": "done long before the call",
    "reply": "your code runs",
}
with Diagram("Cold start", show=False, graph_attr=scale):
    with Cluster("Java/Spring", graph_attr={"step": "1"}):
        Node("JVM startup", start="0", end="3", color="red")
        Node("run", start="3", end="3.8", color="green")
    with Cluster("Language: Go/Rust", graph_attr={"step": "2"}):
        Node("start", start="0", end="0.2", color="red")
        Node("run", start="0.2", end="1", color="green")
    with Cluster("Provisioned Concurrency", graph_attr={"step": "3"}):
        Node("N instances initialized", end="0", style="dashed")
        Node("run", start="0", end="0.8", color="green")
    with Cluster("Keep-Warm, every 5 mins", graph_attr={"step": "4"}):
        for pinged in ("-1.6", "-0.6"):
            Node("ping", at=pinged, style="dashed")
        Node("run", start="0", end="0.8", color="green")
