"""Save the inputs, not the pictures.

A deterministic game run twice on the same seed and the same inputs plays the same twice, so a small file holds a
long game.

1. Deterministic: of the live game only the `RandomSeed` and `List[PlayerInputs]` are saved, each input with its frame.
2. apply: re-simulate the game from the seed, applying inputs at exact frames.
3. The result is identical to that of the live game.
"""

from diagrams import Cluster, Diagram, Edge, Node

scale = {
    "form": "scale",
    "from": "-100",
    "to": "400",
    "axis": "frames of List[PlayerInputs]",
    "ticks": "0|100|200|300|400",
}
with Diagram("Deterministic replay", show=False, graph_attr=scale | {"reply": "identical"}):
    with Cluster("Live game"):
        start = Node("RandomSeed\n42", at="0")
        attack = Node("attack", at="120")
        build = Node("build", at="260")
        Node("7 : 5 wins", at="400", color="green", step="3")
    with Cluster("Saved"):
        seed = Node("42", at="0", style="bold")
        first = Node("attack", at="120", style="bold")
        second = Node("build", at="260", style="bold")
    with Cluster("Playback"):
        again = Node("42", at="0")
        once = Node("attack", at="120")
        more = Node("build", at="260")
        Node("7 : 5 wins", at="400", color="green", step="3")

    start >> Edge(label="1. save") >> seed
    attack >> first
    build >> second
    seed >> Edge(label="2. apply") >> again
    first >> once
    second >> more
