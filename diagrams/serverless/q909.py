"""One post fans out to every channel.

The publisher knows only the topic. SNS copies each message to all subscribers, and each of them scales on its own.

1. A post is published once, to the SNS topic NewPost.
2. Subscribers: SNS invokes Lambda A (Email) and Lambda B (Push) and puts a copy into SQS C (Analytics). Scaling: SNS
   invokes Lambdas in parallel (thousands concurrent).
3. Each Lambda reaches its followers in its own way.
4. The messages wait in SQS C and come to the analytics job in batches, at its own pace.
"""

from diagrams import Diagram, Edge
from diagrams.aws.compute import Lambda
from diagrams.aws.integration import SNS, SQS
from diagrams.custom import Custom
from diagrams.onprem.client import User

with Diagram("Fan-out of notifications", show=False):
    author = User("Author")
    topic = SNS("SNS topic\nNewPost")
    email = Lambda("Lambda A\nEmail, 1000s in parallel")
    push = Lambda("Lambda B\nPush, 1000s in parallel")
    queue = SQS("SQS C\nAnalytics, copies wait")
    inbox = Custom("Inboxes\nof followers", "icons/material/email-outline.png")
    phones = Custom("Phones\nof followers", "icons/material/cellphone.png")
    analytics = Custom("Job\ncounts posts", "icons/material/chart-bar.png")

    author >> Edge(label="1. publish") >> topic
    topic >> Edge(label="2. one copy each") >> [email, push, queue]
    email >> Edge(label="3. mail") >> inbox
    push >> Edge(label="3. ping") >> phones
    queue >> Edge(label="4. batch") >> analytics
