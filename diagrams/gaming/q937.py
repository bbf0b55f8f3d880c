"""Save the inputs, not the pictures.

A deterministic game run twice on the same seed and the same inputs plays the same twice, so a small file holds a
long game.

1. Save: of the live game only the `RandomSeed` and `List[PlayerInputs]` are kept, each input with its frame.
2. Playback: re-simulate the game from the seed, applying inputs at exact frames.
3. Deterministic: the result is identical to that of the live game.
"""

from diagrams import Cluster, Diagram, Edge, Node

scale = {
    "form": "scale",
    "from": "-75",
    "to": "460",
    "axis": "frame",
    "ticks": "0|100|200|300|400",
    "marked": "saved: RandomSeed, List[PlayerInputs]",
    "reply": "Deterministic: identical result",
}
with Diagram("Deterministic replay", show=False, graph_attr=scale):
    with Cluster("Live"):
        start = Node("seed 42", at="0")
        attack = Node("attack", at="200")
        build = Node("build", at="300")
        score = Node("score 7 : 5", at="400", color="green")
    with Cluster("Saved"):
        seed = Node("42", at="0", style="bold")
        first = Node("attack", at="200", style="bold")
        second = Node("build", at="300", style="bold")
    with Cluster("Replay"):
        again = Node("seed 42", at="0")
        once = Node("attack", at="200")
        more = Node("build", at="300")
        same = Node("same 7 : 5", at="400", color="green", step="3")

    start >> Edge(label="1. save") >> seed
    attack >> first
    build >> second
    seed >> Edge(label="2. Playback") >> again
    first >> once
    second >> more
    score - Edge(color="green") - same
