"""Where one page puts the act that it reports.

Invariant: a place is one that the page's own report or its dateline names; a vote is never
negative, and the place of the act has more than the place that the act is about.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from briefing.events.weighting import BACKGROUND_WEIGHT, BODY_WEIGHT, locate_mentions
from briefing.lexicon.bearings import (
    Bearing,
    Namesake,
    bearing_of,
    is_and,
    is_region_noun,
    namesake_of,
)
from briefing.lexicon.event_kinds import ENCOUNTERS, KINDS, kind_as_written
from briefing.lexicon.folding import WORD, fold
from briefing.lexicon.places import PlaceRecord, find_place
from briefing.lexicon.roles import SHARES
from briefing.lexicon.speech import SAYING
from briefing.model import BlockKind, Citation, Document, Label, Mention, Sentence

NATIONWIDE = frozenset({"election", "appointment", "resignation"})
"""Kinds that pages tell from a capital or a crowd without being of that town."""
OUTDOORS = frozenset(
    {"attack", "accident", "disaster", "outbreak", "discovery", "crime", "death", "launch"}
)
"""Kinds that are reported from elsewhere: datelines and speakers are not where they were."""
_TOLD_AFAR = OUTDOORS | NATIONWIDE
_ANNOUNCED = OUTDOORS | {"discovery", "outbreak", "crime"}
"""Kinds whose pages bear the dateline of where they were announced."""
LEAD = 3.0
"""The weight of headline and first sentence."""
HEADLINE = 2.0
"""A headline's most: it names what the event is about as often as where it was."""
DATELINE = 8.0
DATELINE_ELSEWHERE = 1.0
"""Votes for the place of a dateline, where the kind of act is told from anywhere."""
REPEATED = 0.3
"""What further mentions on one page count."""
_STRENGTH = {
    Bearing.NEAR: 2.4,
    Bearing.AT: 2.0,
    Bearing.BARE: 0.75,
    Bearing.AWAY: 0.5,
    Bearing.PART_OF: 0.4,
}
_HELD = frozenset({Bearing.AT, Bearing.NEAR})
"""What says that something is there."""
_LATER = 0.7
"""A second place of a sentence is oftener what the act is about."""
_BESIDE_DAY = 1.6
_BESIDE_ACT = 1.5
_ASIDE = 0.3
"""In brackets or quotation marks, or where the body says that something will be next."""
_JUDGED = "verdict"
_PLAYED = "match"
SEAT = 15_000
"""A town of so many inhabitants may have a court."""
_HELD_THERE = {
    Namesake.COURT: frozenset({_JUDGED}),
    Namesake.GATHERING: frozenset(KINDS) | {"event"},
    Namesake.SITE: OUTDOORS | {"arrest", "event", "match", "protest", "strike"},
}
"""The kinds of act that happen at what bears a town's name: in its courts, its port, its fair."""
_VERB_LAST = frozenset({"de", "nl"})
"""Languages in which the word for the act may stand far from its place, at the end."""
_WORDS_TO_DAY = 3
_WORDS_TO_ACT = 12
_WORDS_TO_SPEECH = 2
_WORDS_BEFORE = 5
_CLAUSE_END = re.compile(r"[.;:!?()\n«»“”„\"–—]")
_WORD = re.compile(r"\w+")
_PREFIXED = re.compile(r"^(?:mit|an|zu|hinzu|ein)(?=[a-z]{4})")
"""What German puts before a verb that ends a clause ("mitteilte")."""


def place_votes(
    document: Document,
    weighed: Sequence[tuple[Sentence, float]],
    entity_of: Mapping[Citation, str],
    kind: str,
) -> dict[str, tuple[float, list[Citation]]]:
    """What one page gives each place: its strongest naming and a share of the others."""
    found: defaultdict[str, list[tuple[float, Citation]]] = defaultdict(list)
    for mention, vote in _votes(document, weighed, kind):
        span = Citation(document.article.id, mention.start, mention.end)
        if span in entity_of:
            found[entity_of[span]].append((vote, span))
    votes = {}
    for place, given in found.items():
        strongest = max(vote for vote, _ in given)
        rest = sum(vote for vote, _ in given) - strongest
        votes[place] = (strongest + REPEATED * rest, [span for _, span in given])
    return votes


