"""A little money online, the rest offline, the key nowhere.

A thief who owns the servers reaches the Hot Wallet's 5% at most; the key is in a box that signs but never speaks.

1. A customer withdraws from the Hot Wallet, which is Online and holds 5% funds for withdrawals.
2. Signing: the transaction is sent to the HSM; the key never leaves the HSM.
3. The Signed Tx is returned.
4. The Signed Tx goes to the blockchain.
5. The Cold Wallet (Offline/HSM) holds 95%; from time to time it refills the hot one.
"""

from diagrams import Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.client import User

with Diagram("Custodial wallet", show=False):
    customer = User("Customer")
    cold_wallet = Custom("Cold Wallet\nOffline/HSM, holds 95%", "material/safe-square")
    hot_wallet = Custom("Hot Wallet\nOnline, holds 5%", "material/wallet")
    hsm = Custom("HSM for Signing\nKey never leaves", "material/shield-key")
    blockchain = Custom("Blockchain", "material/cube-outline")

    customer >> Edge(label="1. withdraw") >> hot_wallet
    hot_wallet >> Edge(label="2. Tx") >> hsm
    hsm >> Edge(label="3. signed", color="green", constraint="false") >> hot_wallet
    hot_wallet >> Edge(label="4. Signed Tx", constraint="false") >> blockchain
    cold_wallet >> Edge(label="5. refill", constraint="false") >> hot_wallet
