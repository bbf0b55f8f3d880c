"""Metrics with very many labels.

Every distinct label value is a row of the inverted index and points to its own series. After a day the roll-up folds
the series of one dimension into one.

1. Each sample carries labels, and each label value gets its row in the TSDB (see Cortex / Thanos).
2. Inverted Index for Labels: a label such as IP=10.0.0.1 points to its [SeriesID].
3. Problem: too many unique IPs mean as many rows and series: an explosion.
4. Solution: roll up after 24h, that is drop the IP dimension, and one series is left of thousands.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.onprem.monitoring import Prometheus

with Diagram("High-cardinality metrics", show=False):
    samples = Prometheus("Samples\nwith labels")
    with Cluster("Inverted Index"):
        first_label = Node("IP=10.0.0.1")
        second_label = Node("IP=10.0.0.2")
        more_labels = Node("IP=…\nmillions more")
    with Cluster("TSDB"):
        first_series = Node("[SeriesID]\nseries 1")
        second_series = Node("[SeriesID]\nseries 2")
        more_series = Node("[SeriesID]\nexplosion")
    rolled_up = Node("[SeriesID]\nno IP")

    samples >> Edge(label="1. label") >> [first_label, second_label]
    samples >> Edge(label="3. unique IPs", color="red") >> more_labels
    first_label >> Edge(label="2.") >> first_series
    second_label >> Edge(label="2.") >> second_series
    more_labels >> Edge(label="3.", color="red") >> more_series
    [first_series, second_series, more_series] >> Edge(label="4. roll up\nafter 24h") >> rolled_up
