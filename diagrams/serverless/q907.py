"""Map-reduce without a cluster.

Three managed services stand for the three phases: S3 Batch Operations spreads the work, a table gathers the results
by key, and its stream wakes the reducer.

1. Map: S3 Batch Operations invokes Lambda for 1M objects, many at a time.
2. Shuffle: each mapper writes its intermediate results to DynamoDB/S3, under the key that they belong to.
3. Each write appears in DynamoDB Streams, in order for its key.
4. Reduce: DynamoDB Streams trigger the Reducer Lambda with a batch of changes.
5. The reducer writes the result of its keys.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.database import Dynamodb, DynamodbStreams
from diagrams.aws.storage import S3

with Diagram("Serverless map-reduce", show=False):
    batch = S3("S3 Batch Operations\n1M objects")
    with Cluster("Map"):
        mappers = [Lambda("Mapper 1"), Lambda("Mapper 2"), Lambda("Mapper N")]
    with Cluster("Shuffle"):
        intermediate = Dynamodb("DynamoDB / S3\nintermediate results")
        stream = DynamodbStreams("DynamoDB Streams")
    with Cluster("Reduce"):
        reducer = Lambda("Reducer Lambda")
        result = S3("Result")

    batch >> Edge(label="1. invoke") >> mappers
    mappers >> Edge(label="2. write") >> intermediate
    mappers >> Edge(style="invis") >> stream
    intermediate >> Edge(label="3. changes", constraint="false") >> stream
    stream >> Edge(label="4. trigger") >> reducer
    reducer >> Edge(label="5. totals", constraint="false") >> result
