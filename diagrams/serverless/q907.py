"""Map, shuffle and reduce by key.

What the mappers write under the same key meets at the same reducer: the key does the sorting.

1. Map: S3 Batch Operations invokes Lambda for 1M objects. Shuffle: each mapper writes its intermediate results to
   DynamoDB/S3, one item a word.
2. Reduce: DynamoDB Streams trigger the Reducer Lambda with the items of one key, and it adds them up.
"""

from diagrams import Cluster, Diagram, Edge, Node

with Diagram("Serverless map-reduce", show=False, graph_attr={"form": "table", "marked": "one key, one reducer"}):
    with Cluster("S3 Batch Operations", graph_attr={"columns": "object | word"}):
        three = Node("a.txt | dog")
        one = Node("b.txt | cat")
        two = Node("c.txt | cat")
        Node("… 1M | …")
    with Cluster("DynamoDB/S3", graph_attr={"columns": "key | count"}):
        dog_one = Node("dog | 1")
        cat_one = Node("cat | 1", style="bold")
        cat_two = Node("cat | 1", style="bold")
    with Cluster("Reducer", graph_attr={"columns": "key | total"}):
        dog = Node("dog | 1")
        cat = Node("cat | 2", style="bold")

    three >> Edge(label="1. Lambda") >> dog_one
    one >> cat_one
    two >> cat_two
    dog_one >> Edge(label="2. Streams") >> dog
    cat_one >> cat
    cat_two >> cat
