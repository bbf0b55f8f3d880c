"""Sign in with a key instead of a password.

A signature over a fresh number proves who holds the key, and the key itself never travels.

1. Challenge: the server generates a `Nonce` for this sign-in.
2. Sign: the user signs the message `Nonce + Domain` with the Private Key; only the Sig goes to the server.
3. Verify: the server runs `ecrecover(Sig)`; if the Address matches the User, Auth is successful.
4. If it is another Address, the sign-in is refused.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom

with Diagram("Sign in with Ethereum", show=False):
    with Cluster("User’s wallet"):
        message = Custom("Nonce + Domain\nmessage", "material/message-text")
        private_key = Custom("Private Key", "material/key-variant")

    with Cluster(""):
        nonce = Custom("Server: Challenge\nNonce", "material/dice-multiple")
        ecrecover = Custom("Server: Verify\necrecover(Sig) → Address", "simple/ethereum")

    success = Custom("Auth successful\nAddress = User", "material/check-circle")
    refused = Custom("Refused", "material/cancel")

    message << Edge(label="1. sends") << nonce
    message >> Edge(label="2. Sign", constraint="false") >> private_key
    private_key >> Edge(label="2. Sig") >> ecrecover
    ecrecover >> Edge(label="3. matches") >> success
    ecrecover >> Edge(label="4. differs", color="red") >> refused
