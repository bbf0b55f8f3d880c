"""A cache before a store.

A question that was asked before never reaches the store.

1. A client asks the cache.
2. Only what the cache does not have is asked of the store.
"""

from diagrams import Diagram, Edge
from diagrams.onprem.client import Client
from diagrams.onprem.database import PostgreSQL
from diagrams.onprem.inmemory import Redis

with Diagram("A cache before a store"):
    Client("Client") >> Edge(label="1. ask") >> Redis("Cache") >> Edge(label="2. ask on") >> PostgreSQL("Store")
