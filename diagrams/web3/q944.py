"""Sign in with a key instead of a password.

A signature over a fresh number proves who holds the key, and the key itself never travels.

1. The user says which Address is theirs; that alone proves nothing.
2. Challenge: the server generates a `Nonce` for this sign-in.
3. Sign: the user asks the wallet, which signs the message `Nonce + Domain` with the Private Key; only the Sig goes to
   the server, and for another site it would be worth nothing.
4. Verify: the server runs `ecrecover(Sig)`; if the Address matches the User, Auth is successful, else it is refused.
"""

from diagrams import Diagram, Edge
from diagrams.custom import Custom

with Diagram("Sign in with Ethereum", show=False, graph_attr={"form": "sequence"}):
    wallet = Custom("Wallet\nPrivate Key", "icons/material/key-variant.png")
    user = Custom("User\n0x71C7…", "icons/material/account-outline.png")
    server = Custom("Server\nshop.com", "icons/material/server.png")

    user >> Edge(label="1. Address 0x71C7…") >> server
    server >> Edge(label="2. Challenge: Nonce", color="green") >> user
    user >> Edge(label="3. sign?") >> wallet
    wallet >> Edge(label="3. Sign Nonce + Domain") >> wallet
    wallet >> Edge(label="3. Sig = 5c9e", color="green") >> user
    user >> Edge(label="3. Sig = 5c9e") >> server
    server >> Edge(label="4. Verify: ecrecover(Sig)\n= 0x71C7…, matches") >> server
    server >> Edge(label="4. Auth successful", color="green") >> user
