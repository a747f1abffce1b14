"""Which days a page gives for the act that it reports, and how far each is the act's.

Invariant: a day that the page gives for something else (a statement about the act, the close of a
market, the evening before a night) has a smaller share than one that it gives for the act, or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from briefing.days import is_day, parse_day
from briefing.events.sources import Source
from briefing.events.whereabouts import OUTDOORS
from briefing.lexicon.calendar import AFTERMATH, HAD, NIGHT, SINCE, TOLLS
from briefing.lexicon.event_kinds import COUNTING, POLLING, kind_of_word
from briefing.lexicon.folding import WORD, fold
from briefing.lexicon.roles import WITNESSES
from briefing.lexicon.speech import SAYING
from briefing.model import DateMention, Document, Sentence

DAYS_AROUND = 10
"""An event lies within so many days of the publication of a page that reports it."""
SPOKEN = 0.3
"""The share that the day of a statement has in the day of what it is about."""
_BEGUN = 0.5
"""The share of a day since which something has lasted: the act may be its end."""
_DECLARED = frozenset({"outbreak", "discovery"})
"""Kinds of which the announcement is the act."""
_LATEST = 3
"""So many days before a dated page of its event an undated page's weekday lies."""
_DAYS_IN_WEEK = 7
_WEEKDAY = re.compile(r"W[1-7]")
_REACH = 200
"""How many characters round a day are read; a page without stops is one sentence."""
_WORDS_TO_SPEECH = 2
_WORDS_IN_BRACKET = 6
_WORDS_TO_CLOSE = 3
_WORDS_TO_NIGHT = 2
_WORDS_TO_COUNT = 6
_CLOSE_STEMS = tuple(
    "close closing schluss borsenschluss cloture cierre chiusura fechamento fecho slotkoers"
    " slotstand اغلاق الاغلاق".split()
)
"""What the prices of the day before are taken at, folded."""


def days_told(
    source: Source, least: float, kind: str
) -> Iterator[tuple[DateMention, float, float]]:
    """The days near publication in sentences of a weight or more: weight, and share in the act."""
    document = source.document
    published = parse_day(document.article.published)
    for number, mention in enumerate(document.dates):
        located = source.sentence_at(mention.start)
        if located is None or located[1] < least or not mention.value or not is_day(mention.value):
            continue
        day = date.fromisoformat(mention.value)
        if published is not None and abs(day - published) > timedelta(days=DAYS_AROUND):
            continue
        if not _opens_night(document, number, located[0]):
            yield mention, located[1], _share(document, located[0], mention, kind)


def undated_weekdays(source: Source, least: float) -> Iterator[tuple[DateMention, float]]:
    """The bare weekdays that a page without a date gives in sentences of a weight or more."""
    if parse_day(source.document.article.published) is not None:
        return
    for mention in source.document.dates:
        if mention.value is None and _WEEKDAY.fullmatch(mention.partial or ""):
            located = source.sentence_at(mention.start)
            if located is not None and located[1] >= least:
                yield mention, located[1]


def weekday_before(mention: DateMention, published: str) -> str | None:
    """The last such weekday up to the day on which other pages of the event were published."""
    day = parse_day(published)
    if day is None or mention.partial is None:
        return None
    back = (day.isoweekday() - int(mention.partial[1:])) % _DAYS_IN_WEEK
    return (day - timedelta(days=back)).isoformat() if back <= _LATEST else None


def _share(document: Document, sentence: Sentence, mention: DateMention, kind: str) -> float:
    text = document.article.text
    start = max(sentence.start, mention.start - _REACH)
    end = min(sentence.end, mention.end + _REACH)
    led = WORD.findall(text, start, mention.start)
    before = [fold(w) for w in led[-_WORDS_IN_BRACKET:]]
    behind = [fold(w) for w in WORD.findall(text, mention.end, end)[:_WORDS_TO_CLOSE]]
    if _is_of_speech(before, behind) and (
        kind in OUTDOORS - _DECLARED or not WITNESSES.isdisjoint(map(fold, led))
    ):
        return SPOKEN
    near = {*before[-_WORDS_TO_COUNT:], *behind[:_WORDS_TO_CLOSE]}
    if kind == "election" and _is_of_counting(near, sentence.language):
        return SPOKEN
    around = before[-_WORDS_TO_CLOSE:] + behind[:_WORDS_TO_CLOSE]
    if any(word.startswith(_CLOSE_STEMS) for word in around):
        return SPOKEN
    if _is_afterwards(text, sentence, mention, kind):
        return SPOKEN
    since = SINCE.get(sentence.language, frozenset())
    return _BEGUN if since.intersection(before[-2:]) else 1.0


def _is_afterwards(text: str, sentence: Sentence, mention: DateMention, kind: str) -> bool:
    """Whether a day is not the act's: what had been before it, or the count of its toll after."""
    start = max(sentence.start, mention.start - _REACH)
    end = min(sentence.end, mention.end + _REACH)
    around = fold(text[start:end])
    clause = (
        _CLAUSE.split(text[start : mention.start])[-1] + _CLAUSE.split(text[mention.end : end])[0]
    )
    words = fold(clause).split()
    had = HAD.get(sentence.language, frozenset())
    is_before = not had.isdisjoint(words) and SAYING.isdisjoint(around.split())
    if kind not in OUTDOORS - _DECLARED:
        return is_before
    return is_before or not TOLLS.isdisjoint(words) or AFTERMATH.search(around) is not None


def _is_of_counting(words: set[str], language: str) -> bool:
    """Whether words beside a day tell of the count or its results, and not of the voting."""
    is_voting = any(kind_of_word(word, language) == "election" for word in words)
    return not (COUNTING.isdisjoint(words) or is_voting) and POLLING.isdisjoint(words)


def _is_of_speech(before: list[str], behind: list[str]) -> bool:
    """Whether a verb of saying stands beside a day, or round it: "teilte am Montag mit"."""
    if behind[:1] == ["mit"]:
        return bool(SAYING.intersection(before[-_WORDS_IN_BRACKET:]))
    return any(word in SAYING for word in (*before[-_WORDS_TO_SPEECH:], *behind[:1]))


def _opens_night(document: Document, number: int, sentence: Sentence) -> bool:
    """Whether a day is the evening before a night: "in the night from Monday to Tuesday"."""
    mention, text = document.dates[number], document.article.text
    if number + 1 == len(document.dates):
        return False
    following = document.dates[number + 1]
    if mention.value is None or following.value is None or following.start >= sentence.end:
        return False
    between = text[mention.end : min(following.start, mention.end + _REACH)]
    start = max(sentence.start, mention.start - _REACH)
    before = WORD.findall(text, start, mention.end)
    near = {fold(w) for w in before[-len(WORD.findall(mention.text)) - _WORDS_TO_NIGHT :]}
    is_next = is_day(following.value) and is_day(mention.value)
    if not is_next or not _JOINS.fullmatch(between) or not NIGHT.intersection(near):
        return False
    gap = date.fromisoformat(following.value) - date.fromisoformat(mention.value)
    return gap == timedelta(days=1)


_CLAUSE = re.compile(r"[.;:,!?()\n«»“”„\"–—]")
_JOINS = re.compile(r"[\s\-–/]*[^\W\d_]{0,5}(?:\s[^\W\d_]{1,4})?\s*")
"""What stands between the two days of a night: "to", "op", "al", "auf den"."""
