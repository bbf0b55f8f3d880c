"""Lock here, mint there.

No token ever crosses: one is locked on Chain 1 and a wrapped one minted on Chain 2, on the word of those between.

1. Lock: the user locks Token A on Chain 1.
2. Witness: the Relayer detects the Lock Event.
3. The Bridge Validators sign what it has seen (Multi-sig).
4. Mint: the Relayer calls the Contract on Chain 2 with their signatures, which mints Wrapped Token A for the user.
5. Risk: a 51% attack on the Bridge Validators, that is on most of their keys, mints though nothing is locked.
"""

from diagrams import Diagram, Edge
from diagrams.custom import Custom

with Diagram("Lock-and-mint bridge", show=False, graph_attr={"form": "sequence", "failure": "attack"}):
    one = Custom("Chain 1\nContract", "icons/material/file-sign.png")
    bridge = Custom("Bridge\nRelayer, Validators", "icons/material/bridge.png")
    two = Custom("Chain 2\nContract", "icons/material/file-sign.png")

    one >> Edge(label="1. Lock: user locks 10 Token A") >> one
    one >> Edge(label="2. Witness: Lock Event") >> bridge
    bridge >> Edge(label="3. Multi-sig: 5 of 8 Validators sign") >> bridge
    bridge >> Edge(label="4. call") >> two
    two >> Edge(label="4. Mint 10 Wrapped Token A") >> two
    bridge >> Edge(label="5. Risk: 51% attack on Validators", color="red") >> bridge
    bridge >> Edge(label="5. mint, no lock", color="red") >> two
