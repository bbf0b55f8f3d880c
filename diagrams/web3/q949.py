"""Lock here, mint there.

No token ever crosses: one is locked on Chain 1 and a wrapped one minted on Chain 2, on the word of those between.

1. Lock: the user locks Token A on Chain 1.
2. Witness: the Relayer detects the Lock Event.
3. Mint: the Relayer calls the Contract on Chain 2.
4. The Contract mints Wrapped Token A.
5. Risk: a 51% attack on the Bridge Validators (Multi-sig) mints tokens for which nothing is locked.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.ibm.blockchain import SmartContract
from diagrams.onprem.client import User

with Diagram("Lock-and-mint bridge", show=False):
    user = User("User")

    with Cluster("Chain 1"):
        vault = Custom("Token A\nlocked", "material/lock")

    with Cluster("Bridge"):
        relayer = Custom("Relayer", "material/bridge")
        validators = Custom("Bridge Validators\nMulti-sig", "material/account-group")

    with Cluster("Chain 2"):
        contract = SmartContract("Contract")
        wrapped = Custom("Wrapped Token A", "material/hand-coin")

    attacker = Custom("51% attack", "material/skull")

    user >> Edge(label="1. Lock") >> vault
    vault >> Edge(label="2. Lock Event", style="dotted") >> relayer
    relayer >> Edge(label="3. call") >> contract
    contract >> Edge(label="4. Mint") >> wrapped
    attacker >> Edge(label="5. Risk", color="red") >> validators
    validators >> Edge(label="5. false mint", color="red") >> contract
