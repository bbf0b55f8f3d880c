"""Sign in with a key instead of a password.

A signature over a fresh number proves who holds the key, and the key itself never travels.

1. Challenge: the server generates a `Nonce` for this sign-in.
2. Sign: the user signs the message `Nonce + Domain` with the Private Key, in the wallet.
3. Verify: the server runs `ecrecover(Sig)`; if the Address matches the User, Auth is successful.
4. If it is another Address, the sign-in is refused.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom

with Diagram("Sign in with Ethereum", show=False):
    with Cluster("Server: challenge"):
        nonce = Custom("Nonce\nused once", "material/dice-multiple")
    with Cluster("User’s wallet"):
        private_key = Custom("Private Key\nsigns Nonce + Domain", "material/key-variant")
    with Cluster("Server: verify"):
        ecrecover = Custom("ecrecover(Sig)\n→ Address", "simple/ethereum")

    success = Custom("Auth successful\nAddress = User", "material/check-circle")
    refused = Custom("Refused", "material/cancel")

    nonce >> Edge(label="1. Challenge") >> private_key
    private_key >> Edge(label="2. Sig") >> ecrecover
    ecrecover >> Edge(label="3. matches") >> success
    ecrecover >> Edge(label="4. differs", color="red") >> refused
