"""Map, shuffle and reduce by key.

What the mappers write under the same key meets at the same reducer: the key does the sorting.

1. Map: S3 Batch Operations invokes a Lambda for each of 1M objects.
2. Shuffle: each mapper writes its intermediate results to DynamoDB/S3, one item a word.
3. Reduce: DynamoDB Streams trigger the Reducer Lambda with the items of one key, and it adds them up.
"""

from diagrams import Cluster, Diagram, Edge, Node

with Diagram("Serverless map-reduce", show=False, graph_attr={"form": "table", "marked": "key “cat”"}):
    with Cluster("Map: S3 Batch Operations", graph_attr={"columns": "object | word"}):
        one = Node("a.txt | cat")
        two = Node("b.txt | cat")
        three = Node("c.txt | dog", step="1")
    with Cluster("Shuffle: DynamoDB/S3", graph_attr={"columns": "key | from | count"}):
        cat_one = Node("cat | a.txt | 1", style="bold")
        cat_two = Node("cat | b.txt | 1", style="bold")
        dog_one = Node("dog | c.txt | 1")
    with Cluster("Reduce", graph_attr={"columns": "key | total"}):
        cat = Node("cat | 2", style="bold")
        dog = Node("dog | 1")

    one >> Edge(label="2. Lambda") >> cat_one
    two >> Edge(label="2. Lambda") >> cat_two
    three >> Edge(label="2. Lambda") >> dog_one
    cat_one >> Edge(label="3. Streams") >> cat
    dog_one >> Edge(label="3. Streams") >> dog
