"""Resize images as they are uploaded.

The upload itself starts the work. Results go to a second bucket without a trigger, so a written image never starts
another run.

1. A client puts the original image into the uploads bucket.
2. Trigger: an S3 ObjectCreated event starts the compute, a Lambda Function.
3. Layer: the function loads ImageMagick / Sharp from a layer (Node.js) beside its own code.
4. Storage: the function writes the resized image to bucket-resized/, which has no trigger.
5. Written back into the uploads bucket, each result would be an upload again: an infinite loop of triggers.
"""

from diagrams import Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.general import Client
from diagrams.aws.storage import S3
from diagrams.programming.language import NodeJS

with Diagram("Serverless image resizing", show=False, graph_attr={"failure": "would start the next run"}):
    client = Client("Client")
    uploads = S3("uploads/\nwith a trigger")
    resizer = Lambda("Lambda\nFunction")
    layer = NodeJS("Layer (Node.js)\nImageMagick / Sharp")
    resized = S3("bucket-resized/\nno trigger")

    client >> Edge(label="1. cat.jpg") >> uploads
    uploads >> Edge(label="2. Object\nCreated") >> resizer
    resizer >> Edge(label="3. load") >> layer
    resizer >> Edge(label="4. write") >> resized
    resizer >> Edge(label="5. infinite loop", color="red", constraint="false") >> uploads
