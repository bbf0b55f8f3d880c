"""Top-K from counters that are allowed to be wrong.

A sketch of fixed size counts billions of keys: it may count too much, never too little, and sketches of many machines
add up.

1. Approx: each mapper keeps a Count-Min Sketch. Every key raises one counter in each row, and its count is the least of
   them: here 7 for “cat”.
2. Each mapper finds its local Top-K.
3. Merge, by MapReduce: the reducer merges lists and adds the counts of the same key.
"""

from diagrams import Cluster, Diagram, Edge, Node

rows = [[1, 12, 0, 4, 2, 9], [3, 0, 7, 5, 1, 0], [0, 2, 6, 0, 8, 3]]
picked = {(0, 1): "", (1, 2): "green", (2, 4): ""}
sketch = {
    "form": "grid",
    "columns": "6",
    "side": "hash 1|hash 2|hash 3",
    "marked": "counters of “cat”",
    "reply": "the least: its count",
}
with Diagram("Top-K by sketch and merge", show=False):
    with Cluster("Mapper: Count-Min Sketch", graph_attr=sketch):
        for row, counts in enumerate(rows):
            for column, count in enumerate(counts):
                if (row, column) in picked:
                    look = {"color": "green"} if picked[row, column] else {"style": "bold"}
                    cell = Node(str(count), step="1", **look)
                else:
                    Node(str(count))
    with Cluster("Mapper A: local Top-K", graph_attr={"form": "table", "columns": "key | count"}):
        here = Node("cat | 7")
        Node("dog | 5")
    with Cluster("Mapper B: local Top-K", graph_attr={"form": "table", "columns": "key | count"}):
        there = Node("cat | 4")
        Node("owl | 6")
    with Cluster("Reducer: merged lists", graph_attr={"form": "table", "columns": "key | count"}):
        top = Node("cat | 11", style="bold")
        Node("owl | 6")

    cell >> Edge(label="2. pick") >> here
    here >> Edge(label="3. merge") >> top
    there >> Edge(label="3. merge") >> top
