"""Lock here, mint there.

No token ever crosses: one is locked on Chain 1 and a wrapped one minted on Chain 2, on the word of those between.

1. Lock: the user locks Token A on Chain 1.
2. Witness: the Relayer detects the Lock Event.
3. The Relayer calls the Contract on Chain 2, with the signatures of the Bridge Validators.
4. Mint: the Contract mints Wrapped Token A.
5. Risk: a 51% attack on the Bridge Validators (Multi-sig), that is on most of their keys, makes the bridge mint though
   nothing is locked.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.client import User

with Diagram("Lock-and-mint bridge", show=False):
    with Cluster("Chain 1"):
        user = User("User")
        token = Custom("Token A\nlocked", "icons/material/lock.png")

    with Cluster("Bridge"):
        relayer = Custom("Relayer\nWitness", "icons/material/bridge.png")
        validators = Custom("Bridge Validators\nMulti-sig", "icons/material/account-group.png")

    with Cluster("Chain 2"):
        contract = Custom("Contract", "icons/material/file-sign.png")
        wrapped = Custom("Wrapped Token A", "icons/material/hand-coin.png")

    attack = Custom("51% attack", "icons/material/skull.png")

    user >> Edge(label="1. Lock") >> token
    token >> Edge(label="2. Lock Event", style="dotted") >> relayer
    relayer >> Edge(label="3. call") >> contract
    validators >> Edge(label="3. sign") >> contract
    contract >> Edge(label="4. Mint", constraint="false") >> wrapped
    attack >> Edge(label="5. Risk", color="red") >> validators
