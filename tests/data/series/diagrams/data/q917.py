"""Join two infinite streams in a window.

Neither stream ends, so the join must know how long to wait. Only events that meet within the window become a pair,
and nothing is kept longer than that.

1. State: buffer the Impression, for its Click comes later.
2. Constraint: the Window must be defined, here "join if Click happens within 10 mins of Impression", and this Click
   comes in time.
3. The join looks up the buffered Impression.
4. Both go on as one joined event.
5. A Click after the window finds nothing, as the buffer has forgotten the Impression.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.analytics import Flink

with Diagram("Windowed stream join", show=False):
    impression = Custom("Impression\nad 7, 12:00", "material/eye-outline")
    with Cluster("Window"):
        state = Custom("State\nbuffer to 12:10", "material/timer-sand")
        join = Flink("Join\nwithin 10 mins")
    with Cluster("Clicks"):
        click = Custom("Click\nad 7, 12:06", "material/cursor-default-click-outline")
        late_click = Custom("Click\nad 7, 12:14", "material/cursor-default-click-outline")
    joined = Custom("Joined\n12:00 + 12:06", "material/set-center")
    unmatched = Custom("No join\ntoo late", "material/set-none")

    impression >> Edge(label="1. buffer") >> state
    state >> Edge(label="3. look up") >> join
    click >> Edge(label="2. arrives") >> join
    join >> Edge(label="4. pair") >> joined
    late_click >> Edge(label="5. after 10 mins", color="red") >> unmatched
