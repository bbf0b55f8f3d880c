"""Keep the order out of sight until it is fixed.

What all can see, bots can overtake; the same transactions, sent as a bundle through a private door, arrive as they
were ordered.

1. A transaction sent to the public mempool is seen by bots before it is in a block, and front-run.
2. Bundle: Searchers submit a "Bundle" of txs instead.
3. Private Mempool: Flashbots hands the bundle to the miner unseen.
4. Promise: the miner guarantees bundle order and no front-running.
5. Or the miner reverts the bundle, all of it.
"""

from diagrams import Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.client import User, Users

with Diagram("Private mempool against MEV", show=False):
    user = User("User\none tx")
    searchers = Users("Searchers\n“Bundle” of txs")

    public = Custom("Public mempool\nall can see", "icons/material/eye.png")
    bots = Custom("Bots\nfront-run it", "icons/material/skull.png")
    private = Custom("Private Mempool\nFlashbots", "icons/material/eye-off.png")
    miner = Custom("Miner", "icons/material/pickaxe.png")
    block = Custom("Block\nbundle order kept", "icons/material/cube-outline.png")
    reverted = Custom("Bundle reverted", "icons/material/undo.png")

    user >> Edge(label="1. in the open", color="red") >> public
    searchers >> Edge(label="2. Bundle") >> private
    public >> Edge(label="1. seen", color="red") >> bots
    private >> Edge(label="3. unseen") >> miner
    miner >> Edge(label="4. Promise") >> block
    miner >> Edge(label="5. or revert", color="red") >> reverted
