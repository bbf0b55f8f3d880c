"""How many there are of what, in words.

counted(1000, "question")  ->  "1,000 questions"
"""

from generator.model import Study


def counted(number: int, word: str) -> str:
    """A number and its noun, singular or plural."""
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def summary(study: Study) -> str:
    """What the bank holds, as in "50 questions in 5 topics, with 50 diagrams"."""
    bank = study.bank
    counts = f"{counted(len(bank.questions), 'question')} in {counted(len(bank.topics), 'topic')}"
    return f"{counts}, with {counted(len(study.drawings), 'diagram')}" if study.drawings else counts
