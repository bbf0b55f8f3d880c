"""Game servers on request.

To Kubernetes a game server is one more resource with a state; whoever needs one asks for it and gets an address.

1. Agones, a K8s Custom Resource for Game Servers, starts servers in each region ahead of demand; one that has loaded
   its map is `Ready`.
2. Allocation: the matchmaker requests a game server in the players' region. One server becomes `Allocated`, so that
   nobody else gets it, and the request returns IP:Port. The answer's order starts with `Allocated`; in Agones `Ready`
   comes first.
3. Lifecycle: after the match the server is `Shutdown`, and its pod makes room for another.
4. Agones keeps a few servers `Ready` and replaces each that is gone.
"""

from diagrams import Diagram, Edge, Node
from diagrams.k8s.others import CRD

with Diagram("Global game server scaling", show=False, graph_attr={"form": "states"}):
    start = CRD("Starting\nAgones: a K8s Custom Resource")
    ready = Node("Ready\n3 in each region")
    allocated = Node("Allocated\n10.2.0.7:7001")
    shutdown = Node("Shutdown\npod gone")

    start >> Edge(label="1. map is loaded") >> ready
    ready >> Edge(label="2. request,\nIP:Port back") >> allocated
    allocated >> Edge(label="3. match is over") >> shutdown
    shutdown >> Edge(label="4. fewer than 3 are Ready") >> start
