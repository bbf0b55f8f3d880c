"""What a question's page says to search engines: JSON-LD, in the words of schema.org.

    {"@context": "https://schema.org", "@type": "LearningResource", "name": "How …?", "mainEntity": {…}}

Data is no script, so the pages' content policy has nothing to forbid in it.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from generator import markup
from generator.model import Question, Study


def linked(question: Question, study: Study) -> Mapping[str, Any] | None:
    """The page of a question as linked data; None where the site has no address or the question no answer."""
    root = study.edition.site_url
    answer = " ".join(markup.worded(study, question).text.split())
    if not root or not answer:
        return None
    page = f"{root}questions/{question.number}/"
    changed = study.dates.get(question.number)
    return {
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "@id": page,
        "url": page,
        "name": question.title,
        "learningResourceType": "interview question",
        "about": study.bank.topic_of(question).name,
        "isPartOf": {"@type": "WebSite", "name": study.edition.site_name, "url": root},
        **({"image": f"{page}diagram.svg"} if question.number in study.drawings else {}),
        **({"dateModified": datetime.fromtimestamp(changed, UTC).date().isoformat()} if changed else {}),
        "mainEntity": {
            "@type": "Question",
            "name": question.title,
            "answerCount": 1,
            "acceptedAnswer": {"@type": "Answer", "text": answer, "url": f"{page}#answer"},
        },
    }
