"""Little online, most of it out of reach.

What a thief could take over the network is never more than the hot wallet holds.

1. A customer withdraws 2 ETH.
2. Signing: the transaction is sent to the HSM -> signed tx returned. The key never leaves the HSM.
3. The service publishes (broadcasts) the signed transaction on Ethereum. There 2 ETH go from the address of the Hot
   Wallet to the customer's own; online, the Hot Wallet holds 5% funds for withdrawals.
4. Cold Wallet: offline/HSM, it holds 95%; the operators refill the hot one from it by hand, now and then.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom

with Diagram("Custodial wallet", show=False, graph_attr={"form": "layers"}):
    with Cluster("Outside"):
        customer = Custom("Customer\nhas no key", "icons/material/account-outline.png")
        address = Custom("Customer’s address\ngets 2 ETH", "icons/material/wallet-outline.png")
    with Cluster("Online"):
        service = Custom("Wallet service\nbuilds the Tx", "icons/material/server.png")
        hot = Custom("Hot Wallet\non Ethereum, 5% for withdrawals", "icons/simple/ethereum.png")
    with Cluster("Keys", graph_attr={"boundary": "no key ever crosses this line"}):
        hsm = Custom("HSM\nSigning: Key never leaves", "icons/material/chip.png")
        cold = Custom("Cold Wallet\n95%, Offline/HSM", "icons/material/safe-square-outline.png")

    customer >> Edge(label="1. withdraw") >> service
    service << Edge(label="2. Tx, signed Tx") >> hsm
    service >> Edge(label="3. publish") >> hot
    hot >> Edge(label="3. 2 ETH") >> address
    cold >> Edge(label="4. refill") >> hot
