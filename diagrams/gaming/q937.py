"""Save the inputs, not the pictures.

A deterministic game run twice on the same seed and the same inputs plays the same twice, so a small file holds a
long game.

1. Deterministic: the live game saves only the `RandomSeed` and `List[PlayerInputs]`, each input with its frame.
2. Playback: re-simulate the game from the seed, applying inputs at exact frames.
3. The result is identical to that of the live game.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom

with Diagram("Deterministic replay", show=False):
    live = Custom("Live game", "icons/material/controller.png")

    with Cluster("Replay file"):
        seed = Custom("RandomSeed\n42", "icons/material/dice-multiple.png")
        inputs = Custom("List[PlayerInputs]\nframe 12: attack", "icons/material/format-list-numbered.png")

    playback = Custom("Playback\nre-simulates", "icons/material/replay.png")
    result = Custom("Result\nidentical to live game", "icons/material/equal-box.png")

    live >> Edge(label="1. save") >> [seed, inputs]
    [seed, inputs] >> Edge(label="2. apply") >> playback
    playback >> Edge(label="3. identical") >> result
