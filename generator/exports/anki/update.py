"""What an edition changes in notes that their learners made their own, as the text that Anki reads field by field.

    Study  ->  #notetype:1763913601 … "guid"<tab>"Q901"<tab>"Design a serverless backend …"<tab>…

Anki takes a note of a package whole or not at all. Of a text it takes the fields that are in it: "My notes" and tags
are not, so they stay, and a note whose fields are what they were is left alone. The pictures come with the package.
"""

import csv
import io

from generator.exports.anki.deck import level
from generator.exports.anki.kinds import MODEL
from generator.exports.anki.notes import FIELDS, OWN, Note
from generator.exports.shared.selections import Selection
from generator.model import Study


def update(study: Study, selection: Selection) -> bytes:
    """The notes of a selection for Anki's import of text, which the first lines tell how to read."""
    text = io.StringIO()
    for line in (
        "separator:tab",
        "html:true",
        f"notetype:{MODEL}",
        f"deck:{level(study.edition.site_name)}",
        "guid column:1",
        "if matches:update current",
    ):
        text.write(f"#{line}\n")
    rows = csv.writer(text, delimiter="\t", quoting=csv.QUOTE_ALL, lineterminator="\n")
    for number in selection.numbers:
        note = Note(study, study.bank.by_number[number])
        fields = (note.fields.get(field, "") for field in FIELDS if field != OWN)
        rows.writerow([note.guid, *fields])
    return text.getvalue().encode()
