"""Components have the names people know, one address each, and the registry of borrowed icons is in order."""

from pathlib import Path

import pytest

from generator.drawing.icons.components import icon_file, icon_of
from generator.drawing.icons.concepts import find, folder, is_symbol, registry, symbol
from generator.drawing.icons.lexicon import classes

ROOT = Path(__file__).resolve().parents[1]


def named(full: str) -> str:
    """The component that a class of the library stands for, or nothing."""
    shown = classes()[full]
    component = icon_of(shown.module, shown.kind, f"{shown.icon}.png")[1]
    return f"{component.slug}: {component.name}" if component else ""


@pytest.mark.parametrize(
    ("full", "component"),
    [
        ("diagrams.aws.storage.S3", "s3: S3"),
        ("diagrams.aws.database.DDB", "dynamodb: DynamoDB"),
        ("diagrams.aws.integration.StepFunctions", "step-functions: Step Functions"),
        ("diagrams.aws.network.CloudFront", "cloudfront: CloudFront"),
        ("diagrams.onprem.queue.Kafka", "kafka: Kafka"),
        ("diagrams.programming.language.Nodejs", "nodejs: Node.js"),
        ("diagrams.gcp.analytics.PubSub", "google-cloud-pub-sub: Google Cloud Pub/Sub"),
        ("diagrams.k8s.compute.Pod", "kubernetes-pod: Kubernetes Pod"),
        ("diagrams.onprem.client.User", ""),
        ("diagrams.onprem.compute.Server", ""),
        ("diagrams.aws.analytics.Analytics", ""),
    ],
)
def test_a_class_stands_for_the_component_people_know(full: str, component: str) -> None:
    assert named(full) == component


def test_an_address_belongs_to_one_component() -> None:
    names: dict[str, str] = {}
    for full in classes():
        slug, _, name = named(full).partition(": ")
        assert names.setdefault(slug, name) == name


def test_every_class_has_its_picture() -> None:
    missing = [full for full, shown in classes().items() if not icon_file(shown.icon).is_file()]
    assert missing == []


def test_every_borrowed_icon_exists_and_has_its_reason() -> None:
    """Each entry names an icon of Material's set with an outline; each icon of our own modules has an entry."""
    text = (ROOT / "generator/drawing/icons/concepts.toml").read_text(encoding="utf-8")
    listed = [line.strip('[]"') for line in text.splitlines() if line.startswith('["')]
    assert len(listed) == len(set(listed))
    for icon in registry():
        assert is_symbol(icon)
        assert (folder() / f"{icon}.svg").is_file(), icon
        assert symbol(icon).path
    assert all(len(registry()[icon]["reason"]) > 15 for icon in listed)
    assert find("simple/ipfs").component
    assert find("material/file-tree").component is None
