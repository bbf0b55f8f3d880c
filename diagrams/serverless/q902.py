"""Three remedies for a Cold Start.

A request that finds no initialized instance waits for one. Each row keeps that wait away: an instance is kept warm,
is initialized in advance, or starts quickly.

1. Cold Start: a request that finds no instance waits until the runtime and the code are initialized.
2. Keep-Warm: a schedule pings the function every 5 mins, so an instance stays initialized.
3. Provisioned Concurrency: an AWS feature keeps N instances initialized before any request comes.
4. Language: Go/Rust instead of Java/Spring, as the JVM startup time is most of the wait.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.aws.compute import AutoScaling, Lambda
from diagrams.aws.integration import EventbridgeScheduler
from diagrams.onprem.client import Client
from diagrams.programming.language import Go, Java

with Diagram("Remedies for a cold start", show=False):
    request = Client("Request")

    with Cluster("Keep-Warm"):
        warm = Lambda("Warm function")
        ping = EventbridgeScheduler("Ping\nevery 5 mins")
    with Cluster("Provisioned Concurrency"):
        ready = Lambda("N instances\ninitialized")
        provisioned = AutoScaling("AWS feature\nkeeps N ready")
    with Cluster("Language"):
        light = Go("Go / Rust\nstarts fast")
        heavy = Java("Java / Spring\nJVM startup time")

    request >> [warm, ready, light]
    request >> Edge(label="1. Cold Start", color="red") >> heavy
    warm << Edge(label="2. ping") << ping
    ready << Edge(label="3. initialize") << provisioned
    light << Edge(label="4. instead of") << heavy
