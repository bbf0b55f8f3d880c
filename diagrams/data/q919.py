"""Top-K by sketch and MapReduce.

A sketch of fixed size counts billions of keys: it may count too much, never too little, and lists of many machines add
up.

1. Approx: each mapper keeps a Count-Min Sketch. Every key raises one counter in each row, and its count is the least of
   them: here 7 for “cat” at mapper A, whose sketch is drawn.
2. Merge, by MapReduce: each mapper finds its local Top-K, and the reducer merges lists and adds up the counts of the
   same key.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

rows = [[5, 7, 0, 4, 5], [0, 5, 9, 7, 0], [5, 0, 5, 0, 11], [12, 0, 3, 2, 4]]
picked = {(0, 1): {"color": "green"}, (1, 2): {"style": "bold"}, (2, 4): {"style": "bold"}, (3, 0): {"style": "bold"}}
sketch = {
    "form": "grid",
    "columns": "5",
    "side": "hash 1|hash 2|hash 3|hash 4",
}
approx = "Approx: Count-Min Sketch of Mapper A"
key = {"marked": "counters of “cat”", "reply": "the least: its count"}
with Diagram("Top-K by sketch and merge", show=False, graph_attr=key):
    cells = {}
    with Cluster(approx, graph_attr=sketch):
        for row, counts in enumerate(rows):
            for column, count in enumerate(counts):
                cells[row, column] = Node(str(count), **picked.get((row, column), {}))
    with Cluster("Mappers", graph_attr={"form": "table", "columns": "name | local Top-K"}):
        local = Node("A | cat 7, dog 5")
        other = Node("B | owl 6, cat 4")
    merged = Custom("Reducer\ncat 11, owl 6", "icons/material/call-merge.png")

    cells[0, 1] >> Edge(label="1. cat 7", ltail=f"cluster_{approx}", lhead="cluster_Mappers") >> local
    other >> Edge(label="2. Merge", ltail="cluster_Mappers") >> merged
