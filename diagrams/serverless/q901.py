"""Resize images as they are uploaded.

The upload itself starts the work. Results go to a second bucket without a trigger, so a written image never starts
another run.

1. Trigger: an image put into the bucket raises an S3 ObjectCreated event, which starts the compute, a Lambda Function.
2. Layer: the function loads ImageMagick / Sharp from a layer (Node.js) beside its own code.
3. Storage: the function writes the resized image to bucket-resized/, which has no trigger.
4. If put back into the first bucket, each result would be an upload again: infinite loop triggers.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.storage import S3
from diagrams.custom import Custom

with Diagram("Serverless image resizing", show=False, graph_attr={"failure": "would be an infinite loop"}):
    uploads = S3("Upload\nS3 event: ObjectCreated")
    with Cluster("Compute"):
        resizer = Lambda("Lambda\nFunction in Node.js")
        layer = Custom("Layer\nImageMagick or Sharp", "icons/simple/nodedotjs.png")
    resized = S3("Storage\nbucket‑resized/, no trigger")

    uploads >> Edge(label="1. Trigger") >> resizer
    resizer >> Edge(label="2. load") >> layer
    layer >> Edge(label="3. write", ltail="cluster_Compute") >> resized
    resizer >> Edge(label="4. put back", color="red", constraint="false") >> uploads
