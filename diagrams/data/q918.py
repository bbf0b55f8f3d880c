"""A polite web crawler.

A URL goes round in a circle: out of the frontier, past the politeness check, to the page and its archive, and the
links found there come back into the frontier.

1. Frontier: the URL Queue, a Redis Priority Queue, gives the most important URL.
2. Politeness: Map<Domain, LastAccessTime> tells when this domain was asked last. Delay if too frequent: the URL goes
   back and waits until the domain may be asked again.
3. A fetcher gets the URLs that are allowed.
4. DNS: a caching DNS resolver turns the host into an address, and the fetcher gets the page from there.
5. A parser finds the links of the page. Storage: the page is saved to WARC files in S3.
6. New links go into the frontier.
"""

from diagrams import Diagram, Edge
from diagrams.aws.storage import S3
from diagrams.custom import Custom
from diagrams.onprem.inmemory import Redis

with Diagram("Distributed web crawler", show=False, graph_attr={"failure": "too frequent", "reply": "into the queue"}):
    frontier = Redis("Frontier\nURL Queue: Redis Priority Queue")
    politeness = Custom("Politeness\nMap: Domain → last access time", "icons/material/timer-sand.png")
    fetcher = Custom("Fetcher\none of many", "icons/material/download.png")
    dns = Custom("DNS\ncaching resolver", "icons/material/dns-outline.png")
    parser = Custom("Parser\nfinds links", "icons/material/script-text-outline.png")
    storage = S3("Storage\nWARC files in S3")

    frontier >> Edge(label="1. a.org/x") >> politeness
    politeness >> Edge(label="2. Delay", color="red", constraint="false") >> frontier
    politeness >> Edge(label="3. allowed") >> fetcher
    fetcher >> Edge(label="4. a.org?") >> dns
    fetcher >> Edge(label="5. page") >> parser
    parser >> Edge(label="5. save") >> storage
    parser >> Edge(label="6. links", color="green", constraint="false") >> frontier
