"""The language of a bank, and the words of the interface in it.

A file `<language>.yml` here is a whole table: each English wording of the interface, by where it is said, with that
language's. What an author puts into `words.yml` beside his bank stands before it; a language without a table has the
few words that Material for MkDocs has, and English for the rest.

    recognised(bank)                             ->  "de"
    load("de", Path("bank/words.yml"))           ->  Wording("de", …), problems
    files(wording)                               ->  "assets/words.js", b'window.__words={"Copied":"Kopiert",…}'

    bank/words.yml:   Practise: Trainieren
                      "{count} questions": {one: "{count} Frage", other: "{count} Fragen"}
"""

from generator.languages.recognising import recognised
from generator.languages.tables import load
from generator.languages.telling import files, settings
from generator.languages.theme import knows

__all__ = ["files", "knows", "load", "recognised", "settings"]
