"""The content security policy of the pages as headers, for hosts that read such, with what no page can say itself.

    _headers     Netlify, Cloudflare Pages and others
    vercel.json  Vercel, where the site's folder is the project

A header holds for all pages alike, so it allows the styles that pages with mermaid's pictures need; each page's own
policy is narrower where it can be, and both hold.
"""

import json
import re
from collections.abc import Mapping

_META = re.compile(r'<meta http-equiv="?Content-Security-Policy"? content="([^"]+)">')
_STYLES = re.compile(r"(style-src [^;']*'self'[^;']*)[^;]*;")
"""The directive for styles, without the hashes at its end: beside one, no other style in a page would be allowed."""
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def hosting(page: str) -> Mapping[str, bytes]:
    """The files for hosts, from a page that carries the policy."""
    said = _META.search(page)
    if said is None:
        return {}
    policy = _STYLES.sub(r"\1 'unsafe-inline';", said[1]) + "; frame-ancestors 'self'"
    headers = {"Content-Security-Policy": policy, **_ALWAYS}
    lines = "".join(f"  {name}: {value}\n" for name, value in headers.items())
    listed = [{"key": name, "value": value} for name, value in headers.items()]
    vercel = {"trailingSlash": True, "headers": [{"source": "/(.*)", "headers": listed}]}
    return {"_headers": f"/*\n{lines}".encode(), "vercel.json": json.dumps(vercel, indent=1).encode() + b"\n"}
