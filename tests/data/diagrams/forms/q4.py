"""Count letters in four rows of counters.

Each hash picks one counter a row; the least of them is the best guess.

1. Three hashes of “cat” each pick a counter, which is raised by one.
2. The count of “cat” is the least of the three.
"""

from diagrams import Diagram, Node

rows = [[0, 3, 0, 9, 1, 0], [2, 0, 7, 0, 0, 5], [0, 0, 1, 0, 8, 0]]
picked = {(0, 3): "marked", (1, 2): "green", (2, 4): "marked"}
grid = {
    "form": "grid",
    "columns": "6",
    "head": "0|1|2|3|4|5",
    "side": "h₁(cat) = 3|h₂(cat) = 2|h₃(cat) = 4",
    "marked": "counters of “cat”",
    "reply": "the least: 7",
}
with Diagram("Count-min sketch", show=False, graph_attr=grid):
    for row, counters in enumerate(rows):
        for column, count in enumerate(counters):
            kind = picked.get((row, column), "")
            step = {"marked": "1", "green": "1 2"}.get(kind, "")
            look = {"color": "green"} if kind == "green" else {"style": "bold" if kind else ""}
            Node(str(count), step=step, **look)
