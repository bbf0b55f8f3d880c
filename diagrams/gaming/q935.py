"""The lifecycle of an Agones game server, a K8s Custom Resource.

To Kubernetes a game server is one more resource with a state; whoever needs one asks for it and gets an address.

1. Agones: a K8s Custom Resource for Game Servers. It keeps three warm in each region ahead of demand, replaces each
   that is gone, and calls `Ready` the one that has loaded its map.
2. Allocation: the matchmaker requests a game server in the players' region. One server becomes `Allocated`, so that
   nobody else gets it, and the request returns IP:Port. The answer's order starts with `Allocated`; in Agones `Ready`
   comes first.
3. Lifecycle: after the match the server is `Shutdown`, and its pod makes room for another.
"""

from diagrams import Diagram, Edge, Node

with Diagram("Global game server scaling", show=False, graph_attr={"form": "states"}):
    created = Node("Starting\npod starts")
    ready = Node("Ready\nkept warm: 3 per region")
    allocated = Node("Allocated\nreturns IP:Port")
    shutdown = Node("Shutdown\npod gone")

    created >> Edge(label="1. map loaded") >> ready
    ready >> Edge(label="2. Allocation:\nrequest") >> allocated
    allocated >> Edge(label="3. match over") >> shutdown
