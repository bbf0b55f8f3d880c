"""No page loads or runs what its policy forbids: nothing of other hosts, no script or style but the site's own."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import generate, served
from tests.test_site_accessibility import PAGES

pytestmark = pytest.mark.slow

LISTEN = """
window.forbidden = [];
addEventListener("securitypolicyviolation", (event) =>
  window.forbidden.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile} ${event.sample}`));
"""
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
FENCE = """### Question 1: One?

**Answer:**

```mermaid
graph LR
  A["one"] --> B["two <img src='https://evil.example/pixel.png' onerror='alert(1)'> <b onclick='alert(1)'>b</b>"]
```

```mermaid
%%{init: {"themeCSS": "*{background:url(https://evil.example/style.png)}", "securityLevel": "loose"}}%%
graph LR
  C --> D
```

```mermaid
sequenceDiagram
  participant A as Ann
  link A: Board @ https://evil.example/board
  links A: {"x": "https://evil.example/"}
  A->>B: hello
```

### Question 2: Two?

![a](https://evil.example/picture.png) plain
"""


def forbidden(page: Page) -> list[str]:
    return page.evaluate("window.forbidden")  # type: ignore[no-any-return]


def test_no_page_does_what_is_forbidden(keeping_page: Page, site_url: str) -> None:
    """Of each kind, in both palettes, with what scripts add."""
    keeping_page.add_init_script(LISTEN)
    for path in (*PAGES, "nowhere/"):
        keeping_page.goto(site_url + path, wait_until="networkidle")
        keeping_page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert forbidden(keeping_page) == [], path


def test_practising_and_asking_do_nothing_that_is_forbidden(page: Page, site_url: str) -> None:
    page.add_init_script(LISTEN)
    page.goto(site_url + "practice/?q=901")
    page.get_by_role("button", name="Start").first.click()
    page.get_by_role("button", name="Show").first.click()
    page.wait_for_timeout(500)
    assert forbidden(page) == []


def test_every_page_has_a_policy_that_names_no_inline_script(built_site: Path) -> None:
    pages = list(built_site.rglob("*.html"))
    assert len(pages) > 50
    for path in pages:
        html = path.read_text("utf-8")
        (policy,) = META.findall(html)
        scripts = policy.partition("script-src ")[2].partition(";")[0]
        assert re.fullmatch(r"'self' 'sha256-[\w+/=]+'", scripts), path
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy, path
        assert not re.search(r"<style|<[a-z][^>]*\sstyle=|<[a-z][^>]*\son\w+=", html), path


def test_hosts_that_read_headers_get_the_same_policy(built_site: Path) -> None:
    (policy,) = META.findall((built_site / "index.html").read_text("utf-8"))
    headers = (built_site / "_headers").read_text("utf-8")
    wide = policy.replace("style-src 'self';", "style-src 'self' 'unsafe-inline';")
    assert f"  Content-Security-Policy: {wide}; frame-ancestors 'self'\n" in headers
    assert "  X-Content-Type-Options: nosniff\n" in headers
    listed = json.loads((built_site / "vercel.json").read_text("utf-8"))["headers"][0]["headers"]
    assert [f"  {each['key']}: {each['value']}" for each in listed] == headers.splitlines()[1:]


@pytest.fixture(scope="module")
def fenced(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with a mermaid fence whose label asks another host for a picture."""
    folder = tmp_path_factory.mktemp("fenced")
    (folder / "bank.md").write_text(FENCE)
    generate("build", "--bank", str(folder / "bank.md"), "--out", str(folder / "site"))
    with served(folder / "site") as address:
        yield address


def test_mermaid_draws_and_asks_no_other_host(browser: Browser, fenced: str) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(LISTEN)
    for path in ("questions/1/", "questions/2/", "practice/?q=1", "print/?q=1"):
        page.goto(fenced + path, wait_until="networkidle")
        if path == "questions/1/":
            page.locator(".mermaid-picture svg").nth(1).wait_for()
            assert "two" in page.locator(".mermaid-picture svg").first.text_content()  # type: ignore[operator]
        assert forbidden(page) == [], path
    assert [url for url in asked if not url.startswith((fenced, "data:", "blob:"))] == []
    context.close()
