"""Cross from an app into the kernel.

Whatever touches a device has to pass one narrow gate, and the gate is what costs.

1. The app asks libc to read a file.
2. A system call crosses into the kernel, about 100 ns.
3. The file system asks the driver for a block.
4. Tracing sees each call.
"""

from diagrams import Cluster, Diagram, Edge, Node
from diagrams.custom import Custom

with Diagram("System call", show=False, graph_attr={"form": "layers"}):
    with Cluster("User space"):
        app = Custom("App\nread(fd, buf, 4096)", "material/web")
        libc = Node("libc")
    with Cluster("Kernel", graph_attr={"boundary": "privilege: ring 3 above, ring 0 below"}):
        files = Node("File system\next4")
        driver = Node("Driver\nNVMe")
    disk = Custom("Disk", "material/database")
    trace = Custom("Tracing\neBPF", "material/eye", side="right")

    app >> Edge(label="1.") >> libc
    libc >> Edge(label="2. sys_read, ~100 ns") >> files
    files >> Edge(label="3.") >> driver
    driver >> Edge(label="block 8,192") >> disk
    files >> Edge(label="4. sees", style="dotted") >> trace
