r"""From bank files to a `Bank`: found, decoded, repaired, cut into questions, read as GitHub reads Markdown.

>>> text = "## 🔸 Web3 (Questions 941-950)\n\n### Question 941: Design a wallet.\n\n**Answer:**\n* Keys in an HSM.\n"
>>> file, problems = read_file("bank.md", text.encode())
>>> bank, warnings = assemble([file])
>>> [(topic.slug, topic.name, topic.emoji, topic.numbers) for topic in bank.topics]
[('web3', 'Web3', '🔸', (941,))]
>>> bank.questions[0].title, bank.questions[0].answer[0].kind
('Design a wallet.', 'list')

`read` is all that most callers need. Who wants to keep results between runs caches `read_file` by name and content,
or `chunk` by content alone, and puts the files together with `assemble`: all three are pure.
"""

from generator.reading.identity import identity
from generator.reading.passages.parsed import ParsedFile
from generator.reading.passages.passages import chunk
from generator.reading.questions.assembling import assemble
from generator.reading.reading import fix, numbers, read, read_file
from generator.reading.sources.files import Source, sources

__all__ = ["ParsedFile", "Source", "assemble", "chunk", "fix", "identity", "numbers", "read", "read_file", "sources"]
