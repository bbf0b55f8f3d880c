"""Resize images as they are uploaded.

The upload itself starts the work. Results go to a second bucket without a trigger, so a written image never starts
another run.

1. A client puts the original image into the uploads bucket.
2. Trigger: an S3 ObjectCreated event starts the compute, a Lambda Function.
3. Layer: the function finds the ImageMagick / Sharp layer (Node.js) beside its own code.
4. Storage: the function writes the resized image to bucket-resized/.
5. Written back into the uploads bucket, each result would be an upload again: an infinite loop of triggers.
"""

from diagrams import Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.general import Client
from diagrams.aws.storage import S3
from diagrams.programming.language import NodeJS

with Diagram("Serverless image resizing", show=False):
    client = Client("Client")
    uploads = S3("uploads\ntrigger on this bucket")
    resizer = Lambda("Lambda Function\nresizes")
    resized = S3("bucket-resized/\nno trigger")
    layer = NodeJS("Layer\nImageMagick / Sharp (Node.js)")

    client >> Edge(label="1. original") >> uploads
    uploads >> Edge(label="2. ObjectCreated") >> resizer
    resizer << Edge(label="3. library", constraint="false") << layer
    resizer >> Edge(label="4. resized image") >> resized
    resizer >> Edge(label="5. never", color="red", constraint="false") >> uploads
