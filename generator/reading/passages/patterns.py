"""How questions, topics and answers may be written: one row for each form, the table that new forms are added to.

    ### Question 12: title     ### Q12: title     ### 12. title     **Q12. title**     Q12. title
    ## 🔸 Name (Questions 901-910)                **Answer:** text  ### Answer

All patterns run over visible text, so that `### **Q12:** title` and `### Q12: title` are one form.
"""

import re
import unicodedata
from collections.abc import Sequence
from enum import Enum

from msgspec import Struct

from generator.model import Element
from generator.reading.markdown.phrasing.inlines import visible
from generator.reading.passages.asking import is_question_or_task

SIGNS = "(?-i:[\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]){0,4} ?"
"""Emoji that may stand before a label, or a question without any mark; their case is not asked, which takes long."""
LEAD = r"^(?:<a\b[^<>]*>(?:</a>)?)?[^\w*]*"
"""An anchor, emoji and other characters that may stand before a number."""
QUESTION = (
    r"(?:(?:interview\s+)?question|pregunta|pergunta|domanda|frage|vraag|pytanie|fråga|soru|вопрос|питання|"
    r"sp[oø]r(?:gs|s)mål|kysymys|otázka|întrebarea?|kérdés|ερώτηση|câu(?: hỏi)?|pertanyaan|soal|שאלה|"
    r"(?:ال)?سؤال|سوال|پرسش|प्रश्न|सवाल|প্রশ্ন|(?:คำถาม|ข้อ)(?:ข้อ)?(?:ที่)?|问题|問題|题目|面试题|質問|질문|문제)"
)
Q = r"q(?:ues|ue|n)?"
EXERCISE = r"(?:problem|scenario|exercise|case|task|challenge)"
MIDDLE = r"[\s._#№-]{0,3}(?:no\.?\s*|n[°º]\s*|#\s*)?"
"""What may stand between the word and the number."""
_NUMBER = r"(?P<number>\d{1,9})(?:\s?/\s?[0-9]+|\s+of\s+[0-9]+)?(?:\s?(?P<mark>[(\[][^()\[\]]{1,30}[)\]]))?"
"""The number, perhaps of how many, and a mark such as "(Easy)", which is kept at the title's end."""
_END = r"(?:\s*[:.)\]：、．–—|→·•]{1,2}(?![0-9])\s*|\s+-(?![0-9])\s*|(?(mark)\s+|(?!))|\s*$)"
"""What divides the number from the title."""
_BARE_END = r"(?:\s?[:.)\]：、．]{1,2}(?![0-9])\s*|\s+[-–—](?![0-9])\s*(?=\S))"
"""The same behind a number without a word, which needs more punctuation."""
_PLAIN_END = r"\s*[:.)：](?![0-9])\s*(?=\S)"
_SPACE = r"\s+(?=\S)"

BOLD_LEVEL, PLAIN_LEVEL = 7, 8
"""Stand for bold and for plain lines among the levels 1-6 of headings."""
HEADINGS = range(1, BOLD_LEVEL)
_MARKED = range(1, PLAIN_LEVEL)
_PLAIN = range(PLAIN_LEVEL, PLAIN_LEVEL + 1)


class When(Enum):
    """When a heading of some form is a question."""

    ALWAYS = "wherever it stands"
    ASKING = "where its title asks something"
    COUNTING = "where the numbers count through the file; else it may be a step of an answer"


class _QuestionPattern(Struct, frozen=True):
    """A way to write the heading of a question."""

    example: str
    pattern: re.Pattern[str]
    """Matches all that stands before the title; it has a group "number" and perhaps one "mark"."""
    when: When = When.ALWAYS
    levels: range = _MARKED


class Start(Struct, frozen=True):
    """The beginning of a heading, or of a line like one, that has the form of a question."""

    number: int
    length: int
    """Visible characters before the title."""
    mark: str
    title: str
    example: str
    """That of the form."""
    level: int
    """1-6, `BOLD_LEVEL` or `PLAIN_LEVEL`."""
    when: When

    @property
    def is_unambiguous(self) -> bool:
        """Whether it can be nothing but a question."""
        return self.when is When.ALWAYS or (self.when is When.ASKING and is_question_or_task(self.title))


