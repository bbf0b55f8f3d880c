"""An index that explodes, and a roll-up that saves it.

Each distinct label value is a row of the index. One label with a value for every client outgrows all data there is to
find.

1. TSDB: the Inverted Index for Labels leads from a label to its series, `IP=10.0.0.1` -> `[SeriesID]`.
2. Problem: too many unique IPs = explosion, for every new one is a row and a series of its own.
3. Solution: after 24h the series are rolled up; drop the IP dimension, and their counts become one.
"""

from diagrams import Cluster, Diagram, Edge, Node

table = {"form": "table", "failure": "explosion: one row for each IP"}
with Diagram("High cardinality", show=False, graph_attr=table):
    with Cluster("TSDB: Inverted Index for Labels", graph_attr={"columns": "label | [SeriesID]"}):
        pay = Node("path=/pay | 1, 3, 5 …")
        login = Node("path=/login | 2, 4, 6 …")
        Node("IP=10.0.0.1 | 1, 2", color="red", step="1")
        Node("IP=10.0.0.2 | 3, 4", color="red")
        Node("… a million more | …", color="red", step="2")
    with Cluster("After 24h: rolled up", graph_attr={"columns": "label | [SeriesID] | requests"}):
        one = Node("path=/pay | 1 | 310,220", color="green")
        two = Node("path=/login | 2 | 1,204,551", color="green")

    pay >> Edge(label="3. drop IP") >> one
    login >> two
