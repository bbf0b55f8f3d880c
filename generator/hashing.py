"""The one way to name things by what they are: hashes of values, of files, and of the code that makes something."""

import hashlib
from base64 import b64encode


def digest(*parts: str | bytes) -> str:
    """A short hash of the parts in order, the same on every machine."""
    seen = hashlib.blake2b(digest_size=20)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        seen.update(len(data).to_bytes(8, "big"))
        seen.update(data)
    return seen.hexdigest()


def content_hash(data: bytes) -> str:
    """SHA-256 in base64, as browsers compare it in `integrity="sha256-…"`."""
    return b64encode(hashlib.sha256(data).digest()).decode()
