"""Three remedies for a Cold Start.

A request meets one of three functions: two that are kept initialized, and one that has to start first. Each has its
remedy beside it.

1. Cold Start: a request that finds no instance waits until the runtime and the code are initialized.
2. Keep-Warm: ping the function every 5 mins, so that an instance stays initialized.
3. Provisioned Concurrency: an AWS feature to keep N instances initialized.
4. Language: use Go/Rust instead of Java/Spring, as the JVM startup time is most of the wait.
"""

from diagrams import Diagram, Edge
from diagrams.aws.compute import AutoScaling, Lambda
from diagrams.aws.integration import EventbridgeScheduler
from diagrams.onprem.client import Client
from diagrams.programming.framework import Spring
from diagrams.programming.language import Go

with Diagram("Remedies for a cold start", show=False):
    request = Client("Request")

    warm = Lambda("Function\nstill warm")
    ready = Lambda("N instances\ninitialized")
    cold = Spring("Java / Spring\nJVM startup time")

    keep_warm = EventbridgeScheduler("Keep-Warm\nevery 5 mins")
    provisioned = AutoScaling("Provisioned Concurrency\nAWS feature")
    language = Go("Language\nGo / Rust")

    request >> [warm, ready]
    request >> Edge(label="1. Cold Start", color="red") >> cold
    warm << Edge(label="2. ping") << keep_warm
    ready << Edge(label="3. keep N") << provisioned
    cold << Edge(label="4. instead of") << language