def _pattern(text: str, end: str = _END, lead: str = LEAD) -> re.Pattern[str]:
    """A pattern that ignores case."""
    return re.compile(lead + text + end, re.IGNORECASE)


_KEYCAPS = r"(?P<number>(?:[0-9]\ufe0f?\u20e3){1,6}|\U0001f51f)"

_QUESTION_PATTERNS: Sequence[_QuestionPattern] = (
    _QuestionPattern("### Question 12: title", _pattern(QUESTION + MIDDLE + _NUMBER)),
    _QuestionPattern("### Q12: title", _pattern(Q + MIDDLE + _NUMBER)),
    _QuestionPattern("### Q.12 title", _pattern(r"(?:question|q)\s?[.#№]\s?" + _NUMBER, _SPACE), levels=HEADINGS),
    _QuestionPattern("### 第12题：title", _pattern("第" + _NUMBER + "[题題问問]")),
    _QuestionPattern("### Question 12 What …?", _pattern(QUESTION + MIDDLE + _NUMBER, _SPACE), When.ASKING),
    _QuestionPattern("### Q12 What …?", _pattern(Q + MIDDLE + _NUMBER, _SPACE), When.ASKING),
    _QuestionPattern(
        "Question 12: title", _pattern(QUESTION + MIDDLE + _NUMBER, _PLAIN_END, "^" + SIGNS), levels=_PLAIN
    ),
    _QuestionPattern("Q12. title", _pattern(Q + MIDDLE + _NUMBER, _PLAIN_END, "^" + SIGNS), levels=_PLAIN),
    _QuestionPattern("### Problem 12: title", _pattern(EXERCISE + MIDDLE + _NUMBER), When.COUNTING, HEADINGS),
    _QuestionPattern("### 12. title", _pattern(r"(?P<number>\d{1,9})", _BARE_END), When.COUNTING),
    _QuestionPattern("### #12 title", _pattern(r"(?<=#)(?P<number>[0-9]{1,9})", _SPACE), When.COUNTING, HEADINGS),
    _QuestionPattern("### 1️⃣ title", _pattern(_KEYCAPS, r"\s*[:.)-]?\s*"), When.COUNTING, HEADINGS),
)

NEARLY = re.compile(
    rf"^(?:<\w[^<>]*>){{0,3}}[\W_]{{0,30}}+(?:\w{{1,20}}[)\]]\s?)?(?:{QUESTION}|q){MIDDLE}"
    r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)",
    re.IGNORECASE,
)
"""A line that somebody may have meant for a question."""

NEAR = rf"[^\w\n]*+(?:(?:{QUESTION}|{Q}|{EXERCISE}|第){MIDDLE})?\d"
BOUNDARY = re.compile(
    rf"#{{1,6}}[ \t](?:[ \t]*<a\b[^<>]*>)?(?:{NEAR}|.*[0-9] ?[)\]][ \t#]*$)"
    rf"|(?:\*\*|__){NEAR}|{SIGNS}(?:{QUESTION}|{Q}){MIDDLE}\d",
    re.IGNORECASE,
)
"""A line, at the margin, that may begin a question, or a topic with its range: where a file is cut to be parsed."""

PARTED = re.compile(LEAD + r"(?:q(?:uestion)?\s*)?[0-9]{1,4}(?:[.-][0-9]{1,4})+[.:)]?\s+(?=\S)", re.IGNORECASE)
"""A number in parts, as in "1.2 What is a cache?", which no question may have."""

LETTER = re.compile(LEAD + rf"(?:{QUESTION}|q)\s*[.:：、)\]-]+\s*(?=\S)", re.IGNORECASE)
"""A word or letter without a number, as in "Q. What is a cache?"."""

NAMELESS = re.compile(rf"\W*(?:{QUESTION}|q)\W*$", re.IGNORECASE)
"""A heading that says only that a question follows in the line below."""

_RANGE = re.compile(
    r" ?[-–—:,]? ?[(\[] ?(?:questions?|q)? ?#?q?([0-9]{1,9}) ?(?:-|–|—|to|\.\.) ?q?([0-9]{1,9}) ?[)\]] ?$",
    re.IGNORECASE,
)
"""The range at the end of a topic's heading."""

