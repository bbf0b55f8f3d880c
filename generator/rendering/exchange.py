r"""A page as a file that other engines read: its fields as YAML front matter, its text as one block of raw HTML.

    ---
    template: question.html
    title: "How do you handle \"Cold Start\" in FaaS?"
    number: 902
    ---

    <div><ul>…</ul></div>

The block is one line without anything that an extension of Markdown may look for, so every engine passes it on as is.
"""

from collections.abc import Mapping
from typing import Any

import yaml

from generator.model import Page
from generator.settings import PYTHON, Name

_HIDDEN = str.maketrans({"\n": "&#10;", "\t": "&#9;", "`": "&#96;"})
"""What means something to Markdown even inside HTML; line ends and tabs would not survive in code."""


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes every value in full: no engine has to know YAML's references."""

    def ignore_aliases(self, data: Any) -> bool:
        """Never point back to an equal value."""
        return True


_Dumper.add_representer(Name, lambda dumper, name: dumper.represent_scalar(f"{PYTHON}name:{name}", ""))


def configuration(settings: Mapping[str, Any]) -> str:
    """A mkdocs.yml for the folder that holds docs/ and overrides/."""
    theme = {**(settings.get("theme") or {}), "custom_dir": "overrides"}
    return _dump({**settings, "docs_dir": "docs", "site_dir": "site", "theme": theme, "plugins": []})


def markdown(page: Page) -> str:
    """The file at `page.path` below docs/."""
    fields = {"template": page.template, "generated": True, **page.fields}
    told = {name: value for name, value in fields.items() if value}
    front = _dump(told)
    body = f"\n<div>{page.body.translate(_HIDDEN)}</div>\n" if page.body else ""
    return f"---\n{front}---\n{body}"


def _dump(values: Mapping[str, Any]) -> str:
    made: str = yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1 << 20)
    return made
