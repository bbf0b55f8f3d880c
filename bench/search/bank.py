"""A bank of a thousand distinct questions for measuring the search: a hundred systems, ten questions about each.

    study(1000)                          a Study, numbered from 1
    number_of("ride-hailing/schema")     -> 164

Titles and answers are in everyday words, so that queries can be asked as readers ask them; what distinguishes two
questions is the system, the angle, or both. Larger banks repeat the systems for other customers and vary the details.
"""

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator.model import Bank, Edition, Element, Question, Study, Topic
from generator.problems import Place
from generator.search import read_glossary

FOLDER = Path(__file__).parent
SERIES = FOLDER.parent.parent / "tests" / "data" / "series" / "bank"
"""The frozen fifty, with their glossary: figures stay comparable while `bank/` grows."""
GLOSSARY = SERIES / "glossary.yml"
PER_TOPIC = 50

ANGLES = {
    "design": ("Design {name}.", "Core: {first}. Also: {second}. Finally: {third}."),
    "scale": (
        "How do you scale {name} for sudden traffic spikes?",
        "Stateless tier: scale out behind the balancer. Queue: level the load before {first}. Shedding: drop low "
        "priority work first.",
    ),
    "caching": (
        "What would you cache in {name}, and how is it invalidated?",
        "Cache: results of {second}. Invalidation: on write, by key. Stampede: one caller recomputes, others wait.",
    ),
    "schema": (
        "Choose a database and a schema for {name}.",
        "Tables: one for {first}, one for {third}. Keys: partition by tenant. Indexes: by time.",
    ),
    "consistency": (
        "How do you keep {name} consistent across regions?",
        "Home region: each record has one. Replication: asynchronous log. Conflict: last writer wins, except {third}.",
    ),
    "failover": (
        "What happens to {name} when a data center fails?",
        "Detection: missed heartbeats. Failover: promote the replica of {first}. Recovery: replay what was lost.",
    ),
    "abuse": (
        "How do you protect {name} from abuse and bots?",
        "Limits: per account and per address. Signals: unusual use of {second}. Response: challenge, then block.",
    ),
    "monitoring": (
        "Which metrics and alerts does {name} need?",
        "Golden signals: latency, errors, saturation. Business: rate of {third}. Paging: only on symptoms.",
    ),
    "migration": (
        "Migrate {name} from a monolith to microservices without downtime.",
        "Strangler: route {first} to the new service. Dual writes: compare before the switch. Rollback: the old path.",
    ),
    "load-test": (
        "How would you load test {name}?",
        "Traffic: recorded and replayed at double speed. Data: synthetic {second}. Limits: find the knee of latency.",
    ),
}
CUSTOMERS = ("for schools", "for hospitals", "for airlines", "for cities", "for banks", "for farms", "for museums",
             "for shipyards", "for charities", "for newspapers", "for theatres")  # fmt: skip

STACK = (
    "Kafka", "Redis", "PostgreSQL", "Cassandra", "DynamoDB", "S3", "Lambda", "Kubernetes", "Envoy", "Consul", "etcd",
    "Flink", "Spark", "Airflow", "RabbitMQ", "NATS", "gRPC", "GraphQL", "Terraform", "Prometheus", "Grafana", "Vault",
    "MongoDB", "MySQL", "Elasticsearch", "OpenSearch", "ClickHouse", "BigQuery", "Snowflake", "Iceberg", "RocksDB",
    "Memcached", "Nginx", "HAProxy", "Istio", "Debezium", "Temporal", "Pulsar", "ZooKeeper", "CockroachDB", "Spanner",
)  # fmt: skip
REMARKS = (
    "Mistake: trusting clocks of clients", "Trade-off: freshness against cost", "Cheaper: batch at night",
    "Simpler: one region first", "Later: split reads from writes", "Watch: the slowest percentile",
    "Privacy: keep no raw addresses", "Tooling: a dry run for every change", "Ownership: one team a table",
    "Budget: errors spent on releases", "Format: Avro with a registry", "Backup: restore drills each month",
    "Cost: storage grows faster than traffic", "Limits: payloads under a megabyte", "Locks: none across services",
    "Clients: retry with jitter", "Contracts: additive changes only", "Edge: terminate TLS early",
)  # fmt: skip


@cache
def systems() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Slug, name and parts of each system."""
    lines = (FOLDER / "systems.txt").read_text("utf-8").splitlines()
    rows = (line.split(" | ") for line in lines if line and not line.startswith("#"))
    return tuple((slug, name, tuple(parts.split("; "))) for slug, name, parts in rows)


def number_of(key: str) -> int:
    """The number of a question of the first thousand, by "system/angle"."""
    slug, angle = key.split("/")
    place = [each[0] for each in systems()].index(slug)
    return place * len(ANGLES) + list(ANGLES).index(angle) + 1


def study(size: int) -> Study:
    """A bank of so many questions without diagrams, with our glossary."""
    questions = tuple(_question(number, title, answer) for number, title, answer in _texts(size))
    topics = tuple(
        Topic(f"part-{part}", f"Part {part}", "", _numbers((part - 1) * PER_TOPIC, size), Place("bank"))
        for part in range(1, (size - 1) // PER_TOPIC + 2)
    )
    terms, _ = read_glossary(GLOSSARY)
    return Study(Bank("Bank", topics, questions), Edition("Bank", "", "", "", 0), glossary=terms)


def _numbers(start: int, size: int) -> tuple[int, ...]:
    return tuple(range(start + 1, min(start + PER_TOPIC, size) + 1))


def _texts(size: int) -> Iterator[tuple[int, str, str]]:
    draw = random.Random(5)  # noqa: S311 - variety, not secrets
    for place in range(size):
        edition, which = divmod(place, len(systems()) * len(ANGLES))
        _, name, parts = systems()[which // len(ANGLES)]
        title, answer = list(ANGLES.values())[which % len(ANGLES)]
        if edition:
            name = f"{name} {CUSTOMERS[(edition - 1) % len(CUSTOMERS)]}"
        first, second, third = parts
        text = answer.format(first=first, second=second, third=third)
        extra = f"Stack: {', '.join(draw.sample(STACK, 3))}. {'. '.join(draw.sample(REMARKS, 2))}. " + (
            f"Capacity: {draw.randint(2, 90)} thousand requests a second at {draw.randint(5, 200)} ms."
        )
        yield place + 1, title.format(name=name), f"{text} {extra}"


def _question(number: int, title: str, answer: str) -> Question:
    here = Place("bank", number)
    items = tuple(_item(sentence) for sentence in answer.rstrip(".").split(". "))
    blocks = (Element("list", children=items, attributes=(("ordered", False), ("start", 1), ("tight", True))),)
    topic = f"part-{(number - 1) // PER_TOPIC + 1}"
    return Question(number, title, (Element("text", title),), topic, blocks, answer, here, here)


def _item(sentence: str) -> Element:
    paragraph = Element("paragraph", children=(Element("text", f"{sentence}."),))
    return Element("item", children=(paragraph,))
