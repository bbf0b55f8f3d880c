"""Game servers on request.

To Kubernetes a game server is one more resource with a state; whoever needs one asks for it and gets an address.

1. Allocation: the matchmaker requests a game server from Agones (K8s Custom Resource for Game Servers) in the
   players' region.
2. Agones sets one server to `Allocated`, so that nobody else gets it.
3. The request returns IP:Port, which the matchmaker hands to the players.
4. Lifecycle: once the server is `Ready`, the players join and play.
5. After the match the server state is `Shutdown`, and its pod makes room for another.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.k8s.compute import Pod
from diagrams.k8s.others import CRD

with Diagram("Global game server scaling", show=False):
    matchmaker = Custom("Matchmaker\nAllocation → IP:Port", "material/account-group")
    agones = CRD("Agones\nCustom Resource")

    with Cluster("Lifecycle"):
        allocated = Pod("Allocated")
        ready = Pod("Ready")
        shutdown = Pod("Shutdown")

    matchmaker >> Edge(label="1. ask") >> agones
    agones >> Edge(label="2.") >> allocated
    agones >> Edge(label="3.", color="green", constraint="false") >> matchmaker
    allocated >> Edge(label="4.") >> ready
    ready >> Edge(label="5.") >> shutdown
