"""Sign in with a key instead of a password.

A signature over a fresh number proves who holds the key, and the key itself never travels.

1. Challenge: the server generates a `Nonce` for this sign-in.
2. Sign: the user signs the message `Nonce + Domain` with the Private Key; only the Sig goes to the server, and for
   another site it would be worth nothing.
3. Verify: the server runs `ecrecover(Sig)`; if the Address matches the User, Auth is successful.
4. If it is another Address, the sign-in is refused.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.client import User

with Diagram("Sign in with Ethereum", show=False, graph_attr={"form": "sequence"}):
    with Cluster("The user’s side"):
        user = User("User\n0x71C7…")
        wallet = Custom("Wallet\nPrivate Key", "icons/material/key-variant.png")
    server = Custom("Server\nof app.example", "icons/simple/ethereum.png")

    user >> Edge(label="I am 0x71C7…") >> server
    server >> Edge(label="1. Challenge:\nNonce = 8f3a…") >> server
    server >> Edge(label="1. Nonce") >> wallet
    wallet >> Edge(label="2. Sign\n“8f3a… + app.example”") >> wallet
    wallet >> Edge(label="2. Sig = 0x5c9e…") >> server
    server >> Edge(label="3. Verify:\necrecover(Sig) = 0x71C7…") >> server
    server >> Edge(label="3. Address matches User: Auth successful", color="green") >> user
    server >> Edge(label="4. another Address: refused", color="red") >> user
