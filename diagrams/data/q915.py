"""An index that explodes, and a roll-up that saves it.

Each distinct label value is a row of the index. One label with a value for every client outgrows all data there is to
find.

1. TSDB: the Inverted Index for Labels leads from a label to its series, `IP=10.0.0.1` -> `[SeriesID]`.
2. Problem: too many unique IPs = explosion, for every new one is a row and a series of its own.
3. Solution: after 24h the series are rolled up; drop the IP dimension, and the
   counts of all series with the same path are added up into one new series.
"""

from diagrams import Cluster, Diagram, Edge, Node

names = "TSDB: series", "Inverted Index for Labels", "Roll up after 24h"
table = {"form": "table", "failure": "too many unique IPs: explosion", "reply": "few rows again"}
with Diagram("High cardinality", show=False, graph_attr=table):
    with Cluster(names[0], graph_attr={"columns": "ID | IP | path"}):
        series = Node("1 | 10.0.0.1 | /pay")
        Node("2 | 10.0.0.1 | /login")
        Node("3 | 10.0.0.2 | /pay")
        Node("4 | 10.0.0.2 | /login")
        Node("… | … a million | …", color="red")
    with Cluster(names[1], graph_attr={"columns": "label | [SeriesID]"}):
        pay = Node("path=/pay | 1, 3 …")
        login = Node("path=/login | 2, 4 …")
        Node("IP=10.0.0.1 | 1, 2", color="red")
        Node("IP=10.0.0.2 | 3, 4", color="red")
        Node("… a million | …", color="red", step="2")
    with Cluster(names[2], graph_attr={"columns": "label | [SeriesID]"}):
        Node("path=/pay | r1 = 1 + 3 + …", color="green")
        one = Node("path=/login | r2 = 2 + 4 + …", color="green")

    series >> Edge(label="1. index", ltail=f"cluster_{names[0]}", lhead=f"cluster_{names[1]}") >> pay
    login >> Edge(label="3. drop IP", ltail=f"cluster_{names[1]}", lhead=f"cluster_{names[2]}") >> one
