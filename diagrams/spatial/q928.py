"""From a camera frame to a click of two fingers.

Frames never leave the device: a model turns each into 21 points, and a gesture is nothing but a rule over those
points.

1. Edge: the camera's frames go to the Hand Tracking model on the device itself, at 30fps.
2. Output: the model (MediaPipe) turns each frame into a Skeleton (21 points).
3. The Classifier reads the points, above all how far the tips of Index and Thumb are apart.
4. "Index + Thumb touching" = Click.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

with Diagram("Gesture recognition", show=False):
    with Cluster("Edge: on device, 30fps"):
        camera = Custom("Camera", "icons/material/camera.png")
        hand_tracking = Custom("Hand Tracking\nmodel (MediaPipe)", "icons/simple/mediapipe.png")

    with Cluster(""):
        thumb = Node("Thumb\ntip")
        index = Node("Index\ntip")
        others = Node("other\n19 points")

    classifier = Custom("Classifier\nIndex + Thumb touching?", "icons/material/hand-okay.png")
    click = Custom("Click\nfingers touch", "icons/material/gesture-tap.png")

    camera >> Edge(label="1.") >> hand_tracking
    hand_tracking >> Edge(label="2. Skeleton") >> [thumb, index, others]
    [thumb, index, others] >> Edge(label="3.") >> classifier
    classifier >> Edge(label="4.") >> click