REPLY = (
    r"(?:respuestas?|respostas?|réponses?|antworte?n?|rispost[ae]|antwoord|odpowied[źz]i?|odpověď|svar|vastaus|cevap|"
    r"yanıt|răspuns(?:ul)?|válasz|ответы?|відповідь|απάντηση|答案|解答|回答|参考答案|正确答案|正解|答え|정답|답변|답|"
    r"(?:ال)?[إا]جاب[ةه]|(?:ال)?جواب|پاسخ|उत्तर|জবাব|উত্তর|jawaban|đáp án|trả lời|คำตอบ|เฉลย|תשובה)"
)
"""What answers are called, in many languages but English; banks in others are read by what stands where."""
ANSWER = (
    rf"(?:answers?|solutions?|{REPLY}|soluci[oó]n|solu[cç][aã]o|lösung(?:en)?|soluzion[ei]|oplossing|rozwiązanie|lösning|"
    r"çözüm|решение|розв'язок|해답|(?:ال)?حل)"
)
"""The same, with what solutions are called."""
BEFORE = (
    r"(?:(?:the|see|show|view|click|tap|reveal|expand|for|to|model|sample|short|correct|right|ver|mostrar|la|voir|"
    r"показать|查看|点击|點擊)\s*){0,4}"
)
ANSWERING = re.compile(rf"^[\W_]*{BEFORE}{ANSWER}(?!\w)(?:\s+\w+)?\s*(?:[:：]|\W*$)", re.IGNORECASE)
"""A heading, a bold beginning or a summary that says that the answer follows."""
PLAIN_ANSWERING = re.compile(rf"^{SIGNS}{BEFORE}{ANSWER}(?:\s+\w+)?\s*[:：]", re.IGNORECASE)
"""The same without a mark, which needs its colon."""

WORDS = rf"(?:(?:model |sample |short )?answer|ans|{REPLY})"
LABEL = re.compile(rf"^{SIGNS}{WORDS}\s*(?:[:：]|$)\s*", re.IGNORECASE)
"""What an answer may begin with, in bold, as a heading or plain; plain only with its colon."""
A = r"(?-i:A)(?:\s?[0-9]{1,4})?"
SHORT = re.compile(rf"^{SIGNS}{A}\s*(?:[:：]|\.(?=\s|$))\s*", re.IGNORECASE)
"""The same as one letter, where no other letter follows as options have them."""
OPTION = re.compile(r"^\W*(?-i:B)\s*[.:：)]", re.IGNORECASE | re.MULTILINE)
ANSWER_LABELS = frozenset(("explanation", "answer", "solution", "example", "examples", "follow-up", "hint", "note"))
"""Names of headings that stand inside answers, whatever their level."""


def question_start(heading: Sequence[Element], level: int) -> Start | None:
    """The form of a question that a heading, or a line that may be one, has."""
    text = visible(heading)
    for form in _QUESTION_PATTERNS:
        match = form.pattern.match(text) if level in form.levels else None
        if match:
            number = int(re.sub(r"\D", "", match["number"]) or 10)
            mark, title = match.groupdict().get("mark") or "", text[match.end() :]
            return Start(number, match.end(), mark, title, form.example, level, form.when)
    return None


def topic_form(text: str) -> tuple[str, str, tuple[int, int] | None]:
    """Emoji, name and range of a topic's heading.

    >>> topic_form("🔸 Web3 (Questions 941-950)")
    ('🔸', 'Web3', (941, 950))
    """
    text = " ".join(text.split()).lstrip("# ")
    length = next((place for place, sign in enumerate(text) if not _is_picture(sign)), len(text))
    emoji, name = text[:length].strip(), text[length:].strip()
    match = _RANGE.search(name)
    if not match:
        return emoji, name, None
    return emoji, name[: match.start()].strip(), (int(match[1]), int(match[2]))


def has_range(heading: Sequence[Element]) -> bool:
    """Whether a heading ends in a range of questions, as topics' headings do."""
    return bool(_RANGE.search(" ".join(visible(heading).split())))


def _is_picture(sign: str) -> bool:
    """Whether a character belongs to an emoji (or the space round it) and to no name."""
    return sign.isspace() or unicodedata.category(sign) in ("So", "Sk", "Cf", "Mn", "Me")
