"""Runs diagram modules, which are code of others, in a bounded process of its own and tells what they draw.

    python -m generator.running '{"seconds": 10, "memory": 256}'

reads one request per line from standard input and writes one answer per line to standard output:

    {"path": "/bank/diagrams/q905.py", "root": "/bank"}
    {"diagrams": [{"name": "Chat", "direction": "LR", "line": 9, "groups": […], "nodes": […], "edges": […]}], …}
    {"error": {"kind": "NameError", "text": "name 'Kafak' is not defined", "line": 12, "names": ["Kafka", …]}, …}

The room imports only the standard library and `diagrams`: a module sees what it would see when run by hand.
"""
