"""Look a word up letter by letter.

Words that begin alike share their beginning, so a look-up costs as many steps as the word has letters.

1. The look-up of “tea” begins at the root and takes the branch t.
2. It goes on to te, which is shared with “ten”.
3. At tea it finds the mark that a word ends here.
"""

from diagrams import Diagram, Edge, Node

marked = {"style": "bold"}
with Diagram("Trie", show=False, graph_attr={"form": "tree", "marked": "way to “tea”"}):
    root = Node("root", **marked)
    t, i = Node("t", **marked), Node("i")
    to, te = Node("to\nword"), Node("te", **marked)
    tea, ten = Node("tea\nword", **marked), Node("ten\nword")
    inn = Node("in\nword")
    more = Node("…")

    root >> Edge(label="1.", **marked) >> t
    root >> i
    t >> to
    t >> Edge(label="2.", **marked) >> te
    te >> Edge(label="3.", **marked) >> tea
    te >> ten
    i >> inn
    i >> more
