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
    "from": "-125",
    "to": "590",
    "axis": "frame",
    "ticks": "0|205|375|530",
    "marked": "saved: RandomSeed, List[PlayerInputs]",
    "reply": "Deterministic Playback: identical result",
}
with Diagram("Deterministic replay", show=False, graph_attr=scale):
    with Cluster("Live"):
        start = Node("seed 42", at="0")
        move = Node("move", at="205")
        build = Node("build", at="375")
        score = Node("score 7:5", at="530", color="green")
    with Cluster("Saved"):
        seed = Node("42", at="0", style="bold")
        first = Node("move", at="205", style="bold")
        second = Node("build", at="375", style="bold")
    with Cluster("Replay"):
        again = Node("seed 42", at="0")
        once = Node("move", at="205")
        more = Node("build", at="375")
        same = Node("same", at="530", color="green", step="3")

    start >> Edge(label="1. save") >> seed
    move >> first
    build >> second
    seed >> Edge(label="2. apply") >> again
    first >> once
    second >> more
    score - Edge(color="green") - same
