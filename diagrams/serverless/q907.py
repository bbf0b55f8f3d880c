"""Map, shuffle and reduce by key.

What the mappers write under the same key meets at the same reducer: the key does the sorting.

1. Map: S3 Batch Operations invokes Lambda for 1M objects. Shuffle: each mapper writes its intermediate results to
   DynamoDB/S3, one item a word and object.
2. Reduce: DynamoDB Streams trigger the Reducer Lambda with the items of one key, and it adds them up.
"""

from diagrams import Cluster, Diagram, Edge, Node

with Diagram("Serverless map-reduce", show=False, graph_attr={"form": "table", "marked": "same key"}):
    with Cluster("Mapper Lambda: S3 Batch Operations", graph_attr={"columns": "object | word"}):
        found = Node("a.txt | cat", style="bold")
        Node("b.txt | dog")
        also = Node("c.txt | cat", style="bold")
        Node("… 1M objects | …")
    with Cluster("Shuffle: DynamoDB/S3", graph_attr={"columns": "key | object | count"}):
        kept = Node("cat | a.txt | 1", style="bold")
        again = Node("cat | c.txt | 1", style="bold")
        Node("dog | b.txt | 1")
        Node("… | … | …")
    with Cluster("Reducer Lambda", graph_attr={"columns": "key | total count"}):
        total = Node("cat | 2", style="bold")
        Node("dog | 1")
        Node("… | …")

    found >> Edge(label="1. Map: write") >> kept
    also >> again
    kept >> Edge(label="2. DynamoDB Streams") >> total
    again >> total
