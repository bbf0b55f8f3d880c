"""Model in 3D together.

Everyone edits a copy of their own. Copies merge without asking anyone; only a vertex that is being
dragged is locked.

1. Alice edits her copy of the Scene Graph at once, without waiting for a server.
2. Bob edits his copy at the same time.
3. CRDT: the copies of the tree Root -> Transform -> Cube merge to the same scene on both sides.
4. Locking: Alice selects a vertex, and the service locks it.
5. Bob cannot select the locked vertex until she lets it go.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.client import User

with Diagram("Collaborative 3D modeling", show=False):
    alice = User("Alice")
    bob = User("Bob")
    with Cluster("CRDT A"):
        alice_root = Custom("Root", "material/file-tree")
        alice_transform = Custom("Transform", "material/axis-arrow")
        alice_cube = Custom("Cube", "material/cube-outline")
    with Cluster("CRDT B"):
        bob_root = Custom("Root", "material/file-tree")
        bob_transform = Custom("Transform", "material/axis-arrow")
        bob_cube = Custom("Cube", "material/cube-outline")
    vertex = Custom("Vertex\nlocked by Alice", "material/vector-point-select")

    alice >> Edge(label="1. edit") >> alice_root >> alice_transform >> alice_cube
    bob >> Edge(label="2. edit") >> bob_root >> bob_transform >> bob_cube
    alice_transform >> Edge(label="3.", color="green", reverse=True, constraint="false") >> bob_transform
    alice_cube >> Edge(label="4. Lock vertex") >> vertex
    bob_cube >> Edge(label="5. refused", color="red") >> vertex
