"""A whole bank as one Markdown file that reads as the same bank again.

# Title
## 🔸 Topic (Questions 1-2)
### Question 1: title
**Answer:**
"""

from collections.abc import Iterator

from generator.markup.gfm import gfm
from generator.model import Bank, Element, Question, Topic

DIVIDERS = ("-", "–", "—", ":", ",")
"""One of them before a range is not read as part of the name; a name that ends so needs another."""


def write(bank: Bank) -> str:
    """The bank's Markdown; references are plain words, as an author writes them."""
    return "\n\n".join(block for block in blocks(bank) if block) + "\n"


def blocks(bank: Bank) -> Iterator[str]:
    """All blocks, in order."""
    yield heading(1, (Element("text", bank.title),))
    yield gfm(bank.introduction, nowhere)
    for topic in bank.topics:
        yield heading(2, (Element("text", topic_line(topic)),))
        yield gfm(topic.introduction, nowhere)
        for number in topic.numbers:
            yield from question_blocks(bank.by_number[number])


def question_blocks(question: Question) -> Iterator[str]:
    """The blocks of a question."""
    yield heading(3, (Element("text", f"Question {question.number}: "), *question.heading))
    yield gfm(question.body, nowhere)
    yield "**Answer:**"
    yield gfm((*question.solution, *question.answer), nowhere)


def topic_line(topic: Topic) -> str:
    """The words of a topic's heading."""
    span = f"(Questions {topic.numbers[0]}-{topic.numbers[-1]})"
    name = topic.name + ":" * topic.name.endswith(DIVIDERS)
    return " ".join(part for part in (topic.emoji, name, span) if part)


def heading(level: int, words: tuple[Element, ...]) -> str:
    """A heading."""
    return gfm((Element("heading", "", words, (("level", level),)),), nowhere)


def nowhere(number: int) -> str:
    """No address, so that references stay words."""
    return ""
