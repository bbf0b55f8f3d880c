"""Where a page's first second goes.

Half of the time to the first picture passes before our own code runs at all.

1. Name and handshake: two round trips before the first byte is asked for.
2. The server thinks for 180 ms.
3. The page waits for its style sheet before it paints anything.
4. The reader sees the first text at 820 ms.
"""

from diagrams import Cluster, Diagram, Edge, Node

scale = {"form": "scale", "from": "0", "to": "1000", "unit": "ms", "axis": "since the click"}
with Diagram("First second", show=False, graph_attr=scale):
    with Cluster("Network"):
        Node("DNS", start="0", end="60", step="1")
        Node("TCP, TLS\n2 round trips", start="60", end="240", step="1")
        style = Node("style.css\n48 KB", start="470", end="700", step="3")
    with Cluster("Server"):
        Node("Render", start="260", end="440", style="bold", step="2")
    with Cluster("Browser"):
        byte = Node("First byte", at="450")
        paint = Node("First text", at="820", color="green")
        Node("Layout", start="700", end="820")

    style >> Edge(label="3. blocks") >> paint
    byte >> Edge(label="4. 370 ms later") >> paint
