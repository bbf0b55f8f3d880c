"""Match the equal, then the patient.

A strict rule first; whoever waits too long under it gets a wider one, so that nobody waits for ever.

1. Pool: users who want to play wait with their `MMR` (Matchmaking Rating).
2. Bucket: group by `MMR +/- 100` and `Ping < 50ms`; Ana and Ben are close enough and play at once.
3. For Cem there is no match in 30s.
4. Expansion: his range grows to `+/- 200`, and he plays with the next who fits.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.client import User

with Diagram("Ranked matchmaking", show=False):
    with Cluster("Pool"):
        ana = User("Ana\nMMR 1500")
        ben = User("Ben\nMMR 1580")
        cem = User("Cem\nMMR 1740")

    bucket = Custom("Bucket\nMMR +/- 100\nPing < 50ms", "material/filter")
    expansion = Custom("Expansion\nMMR +/- 200", "material/arrow-expand-horizontal")
    match_1 = Custom("Match\nAna + Ben", "material/sword-cross")
    match_2 = Custom("Match\nCem + next", "material/sword-cross")

    [ana, ben, cem] >> Edge(label="1. queue") >> bucket
    bucket >> Edge(label="2. match") >> match_1
    bucket >> Edge(label="3. none in 30s", color="red") >> expansion
    expansion >> Edge(label="4. match") >> match_2
