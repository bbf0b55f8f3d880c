"""Lock here, mint there.

No token ever crosses: one is locked on Chain 1 and a wrapped one minted on Chain 2, on the word of those between.

1. Lock: the user locks Token A on Chain 1.
2. Witness: the Relayer detects the Lock Event.
3. The Bridge Validators sign what it has seen (Multi-sig). Risk: a 51% attack on them, that is on most of their keys,
   makes the bridge mint though nothing is locked.
4. The Relayer calls the Contract on Chain 2 with their signatures.
5. Mint: the Contract mints Wrapped Token A for the user.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom

with Diagram("Lock-and-mint bridge", show=False, graph_attr={"form": "sequence", "failure": "risk"}):
    one = Custom("Chain 1", "icons/material/lock.png")
    with Cluster("Bridge"):
        validators = Custom("Validators\nMulti-sig", "icons/material/account-group.png")
        relayer = Custom("Relayer\nWitness", "icons/material/bridge.png")
    two = Custom("Chain 2\nContract", "icons/material/file-sign.png")

    one >> Edge(label="1. Lock: user locks 10 Token A") >> one
    one >> Edge(label="2. Lock Event: 10 A") >> relayer
    relayer >> Edge(label="3. was it locked?") >> validators
    validators >> Edge(label="3. Risk: 51% attack", color="red") >> validators
    validators >> Edge(label="3. 5 of 8 sign", color="green") >> relayer
    relayer >> Edge(label="4. call: mint 10") >> two
    two >> Edge(label="5. Mint: 10 Wrapped Token A") >> two
