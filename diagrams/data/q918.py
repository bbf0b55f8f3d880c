"""A polite web crawler.

A URL goes round in a circle: out of the frontier, past the politeness check, to the page and its archive, and the
links found there come back into the frontier.

1. Frontier: the URL Queue, Redis Priority Queue gives the most important URL.
2. Politeness: Map<Domain, LastAccessTime> tells when this domain was asked last.
3. Delay if too frequent: the URL waits until the domain may be asked again.
4. DNS: a caching DNS resolver turns the host into an address.
5. A fetcher fetches the page from the web.
6. Storage: the page is saved to WARC files in S3.
7. New links of the page go into the frontier.
"""

from diagrams import Diagram, Edge
from diagrams.aws.storage import S3
from diagrams.custom import Custom
from diagrams.onprem.inmemory import Redis

with Diagram("Distributed web crawler", show=False, graph_attr={"failure": "too frequent", "reply": "new links"}):
    frontier = Redis("Frontier\nURL Queue, Redis Priority Queue")
    politeness = Custom("Politeness\nMap<Domain, LastAccessTime>", "icons/material/timer-sand.png")
    fetcher = Custom("Fetchers", "icons/material/download.png")
    dns = Custom("DNS\ncaching resolver", "icons/material/dns-outline.png")
    web = Custom("Web", "icons/material/web.png")
    storage = S3("Storage\nWARC files in S3")

    frontier >> Edge(label="1. next") >> politeness
    politeness >> Edge(label="2. go") >> fetcher
    politeness >> Edge(label="3. delay", color="red") >> politeness
    fetcher >> Edge(label="4. resolve", constraint="false") >> dns
    fetcher >> Edge(label="5. fetch") >> web
    fetcher >> Edge(label="6. save") >> storage
    frontier << Edge(label="7. links", color="green") << fetcher
