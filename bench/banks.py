"""Question banks of any size for measuring: seeded, distinct, and in the forms that real banks are written in.

write_bank(Path("/tmp/bank"), 1000)   twenty files of fifty questions; the same bytes on every machine
"""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

PER_FILE = 50
HEADINGS = ("### Question {n}: {title}", "### Q{n}: {title}", "### {n}. {title}", "## Question {n}: {title}")
LABELS = ("**Answer:**\n", "**Answer:** In short, it depends on the load.\n\n", "### Answer\n\n", "")
BULLETS = ("*   ", "- ", "+ ")

VERBS = ("Design", "Build", "Explain", "Scale", "Secure", "Monitor", "Shard", "Migrate", "Test", "Simplify")
THINGS = (
    "URL shortener", "news feed", "payment ledger", "chat service", "search index", "rate limiter", "job scheduler",
    "object store", "recommendation engine", "metrics store", "video pipeline", "booking system", "fraud detector",
    "leaderboard", "document editor", "email gateway", "feature flag service", "identity provider", "game lobby",
    "telemetry collector", "price engine", "inventory service", "map tile server", "audit log", "webhook relay",
)  # fmt: skip
QUALITIES = (
    "with strict ordering", "across three regions", "for a million tenants", "on a small budget", "without downtime",
    "under GDPR", "with exactly-once delivery", "for offline clients", "with sub-second latency", "for bursty traffic",
    "with audit trails", "that survives a region", "for mobile networks", "with tenant isolation", "behind a CDN",
)  # fmt: skip
PARTS = (
    "API Gateway", "Lambda", "DynamoDB", "Kafka", "Redis", "PostgreSQL", "S3", "CloudFront", "Elasticsearch", "Flink",
    "Cassandra", "RabbitMQ", "Kubernetes", "Envoy", "Consul", "Prometheus", "Spark", "Airflow", "SQS", "SNS", "Nginx",
    "etcd", "ClickHouse", "Vault", "MongoDB", "Step Functions", "Kinesis", "Iceberg", "gRPC", "GraphQL",
)  # fmt: skip
ROLES = (
    "Ingest", "Storage", "Cache", "Queue", "Compute", "Index", "Gateway", "Auth", "Audit", "Retry", "Partitioning",
    "Replication", "Failover", "Schema", "Backpressure", "Routing", "Consistency", "Compaction", "Alerting", "Limits",
)  # fmt: skip
DETAILS = (
    "keeps the hot keys in memory and drops them after {k} minutes",
    "writes go through a log of {k} partitions, reads from replicas",
    "retries {k} times with jitter, then parks the message",
    "splits by `hash(tenant_id) % {k}` so that one tenant cannot starve another",
    "holds `Map<TenantID, Quota>` and answers `429` above {k} requests a second",
    "rolls segments up every {k} minutes and deletes the raw ones",
    "takes a lease of {k} seconds; a lost lease moves the work elsewhere",
    "checks the version, and merges when {k} writers disagree",
)
FENCE = '```python\ndef limit(user: str) -> bool:\n    """Allow {k} a minute."""\n    return count(user) < {k}\n```\n'
TABLE = "| Option | Cost | When |\n|---|---:|---|\n| {a} | {k} | small |\n| {b} | {l} | large |\n"


def questions(size: int, seed: int = 1) -> Iterator[tuple[int, str, str]]:
    """Number, title and answer of each question; titles are distinct."""
    draw = random.Random(seed)  # noqa: S311 - figures, not secrets
    kinds = len(VERBS) * len(THINGS) * len(QUALITIES)
    order = draw.sample(range(kinds), kinds)
    for number in range(1, size + 1):
        which, edition = order[(number - 1) % kinds], (number - 1) // kinds
        verb, rest = VERBS[which % len(VERBS)], which // len(VERBS)
        thing, quality = THINGS[rest % len(THINGS)], QUALITIES[rest // len(THINGS)]
        again = f", part {edition + 1}" if edition else ""
        yield number, f"{verb} a {thing} {quality}{again}.", answer(draw, number, size)


def answer(draw: random.Random, number: int, size: int) -> str:
    """An answer of about 640 bytes: a list, sometimes nested, with code, tables and references here and there."""
    bullet = draw.choice(BULLETS)
    roles = draw.sample(ROLES, draw.randint(3, 6))
    lines = []
    for role in roles:
        detail = draw.choice(DETAILS).format(k=draw.randint(2, 90))
        lines.append(f"{bullet}**{role}:** {draw.choice(PARTS)} -> {draw.choice(PARTS)}; {detail}.")
        if draw.random() < 0.25:
            lines += [
                f"    {bullet}{draw.choice(PARTS)} {detail}.",
                f"    {bullet}Measured: p99 of {draw.randint(5, 80)} ms.",
            ]
    text = "\n".join(lines) + "\n"
    if draw.random() < 0.15:
        text += "\n" + FENCE.format(k=draw.randint(10, 900))
    if draw.random() < 0.1:
        first, second = draw.sample(PARTS, 2)
        text += "\n" + TABLE.format(a=first, b=second, k=draw.randint(1, 9), l=draw.randint(10, 99))
    if draw.random() < 0.2:
        text += f"\n(See Q{draw.randint(1, size)}).\n"
    return text


def write_bank(folder: Path, size: int, seed: int = 1, headings: Sequence[str] = HEADINGS) -> None:
    """Write a bank of `size` questions into a folder, fifty a file and ten a topic, in some of the headings' forms."""
    folder.mkdir(parents=True, exist_ok=True)
    draw = random.Random(seed + 1)  # noqa: S311
    every = list(questions(size, seed))
    for start in range(0, size, PER_FILE):
        here = every[start : start + PER_FILE]
        heading, label = draw.choice(headings), draw.choice(LABELS)
        text = f"# Part {start // PER_FILE + 1}\n\n"
        for number, title, body in here:
            if (number - 1) % 10 == 0 and not heading.startswith("## "):
                text += f"## {THINGS[number // 10 % len(THINGS)].title()} ({number}-{number + 9})\n\n"
            text += heading.format(n=number, title=title) + "\n\n" + label + body + "\n---\n\n"
        (folder / f"{here[0][0]:05}-{here[-1][0]:05}.md").write_text(text, "utf-8")
