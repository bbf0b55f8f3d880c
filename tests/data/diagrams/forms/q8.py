"""Load the chunks of a map round a ship.

Only the squares near the ship are worth memory; what it leaves behind is dropped before what it nears is fetched.

1. The engine asks the disk for the squares that come into reach.
2. They are decoded into the field.
3. What is out of reach is dropped, and its memory with it.
"""

from diagrams import Diagram, Edge, Node
from diagrams.custom import Custom

grid = {"form": "grid", "columns": "5", "head": "A|B|C|D|E", "side": "1|2|3", "marked": "loaded", "failure": "dropped"}
with Diagram("Chunks of a sea", show=False, graph_attr=grid):
    disk = Custom("Disk\nworld.db", "material/database", side="left")
    decoder = Custom("Decoder\n2 threads", "material/cube-scan", side="left")
    memory = Custom("Memory\n64 MB at most", "material/package-up", side="right")
    cells = {}
    for row in "123":
        for column in "ABCDE":
            near = column in "AB" and row in "12"
            look = {"style": "bold", "outline": "in reach"} if near else {}
            look |= {"color": "red", "step": "3"} if column == "D" and row != "3" else {}
            cells[column + row] = Node("land" if column == "E" else "sea", **look)
    ship = Node("Ship", at="2,1.5", reach="1.2")

    disk >> Edge(label="1. read 4 squares") >> decoder
    decoder >> Edge(label="2. fill") >> cells["A1"]
    ship >> Edge(label="3. leaves", color="red") >> memory
