"""Two ways to the top K.

Neither way counts every key in one place. The sketch counts roughly in a small table; MapReduce lets each mapper throw
away all but its own best.

1. Approx: each item is counted in the rows of a Count-Min Sketch, a few counters for all keys.
2. The smallest of an item's counters is its estimate, and the K largest estimates are kept.
3. MapReduce: split the data, each mapper gets a part of it.
4. Each mapper finds its local Top-K and sends only that list.
5. Merge: the reducer merges the lists.
"""

from diagrams import Diagram, Edge
from diagrams.custom import Custom
from diagrams.onprem.analytics import Hadoop

with Diagram("Top-K on big data", show=False):
    data = Custom("Big data\nmany keys", "material/database")
    sketch = Custom("Count-Min Sketch\ncounters", "material/grid")
    mappers = [Hadoop("Mapper 1\nlocal Top-K"), Hadoop("Mapper N\nlocal Top-K")]
    reducer = Hadoop("Reducer\nMapReduce")
    top_k = Custom("Top-K", "material/podium")

    data >> Edge(label="1. Approx") >> sketch
    sketch >> Edge(label="2. minimum") >> top_k
    data >> Edge(label="3. split") >> mappers
    mappers >> Edge(label="4. list") >> reducer
    reducer >> Edge(label="5. Merge") >> top_k