def _votes(
    document: Document, weighed: Sequence[tuple[Sentence, float]], kind: str
) -> Iterator[tuple[Mention, float]]:
    """The places of the page's datelines, and those of its own sentences."""
    lines = [b for b in document.article.blocks if b.kind is BlockKind.DATELINE]
    for mention in document.mentions:
        is_place = mention.label is Label.LOC and not _is_outlet(document, mention)
        if is_place and any(b.start <= mention.start < b.end for b in lines):
            yield mention, DATELINE_ELSEWHERE if kind in _ANNOUNCED else DATELINE
    named: dict[int, tuple[Sentence, float, list[Mention]]] = {}
    least = LEAD if kind in NATIONWIDE else BACKGROUND_WEIGHT + 0.1
    for mention, sentence, weight in locate_mentions(document, weighed, Label.LOC):
        if weight >= least and not _is_outlet(document, mention):
            named.setdefault(sentence.start, (sentence, weight, []))[2].append(mention)
    for sentence, weight, mentions in named.values():
        most = HEADLINE if sentence.kind is BlockKind.HEADLINE else LEAD
        strengths = _strengths(document, sentence, mentions, kind)
        is_lead = weight >= HEADLINE
        for mention, strength in zip(mentions, strengths, strict=True):
            is_next = not is_lead and _is_beside_day(document, sentence, mention, is_ahead=True)
            yield mention, min(most, weight) * strength * (_ASIDE if is_next else 1.0)


def _is_outlet(document: Document, mention: Mention) -> bool:
    """Whether a name of several words is that of the page's own outlet, or its beginning."""
    source, name = fold(document.article.source or ""), fold(mention.text)
    return " " in name and f"{source} ".startswith(f"{name} ")


def court_votes(
    document: Document, weighed: Sequence[tuple[Sentence, float]], kind: str
) -> Iterator[tuple[PlaceRecord, float, Citation]]:
    """The towns of the courts that a page names as bodies: "the Quax Crown Court"."""
    if kind != _JUDGED:
        return
    for mention, _, weight in locate_mentions(document, weighed, Label.ORG):
        words = _WORD.findall(mention.text)
        for at, word in enumerate(words):
            behind = words[at + 1 : at + 3]
            is_court = any(namesake_of(words[:at], w) is Namesake.COURT for w in (*behind, ""))
            town = find_place(word) if is_court and word[:1].isupper() else None
            if town is not None and town.kind == "city" and town.population >= SEAT:
                span = Citation(document.article.id, mention.start, mention.end)
                least = LEAD if weight >= BODY_WEIGHT else weight
                yield town, least * _STRENGTH[Bearing.NEAR] * _BESIDE_ACT, span


def club_votes(
    document: Document, weighed: Sequence[tuple[Sentence, float]], kind: str
) -> Iterator[tuple[PlaceRecord, float, Citation]]:
    """The towns of the clubs that a report of a match names, where they are called after them.

    One of them was at home: a weak vote, for pages that say it by no other word.
    """
    if kind != _PLAYED:
        return
    for mention, _, weight in locate_mentions(document, weighed, Label.ORG):
        town = find_place(mention.text)
        if town is not None and town.kind == "city" and town.population >= SEAT:
            span = Citation(document.article.id, mention.start, mention.end)
            yield town, min(HEADLINE, weight) * _STRENGTH[Bearing.BARE], span


def _strengths(
    document: Document, sentence: Sentence, mentions: Sequence[Mention], kind: str
) -> list[float]:
    """How far the words around each place of a sentence say that the act was there."""
    text = document.article.text
    bearings: list[Bearing] = []
    for mention in mentions:
        before = _words_before(text, sentence, mention)
        is_joined = bool(bearings and before and is_and(before[-1], sentence.language))
        bearing = bearings[-1] if is_joined else _bearing(text, sentence, mention, before, kind)
        bearings.append(bearing)
    nearest = _nearest_to_act(text, sentence, mentions, bearings, kind)
    strengths, is_later = [], False
    for number, (mention, bearing) in enumerate(zip(mentions, bearings, strict=True)):
        strength = _STRENGTH[bearing]
        is_there = bearing in _HELD
        if _is_beside_day(document, sentence, mention):
            strength *= _BESIDE_DAY
        if number == nearest:
            strength *= _BESIDE_ACT
        elif is_there and is_later:
            strength *= _LATER
        is_speakers = kind in _TOLD_AFAR and _is_speakers(text, sentence, mention)
        is_speakers = is_speakers or _is_exchange(text, sentence, mention)
        if is_speakers or _is_aside(document, sentence, mention):
            strength *= _ASIDE
        is_later = is_later or is_there
        strengths.append(strength)
    return strengths


