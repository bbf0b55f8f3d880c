"""The words of the interface in the language of a bank; English unless a table says otherwise.

    wording = Wording("de", table={"Read next": "Lies weiter", "{count} questions": {"one": "{count} Frage", …}})
    wording("Read next")                                              ->  "Als Nächstes"
    wording.count(1, "{count} question", "{count} questions")         ->  "1 Frage"

The English words are the keys, so that whoever reads the code reads what readers read. What stands behind a bar tells
apart words that are one in English and several elsewhere: "Print|noun".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache

Forms = str | Mapping[str, str]
"""A wording, or one for each of CLDR's plural categories that the language has."""
ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Wording:
    """What the interface says. Never compared."""

    language: str = ENGLISH
    """As in `<html lang>`: "de", "pt-BR", "zh-Hant"."""
    direction: str = "ltr"
    """Or "rtl"."""
    table: Mapping[str, Forms] = field(default_factory=dict, hash=False)
    """English to this language; what is missing stays English."""
    silent: frozenset[str] = field(default=frozenset(), repr=False)
    """Words of the language that say nothing of a subject: articles, pronouns and their like; none of English."""

    def __call__(self, text: str, **values: object) -> str:
        """The words for an English text, `{name}` in it replaced by the value of that name."""
        found = self.table.get(text)
        return _filled(found if isinstance(found, str) else shown(text), values)

    def count(self, number: int, one: str, many: str, **values: object) -> str:
        """So many of something, in the form that the number asks for; `many` is the key, `{count}` the number."""
        forms = self.table.get(many)
        if isinstance(forms, Mapping):
            chosen = forms.get(_category(self.language, number)) or forms.get("other") or many
        else:
            chosen = forms or (one if number == 1 else many)
        return _filled(shown(chosen), {"count": number, **values})

    def date(self, timestamp: int) -> str:
        """A day in UTC: as in "23. November 2026", in English as in "2026-11-23"."""
        day = datetime.fromtimestamp(timestamp, UTC).date()
        return day.isoformat() if self.is_english else _long(self.language, day)

    def joined(self, items: Sequence[str]) -> str:
        """Some things, as in "one, two and three"."""
        *first, last = items
        if not first:
            return last
        return self("{several} and {last}", several=self(", ").join(first), last=last)

    @property
    def is_english(self) -> bool:
        """Whether the bank is English."""
        return self.language.partition("-")[0] == ENGLISH

    @property
    def state(self) -> tuple[object, ...]:
        """All that the wording depends on; equal in every build."""
        return (self.language, self.direction, *sorted((key, str(value)) for key, value in self.table.items()))


IN_ENGLISH = Wording()
"""The words as the code has them."""


def shown(text: str) -> str:
    """An English text without what tells it apart."""
    return text.partition("|")[0]


def _filled(text: str, values: Mapping[str, object]) -> str:
    """The text with values for `{names}`."""
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


@cache
def _category(language: str, number: int) -> str:
    """CLDR's plural category of a number, such as "few"."""
    from babel import Locale  # loaded late: English banks need it never

    return str(Locale.parse(language, sep="-").plural_form(number))


@cache
def _long(language: str, day: date) -> str:
    from babel.dates import format_date

    return format_date(day, "long", locale=language.replace("-", "_"))
