"""How many there are of what, in words.

questions(study, 1000)  ->  "1,000 questions"
"""

from generator.model import Study


def questions(study: Study, number: int) -> str:
    """So many questions."""
    return study.wording.count(number, "{count} question", "{count} questions", count=f"{number:,}")


def summary(study: Study) -> str:
    """What the bank holds, as in "50 questions in 5 topics, with 50 diagrams"."""
    bank, wording = study.bank, study.wording
    counts = {
        "questions": questions(study, len(bank.questions)),
        "topics": wording.count(len(bank.topics), "{count} topic", "{count} topics", count=f"{len(bank.topics):,}"),
        "diagrams": wording.count(
            len(study.drawings), "{count} diagram", "{count} diagrams", count=f"{len(study.drawings):,}"
        ),
    }
    if study.drawings:
        return wording("{questions} in {topics}, with {diagrams}", **counts)
    return wording("{questions} in {topics}", **counts)
