"""Little online, most of it out of reach.

What a thief could take over the network is never more than the hot wallet holds.

1. A customer withdraws, and the wallet service pays from the Hot Wallet: online, it holds 5% funds for withdrawals.
2. Cold Wallet: offline/HSM, it holds 95% and refills the hot one.
3. Signing: the transaction is sent to the HSM -> signed tx returned.
4. The key never leaves the HSM.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.aws.security import CloudHSM
from diagrams.custom import Custom

with Diagram("Custodial wallet", show=False, graph_attr={"form": "layers"}):
    customer = Custom("Customer", "icons/material/account-outline.png")
    with Cluster("Online"):
        service = Custom("Wallet service", "icons/material/server.png")
        hot = Custom("Hot Wallet\n5% funds", "icons/material/wallet-outline.png")
    with Cluster("Offline", graph_attr={"boundary": "key and 95% stay behind this line"}):
        hsm = CloudHSM("HSM\nkey never leaves", step="4")
        cold = Custom("Cold Wallet\n95%", "icons/material/safe-square-outline.png")

    customer >> Edge(label="1. withdraw") >> service
    service >> Edge(label="1. pay") >> hot
    service << Edge(label="3. Tx, signed Tx") >> hsm
    cold >> Edge(label="2. refill") >> hot
