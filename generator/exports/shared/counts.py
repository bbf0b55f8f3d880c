"""How many there are of what, in words.

questions(study, 1000)  ->  "1,000 questions"
"""

from generator.model import Study

_QUESTIONS = ("{count} question", "{count} questions")


def questions(study: Study, number: int) -> str:
    """So many questions."""
    return study.wording.count(number, *_QUESTIONS, count=f"{number:,}")


def summary(study: Study) -> str:
    """What the bank holds, as in "50 questions in 5 topics, with 50 diagrams"."""
    bank, wording = study.bank, study.wording
    topics, drawn = len(bank.topics), len(study.drawings)
    said = {
        "questions": questions(study, len(bank.questions)),
        "topics": wording.count(topics, "{count} topic", "{count} topics", count=f"{topics:,}"),
        "diagrams": wording.count(drawn, "{count} diagram", "{count} diagrams", count=f"{drawn:,}"),
    }
    if drawn:
        return wording("{questions} in {topics}, with {diagrams}", **said)
    return wording("{questions} in {topics}", **said)
