"""Map-reduce without a cluster.

Managed services stand for the three phases: S3 Batch Operations spreads the work, a table gathers the results by key,
and its stream wakes the reducer.

1. Map: S3 Batch Operations invokes Lambda for 1M objects, many at a time.
2. Shuffle: each mapper writes its intermediate results to DynamoDB/S3, under the key that they belong to.
3. Each write to the table appears in DynamoDB Streams, in order for its key.
4. Reduce: DynamoDB Streams trigger the Reducer Lambda, which merges the results of a key.
"""

from diagrams import Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.database import Dynamodb, DynamodbStreams
from diagrams.aws.storage import S3

with Diagram("Serverless map-reduce", show=False):
    batch = S3("S3 Batch Operations\n1M objects")
    mappers = [Lambda("Mapper 1"), Lambda("Mapper N")]
    intermediate = Dynamodb("DynamoDB/S3\nintermediate results")
    stream = DynamodbStreams("DynamoDB Streams")
    reducer = Lambda("Reducer Lambda\nReduce")

    batch >> Edge(label="1. Map") >> mappers
    mappers >> Edge(label="2. Shuffle") >> intermediate
    intermediate >> Edge(label="3.") >> stream
    stream >> Edge(label="4.") >> reducer
