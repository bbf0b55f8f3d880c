"""A new season is a new key.

Nothing is deleted and nothing copied: at season end one key gets another name, and an empty one takes its place.

1. During the season every score goes to `Rank:Season_1` in Redis.
2. At season end a timer starts the reset.
3. Archive: the reset renames the key to `Rank:Season_1_Final`, where it can still be read.
4. It creates an empty `Rank:Season_2`, to which the next scores go.
"""

from diagrams import Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.compute import Server
from diagrams.onprem.inmemory import Redis

with Diagram("Seasonal leaderboard", show=False):
    game = Server("Game server")
    season_1 = Redis("Redis\nRank:Season_1")
    reset = Custom("Reset\nrenames and creates", "material/timer-sand")
    archive = Redis("Archive\nRank:Season_1_Final")
    season_2 = Redis("Redis, empty\nRank:Season_2")

    game >> Edge(label="1. scores") >> season_1
    season_1 >> Edge(label="2. season end") >> reset
    reset >> Edge(label="3. rename") >> archive
    reset >> Edge(label="4. create") >> season_2
