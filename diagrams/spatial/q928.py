"""From a camera frame to a click of two fingers.

Frames never leave the device: a model turns each into 21 points, and a gesture is nothing but a rule over those
points.

1. Edge: the camera's frames go to the Hand Tracking model on the device itself, at 30fps.
2. Output: the model (MediaPipe) turns each frame into a Skeleton (21 points).
3. The Classifier reads the points, above all how far the tips of Index and Thumb are apart.
4. "Index + Thumb touching" = Click.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom

with Diagram("Gesture recognition", show=False):
    with Cluster("Edge: on device, 30fps"):
        camera = Custom("Camera", "icons/material/camera.png")
        hand_tracking = Custom("Hand Tracking\nmodel (MediaPipe)", "icons/simple/mediapipe.png")

    skeleton = Custom("Skeleton\n21 points: Index, Thumb, …", "icons/material/hand-back-right-outline.png")

    classifier = Custom("Classifier\nIndex + Thumb touching?", "icons/material/hand-okay.png")
    click = Custom("Click\nfingers touch", "icons/material/gesture-tap.png")

    camera >> Edge(label="1. frames") >> hand_tracking
    hand_tracking >> Edge(label="2. Output") >> skeleton
    skeleton >> Edge(label="3. tips") >> classifier
    classifier >> Edge(label="4. touching") >> click
