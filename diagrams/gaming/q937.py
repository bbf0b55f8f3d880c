"""Save the inputs, not the pictures.

A deterministic game run twice on the same seed and the same inputs plays the same twice, so a few kilobytes hold
hours.

1. The players' inputs drive the live game.
2. Deterministic: the game saves only the `RandomSeed` and `List[PlayerInputs]`, each input with its frame.
3. Playback: re-simulate the game from the seed, applying inputs at exact frames.
4. The result is identical to that of the live game.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.client import Users

with Diagram("Deterministic replay", show=False):
    players = Users("Players")
    live = Custom("Live game", "material/controller")

    with Cluster("Replay file"):
        seed = Custom("RandomSeed", "material/dice-multiple")
        inputs = Custom("List[PlayerInputs]\ninput + frame", "material/format-list-numbered")

    playback = Custom("Playback\nre-simulate", "material/replay")
    result = Custom("Result", "material/equal-box")

    players >> Edge(label="1. inputs") >> live
    live >> Edge(label="2. save") >> [seed, inputs]
    [seed, inputs] >> Edge(label="3. apply") >> playback
    live >> Edge(label="4. identical") >> result
    playback >> Edge(label="4. identical") >> result
