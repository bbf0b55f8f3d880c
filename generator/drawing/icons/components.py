"""Names the classes of the library as people do, and tells which icon each has.

    diagrams.aws.database Dynamodb  ->  icon "aws/database/dynamodb", component DynamoDB

A class that stands for no product (a client, a blank box) has an icon but no component.
"""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from generator.model import Component

_GENERIC = re.compile(
    r"diagrams\.(generic\.|c4|onprem\.client$|(aws|azure)\.general$|ibm\.(user|social)$|programming\.flowchart$)"
)
_PLAIN = {("diagrams.onprem.compute", "Server"), ("diagrams.onprem.network", "Internet")}
"""Classes that stand for no product though their neighbours do; so does a class called like its module."""
_PREFIX = {
    "azure": "Azure", "gcp": "Google Cloud", "ibm": "IBM", "oci": "Oracle Cloud", "alibabacloud": "Alibaba Cloud",
    "openstack": "OpenStack", "digitalocean": "DigitalOcean", "outscale": "Outscale", "firebase": "Firebase",
    "k8s": "Kubernetes",
}  # fmt: skip
_NAMES = {
    "APIGateway": "API Gateway", "CloudFront": "CloudFront", "CloudHSM": "CloudHSM", "Cloudwatch": "CloudWatch",
    "Dynamodb": "DynamoDB", "DynamodbTable": "DynamoDB", "DDB": "DynamoDB", "DynamodbStreams": "DynamoDB Streams",
    "DynamodbDax": "DynamoDB DAX", "DAX": "DynamoDB DAX",
    "SimpleStorageServiceS3": "S3", "SimpleStorageServiceS3Bucket": "S3", "SimpleStorageServiceS3Object": "S3",
    "SimpleQueueServiceSqs": "SQS", "SimpleQueueServiceSqsQueue": "SQS",
    "SimpleNotificationServiceSns": "SNS", "SimpleNotificationServiceSnsTopic": "SNS",
    "SimpleEmailServiceSes": "SES", "IdentityAndAccessManagementIam": "IAM", "LambdaFunction": "Lambda",
    "ElastiCache": "ElastiCache", "EMRCluster": "EMR", "Gamelift": "GameLift", "Quicksight": "QuickSight",
    "ManagedStreamingForKafka": "MSK", "Eventbridge": "EventBridge", "GlueDataCatalog": "Glue Data Catalog",
    "GlueCrawlers": "Glue crawlers", "ElasticLoadBalancing": "Elastic Load Balancing",
    "ElbApplicationLoadBalancer": "Application Load Balancer", "Fargate": "Fargate", "Neo4J": "Neo4j",
    "Nodejs": "Node.js", "NodeJS": "Node.js", "Etcd": "etcd", "Dbt": "dbt", "Nats": "NATS", "Nginx": "NGINX",
    "Clickhouse": "ClickHouse", "Rabbitmq": "RabbitMQ", "Mongodb": "MongoDB", "Postgresql": "PostgreSQL",
    "Graphql": "GraphQL", "Csharp": "C#", "Cpp": "C++", "LoadBalancing": "Load Balancing", "Javascript": "JavaScript",
    "Typescript": "TypeScript", "Influxdb": "InfluxDB", "Mysql": "MySQL", "Mariadb": "MariaDB", "Github": "GitHub",
    "Gitlab": "GitLab", "GithubActions": "GitHub Actions", "CRD": "Custom Resource Definition", "HPA": "Autoscaler",
    "SpatialAnchorAccounts": "Spatial Anchors", "KeyManagementService": "KMS", "Pubsub": "Pub/Sub", "Sql": "SQL",
    "Activemq": "ActiveMQ",
    "Cockroachdb": "CockroachDB", "Couchdb": "CouchDB", "Duckdb": "DuckDB", "Hbase": "HBase", "Haproxy": "HAProxy",
    "Argocd": "Argo CD", "Coredns": "CoreDNS", "Powerbi": "Power BI", "Kubeflow": "Kubeflow", "Mlflow": "MLflow",
    "Fastapi": "FastAPI", "Php": "PHP", "Dotnet": ".NET", "Nextjs": "Next.js", "Paypal": "PayPal", "K3S": "K3s",
}  # fmt: skip
_SPELLED = {
    "Cloudwatch": "CloudWatch", "Eventbridge": "EventBridge", "Elasticache": "ElastiCache", "Sagemaker": "SageMaker",
    "Dynamodb": "DynamoDB", "Codedeploy": "CodeDeploy", "Ip": "IP", "Aks": "AKS", "Dns": "DNS",
}  # fmt: skip
"""Words that the library's class names spell otherwise than their makers."""
_WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def icon_of(module: str, name: str, icon: str) -> tuple[str, Component | None]:
    """Key of a class's icon ("" for a plain Node) and its component, where it is a product."""
    if not icon or name == "Blank":
        return "", None
    key = icon.removesuffix(".png")
    plain = name.casefold() == module.rpartition(".")[2] or (module, name) in _PLAIN
    if _GENERIC.match(module) or plain or module.count(".") < 2:
        return key, None
    return key, component(_name(module, name))


def component(name: str) -> Component:
    """A component by its display name."""
    words = name.casefold().replace("#", " sharp").replace("+", "p").replace(".js", "js")
    return Component(re.sub(r"[^a-z0-9]+", "-", words).strip("-"), name)


def _name(module: str, name: str) -> str:
    provider = module.split(".")[1]
    said = _NAMES.get(name)
    if said is None:
        brands = provider in ("onprem", "saas", "programming", "elastic", "gis")
        said = name if brands or name.isupper() else " ".join(_SPELLED.get(word, word) for word in _WORDS.split(name))
        said = re.sub(r"\b(Cloud) (?=Front|Watch|Trail|Formation|HSM|Search|Shell)", r"\1", said)
    prefix = _PREFIX.get(provider, "")
    return said if not prefix or said.startswith(prefix.split()[0]) else f"{prefix} {said}"


@cache
def library() -> Path:
    """The folder that holds the library's `diagrams` and `resources`.

    Raises ModuleNotFoundError where the library is not installed.
    """
    return home_of("diagrams", "the library `diagrams`").parent


def home_of(package: str, called: str) -> Path:
    """The folder of a package. Raises ModuleNotFoundError where it is not installed."""
    spec = find_spec(package)
    if spec is None or not spec.origin:
        raise ModuleNotFoundError(f"{called} is not installed")
    return Path(spec.origin).parent


def icon_file(key: str) -> Path:
    """The PNG of a library icon's key."""
    return library() / "resources" / f"{key}.png"
