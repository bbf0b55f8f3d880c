"""A polite web crawler.

A URL goes round in a circle: out of the frontier, past the politeness check, to the page and its archive, and the
links found there come back into the frontier.

1. Frontier: the URL Queue, a Redis Priority Queue, gives the most important URL.
2. Politeness: Map<Domain, LastAccessTime> tells when this domain was asked last. Delay if too frequent: the URL
   waits until the domain may be asked again.
3. A fetcher gets the URLs that it may fetch now.
4. DNS: a caching DNS resolver turns the host into an address, and the fetcher gets the page from there.
5. Storage: the page is saved to WARC files in S3.
6. The fetcher finds the links of the page, and the new ones go into the frontier.
"""

from diagrams import Diagram, Edge
from diagrams.aws.storage import S3
from diagrams.custom import Custom
from diagrams.onprem.inmemory import Redis

with Diagram("Distributed web crawler", show=False, graph_attr={"failure": "too frequent", "reply": "into the queue"}):
    frontier = Redis("Frontier\nRedis Priority URL Queue")
    politeness = Custom("Politeness\nlast access per domain", "icons/material/timer-sand.png")
    fetcher = Custom("Fetcher\ngets pages, finds links", "icons/material/download.png")
    dns = Custom("DNS\ncaching resolver", "icons/material/dns-outline.png")
    storage = S3("Storage\nWARC files in S3")

    frontier >> Edge(label="1. a.org/x") >> politeness
    politeness >> Edge(label="2. Delay", color="red") >> politeness
    politeness >> Edge(label="3. fetch") >> fetcher
    fetcher >> Edge(label="4. a.org?") >> dns
    fetcher >> Edge(label="5. save") >> storage
    fetcher >> Edge(label="6. links", color="green", constraint="false") >> frontier
