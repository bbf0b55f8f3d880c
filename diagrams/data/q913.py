"""A real-time dashboard for log analytics.

A log line is searchable seconds after it is written. It is indexed on fast hot nodes and moves to cheap warm nodes
as it ages.

1. Ingest: Filebeat follows the log files and sends each new line to Kafka, which buffers bursts.
2. Index: the lines go from Kafka into today's index on the Hot nodes of Elasticsearch
   (Hot/Warm architecture).
3. An index that is no longer written to moves to the Warm nodes.
4. Visualize: Kibana queries Elasticsearch, Hot and Warm alike, and refreshes the dashboard.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.custom import Custom
from diagrams.elastic.beats import Filebeat
from diagrams.elastic.elasticsearch import Kibana
from diagrams.onprem.queue import Kafka

with Diagram("Log analytics dashboard", show=False):
    filebeat = Filebeat("Filebeat\nsends lines")
    kafka = Kafka("Kafka\nbuffers")
    with Cluster("Elasticsearch"):
        hot = Custom("Hot\ntoday, SSD", "icons/material/fire.png")
        warm = Custom("Warm\nolder, disk", "icons/material/harddisk.png")
    kibana = Kibana("Kibana\ndashboard")

    filebeat >> Edge(label="1. Ingest") >> kafka
    kafka >> Edge(label="2. Index") >> hot
    hot >> Edge(label="3. age") >> warm
    warm << Edge(label="4. Visualize", ltail="cluster_Elasticsearch") << kibana
