"""A real-time dashboard for log analytics.

A log line is searchable seconds after it is written. It is indexed on fast hot nodes and moves to cheap warm nodes
as it ages.

1. Ingest: Filebeat follows the log files of each server.
2. Filebeat sends the lines to Kafka, which buffers bursts.
3. Index: lines go from Kafka into today's index on the Hot nodes of Elasticsearch.
4. An index that is no longer written to moves to the Warm nodes.
5. Visualize: Kibana queries both and refreshes the dashboard.
"""

from diagrams import Cluster, Diagram, Edge
from diagrams.elastic.beats import Filebeat
from diagrams.elastic.elasticsearch import Elasticsearch, Kibana
from diagrams.onprem.compute import Server
from diagrams.onprem.queue import Kafka

with Diagram("Log analytics dashboard", show=False):
    servers = Server("Servers\nlog files")
    with Cluster("Ingest"):
        filebeat = Filebeat("Filebeat")
        kafka = Kafka("Kafka")
    with Cluster("Elasticsearch"):
        hot = Elasticsearch("Hot\ntoday, fast disks")
        warm = Elasticsearch("Warm\nolder, cheap disks")
    kibana = Kibana("Kibana\ndashboard")

    servers >> Edge(label="1. lines") >> filebeat
    filebeat >> Edge(label="2. send") >> kafka
    kafka >> Edge(label="3. index") >> hot
    hot >> Edge(label="4. age", constraint="false") >> warm
    hot << Edge(label="5. query") << kibana
    warm << Edge(label="5. query") << kibana
