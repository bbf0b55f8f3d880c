"""Trip a circuit breaker.

After five failures nobody waits for a dead service any longer; one probe now and then finds out whether it is back.

1. Five calls in a row fail: the breaker opens.
2. After 30 s it lets one probe through.
3. The probe succeeds: all calls go through again.
4. The probe fails: it waits for another 30 s.
"""

from diagrams import Diagram, Edge, Node

with Diagram("Circuit breaker", show=False, graph_attr={"form": "states"}):
    closed = Node("Closed\ncalls go through")
    opened = Node("Open\nfails at once")
    half = Node("Half open\none probe")

    closed >> Edge(label="1. 5 failures", color="red") >> opened
    opened >> Edge(label="2. after 30 s") >> half
    half >> Edge(label="3. probe succeeds", color="green") >> closed
    half >> Edge(label="4. probe fails", color="red") >> opened
    closed >> Edge(label="call succeeds") >> closed
