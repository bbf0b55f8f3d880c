from diagrams import Cluster, Diagram, Edge, Node
from diagrams.aws.compute import EC2
from diagrams.aws.network import ELB
from diagrams.generic.blank import Blank
from diagrams.onprem.client import Users

graph_attr = {"fontsize": "45", "bgcolor": "transparent", "splines": "spline"}
with Diagram("A very long name for a diagram that shows labels\nwith newlines", show=False, graph_attr=graph_attr, outformat=["png", "svg"]):
    users = Users()
    blank = Blank("")
    lb = ELB("Application load balancer\nwith a very long explanation that goes on\nfor three lines", shape="box")
    with Cluster("Zone"):
        with Cluster("Zone"):
            a = EC2("same\nname")
        with Cluster("Zone"):
            b = EC2("same\nname")
    users >> Edge(label="GET /a/very/long/path/that/has/no/spaces/in/it/at/all", minlen="3") >> lb
    lb >> Edge(forward=True, reverse=True, label="both") >> a
    lb - Edge(label="1. none", color="#cc0000") - b
    a >> a
    a >> Edge(label="retry") >> a
    b >> blank
    users >> Edge(style="invis") >> blank
