"""A real-time dashboard for log analytics.

A log line is searchable seconds after it is written. It is indexed on fast hot nodes and moves to cheap warm nodes
as it ages.

1. Ingest: Filebeat follows the log files and sends each new line to Kafka, which buffers bursts.
2. Index: the lines go from Kafka into today's index on the Hot nodes of Elasticsearch
   (Hot/Warm architecture).
3. An index that is no longer written to moves to the Warm nodes.
4. Visualize: Kibana queries the index, and with it what has moved to Warm, and refreshes the dashboard.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.elastic.beats import Filebeat
from diagrams.elastic.elasticsearch import Elasticsearch, Kibana
from diagrams.onprem.queue import Kafka

with Diagram("Log analytics dashboard", show=False):
    with Cluster("Ingest"):
        filebeat = Filebeat("Filebeat\non each server")
        kafka = Kafka("Kafka")
    with Cluster("Index: Elasticsearch"):
        hot = Elasticsearch("Hot\ntoday, fast disks")
        warm = Elasticsearch("Warm\nolder, big disks")
    kibana = Kibana("Kibana\nVisualize")

    filebeat >> Edge(label="1. lines") >> kafka
    kafka >> Edge(label="2. index") >> hot
    hot >> Edge(label="3. age", constraint="false") >> warm
    hot << Edge(label="4. query") << kibana