def _words_before(text: str, sentence: Sentence, mention: Mention) -> list[str]:
    clause = _CLAUSE_END.split(text[sentence.start : mention.start])[-1]
    return _WORD.findall(clause)[-_WORDS_BEFORE:]


def _bearing(
    text: str, sentence: Sentence, mention: Mention, before: Sequence[str], kind: str
) -> Bearing:
    behind = _WORD.match(text, min(mention.end + 1, sentence.end), sentence.end)
    word = behind.group() if behind else ""
    if word and is_region_noun(word):
        return Bearing.PART_OF
    namesake = namesake_of(before, word)
    if namesake is not None and kind in _HELD_THERE[namesake]:
        return Bearing.AT
    return bearing_of(before, sentence.language)


def _is_speakers(text: str, sentence: Sentence, mention: Mention) -> bool:
    """Whether it is somebody's saying so that was there: "officials in Oslo said"."""
    before = _words_before(text, sentence, mention)[-_WORDS_TO_SPEECH:]
    clause = _CLAUSE_END.split(text[mention.end : sentence.end], maxsplit=1)[0]
    around = map(fold, (*before, *_WORD.findall(clause)[:_WORDS_TO_SPEECH]))
    return any(w in SAYING or _PREFIXED.sub("", w) in SAYING for w in around)


def _is_exchange(text: str, sentence: Sentence, mention: Mention) -> bool:
    """Whether it is where shares are traded: "the shares rose 3 per cent in Oslo"."""
    clause = _CLAUSE_END.split(text[mention.end : sentence.end], maxsplit=1)[0]
    around = (*_words_before(text, sentence, mention), *_WORD.findall(clause)[:_WORDS_BEFORE])
    return any(fold(word) in SHARES for word in around)


def _is_beside_day(
    document: Document, sentence: Sentence, mention: Mention, *, is_ahead: bool = False
) -> bool:
    """Whether a date stands within a few words: "on Monday in Oslo", "in Oslo on Monday".

    With `is_ahead` only dates behind the day of publication count ("in Oslo next month").
    """
    text, published = document.article.text, document.article.published or ""
    for day in document.dates:
        if not sentence.start <= day.start < sentence.end:
            continue
        if not is_ahead or (day.value or "") > published[: len(day.value or "")] > "":
            left, right = sorted(((day.start, day.end), (mention.start, mention.end)))
            between = text[left[1] : right[0]]
            is_one = not _CLAUSE_END.search(between)
            if is_one and len(_WORD.findall(between)) <= _WORDS_TO_DAY:
                return True
    return False


def _nearest_to_act(
    text: str,
    sentence: Sentence,
    mentions: Sequence[Mention],
    bearings: Sequence[Bearing],
    kind: str,
) -> int | None:
    """The number of the place nearest to a word for the act, of those that something is in."""
    if _HELD.isdisjoint(bearings):
        return None
    kinds = ENCOUNTERS if kind in ENCOUNTERS else {kind}
    words = list(WORD.finditer(text, sentence.start, sentence.end))
    told = (kind_as_written(word.group(), sentence.language) for word in words)
    acts = [n for n, of_word in enumerate(told) if of_word in kinds]
    if not acts:
        return None
    best: tuple[int, int] | None = None
    for number, (mention, bearing) in enumerate(zip(mentions, bearings, strict=True)):
        if bearing in _HELD:
            at = sum(1 for w in words if w.end() <= mention.start)
            distance = min(abs(at - act) for act in acts)
            is_nearer = best is None or (distance < best[0] and sentence.language not in _VERB_LAST)
            if distance <= _WORDS_TO_ACT and is_nearer:
                best = distance, number
    return best[1] if best else None


def _is_aside(document: Document, sentence: Sentence, mention: Mention) -> bool:
    """Whether a name stands in brackets or in somebody's words."""
    text = document.article.text
    before = text[sentence.start : mention.start]
    is_bracketed = before.rfind("(") > before.rfind(")") and ")" in text[mention.end : sentence.end]
    return is_bracketed or any(q.start <= mention.start < q.end for q in document.quotes)
