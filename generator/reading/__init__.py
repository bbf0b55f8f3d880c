"""From bank files to a `Bank`: found, decoded, repaired, cut into questions, read as GitHub reads Markdown.

    ## 🔸 Web3 (Questions 941-950)      -> Topic("web3", "Web3", "🔸", (941, …))

    ### Question 941: Design a wallet.  -> Question(941, "Design a wallet.", …)

    **Answer:**
    * **Keys:** in an HSM.              -> Element("list", …)

`read` is all that most callers need. Who wants to keep results between runs caches `read_file` by name and content,
or `chunk` by content alone, and puts the files together with `assemble`: all three are pure.
"""

from generator.reading.identity import identity
from generator.reading.passages.passages import Chunk, chunk
from generator.reading.passages.text import Text
from generator.reading.questions.assembling import assemble
from generator.reading.reading import fix, numbers, read, read_file
from generator.reading.sources.files import Source, sources

__all__ = ["Chunk", "Source", "Text", "assemble", "chunk", "fix", "identity", "numbers", "read", "read_file", "sources"]
