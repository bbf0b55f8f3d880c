"""An index that explodes, and a roll-up that saves it.

Each distinct label value is a row of the index. One label with a value for every client outgrows all data there is to
find.

1. TSDB: the Inverted Index for Labels leads from a label to its series, `IP=10.0.0.1` -> `[SeriesID]`.
2. Problem: too many unique IPs = explosion, for every new one is a row and a series of its own.
3. Solution: after 24h the series are rolled up; drop the IP dimension, and their counts become one.
"""

from diagrams import Cluster, Diagram, Edge, Node

with Diagram("High cardinality", show=False, graph_attr={"form": "table", "failure": "one row an IP"}):
    with Cluster("Inverted Index for Labels, first 24h", graph_attr={"columns": "label | SeriesID"}):
        Node("path=/login | 1, 2, 3 …")
        first = Node("IP=10.0.0.1 | 1", color="red", step="1")
        Node("IP=10.0.0.2 | 2", color="red")
        last = Node("… a million more |", color="red", step="2")
    with Cluster("Rolled up, after 24h", graph_attr={"columns": "label | SeriesID | requests"}):
        rolled = Node("path=/login | 1 | 1,204,551", color="green")

    last >> Edge(label="3. drop IP") >> rolled
