"""From a camera frame to a click of two fingers.

Frames never leave the device: a model turns each into 21 points, and a gesture is nothing but a rule over those
points.

1. Edge: the camera's frames go to the Hand Tracking model (MediaPipe), which runs on the device itself (30fps).
2. Output: the model turns each frame into a Skeleton (21 points).
3. The Classifier reads how far the tips of Index and Thumb are apart.
4. "Index + Thumb touching" = Click.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

with Diagram("Gesture recognition", show=False, graph_attr={"form": "table", "marked": "0.01 apart: touching"}):
    camera = Custom("Camera\n30fps", "icons/material/camera.png", side="left")
    model = Custom("Hand Tracking model\nMediaPipe, Edge: on device", "icons/simple/mediapipe.png", side="left")
    click = Custom("Click", "icons/material/gesture-tap.png", side="right")
    classifier = Custom("Classifier\nIndex + Thumb touching?", "icons/material/hand-okay.png", side="right")
    with Cluster("Output: Skeleton (21 points)", graph_attr={"columns": "point | x | y"}):
        Node("Wrist | 0.50 | 0.90", step="2")
        thumb = Node("Thumb tip | 0.41 | 0.52", style="bold", step="2 3")
        base = Node("Index base | 0.48 | 0.66", step="2")
        index = Node("Index tip | 0.42 | 0.52", style="bold", step="2 3")
        Node("… 17 more | … | …")

    camera >> Edge(label="1. frame") >> model
    model >> Edge(label="2. points") >> base
    thumb >> Edge(label="3. tips") >> classifier
    index >> Edge() >> classifier
    classifier >> Edge(label="4. yes") >> click
