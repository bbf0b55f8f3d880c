"""Join two infinite streams in a window.

Neither stream ends, so the join must know how long to wait: what meets within the window becomes a pair, and nothing is
kept longer than that.

1. State: the Impression is buffered, for its Click comes later.
2. Constraint: the Window must be defined, here "join if Click happens within 10 mins of Impression".
3. This Click comes in time and finds the buffered Impression: a joined event.
4. This one comes after the window; the buffer has forgotten, and nothing is joined.
"""

from diagrams import Cluster, Diagram, Edge, Node

scale = {
    "form": "scale",
    "from": "11:59",
    "to": "12:16",
    "ticks": "12:00|12:05|12:10|12:15",
    "reply": "joined",
    "failure": "too late",
}
with Diagram("Windowed stream join", show=False, graph_attr=scale):
    with Cluster("Impressions"):
        Node("ad 7", at="12:01", step="1")
    with Cluster("State"):
        Node("Window: 10 mins\nBuffer Impression", start="12:01", end="12:11", style="bold", step="2")
    with Cluster("Clicks"):
        click = Node("ad 7", at="12:06", color="green", step="3")
        Node("ad 7", at="12:14", color="red", step="4")
    with Cluster("Joined"):
        pair = Node("ad 7: shown, clicked", at="12:06", color="green", step="3")

    click >> Edge(label="3. in time", color="green") >> pair
