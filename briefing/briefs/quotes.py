"""Quotations, verbatim, each shown once with every place where it stands.

Invariant: the text shown is the cited range of the first citation. Two quotations are one if the
words of one contain the other's, or if one person says nearly the same words; across languages only
if one person says both, both articles report the event itself, and nothing else by that person in
the two articles could be meant. The halves of a quotation that a page splits count as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from briefing.briefs.background import event_day
from briefing.briefs.drift import Wording, tell_variants
from briefing.briefs.material import Material, Statement
from briefing.briefs.origins import count_origins
from briefing.disjoint import DisjointSets
from briefing.indexing import is_own
from briefing.lexicon.citing import cite_words, trim_range
from briefing.lexicon.folding import fold
from briefing.lexicon.gist import gist_keys
from briefing.model import BriefQuote, Citation, Document, Entity, Quote

_MOST_QUOTES = 8
_MOST_OF_MANY = 10
_MANY_ARTICLES = 5
_FEWEST_WORDS = 4
_FEWEST_SHARED_WORDS = 3
_LONGEST_RATIO = 2.2
_SOLE_RATIO = 3.5
_SPLIT = 60
_REWORDED = 0.6
_UNNAMED_RATIO = 1.8
_FARTHEST = 6
_TITLE_SHARE = 0.8
_OPENING_MARKS = " \n\u00a0\u202f«“„‘‹\"'"
_BREAKS = (",", "،", "–", "—")
"""What ends the words between the halves of a quotation."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One quotation in one article; `office` is the role and country of who speaks.

    `parts` are the other ranges of a quotation that the page splits ("...", X said, "...").
    """

    number: int
    article: str
    language: str
    start: int
    end: int
    words: str
    folded: str
    speaker: str | None
    entity: str | None
    position: int
    is_preview: bool
    office: tuple[str, str] | None = None
    parts: tuple[Citation, ...] = ()

    @property
    def citation(self) -> Citation:
        """Where the words stand."""
        return Citation(self.article, self.start, self.end)


def collect_quotes(material: Material, origins: Mapping[str, int]) -> tuple[BriefQuote, ...]:
    """The quotations of the event, the most widely carried first."""
    sayings = _sayings(material)
    groups = _join(sayings)
    shown = [_show(group, material) for group in groups if _is_worth(group)]
    ranked = sorted(
        shown,
        key=lambda group: (
            -count_origins((s.article for s in group), origins),
            group[0].language != material.preferred,
            group[0].position,
            group[0].article,
            group[0].start,
        ),
    )
    most = _MOST_QUOTES if len(material.documents) < _MANY_ARTICLES else _MOST_OF_MANY
    return tuple(_to_quote(group, material) for group in ranked[:most])


def group_quotes(material: Material) -> tuple[tuple[Citation, ...], ...]:
    """The places of each quotation that stands in more than one article."""
    groups = _join(_sayings(material))
    return tuple(
        tuple(c for s in group for c in (s.citation, *s.parts))
        for group in groups
        if _is_worth(group) and len({s.article for s in group}) > 1
    )


def _sayings(material: Material) -> list[Saying]:
    found: list[Saying] = []
    statements: dict[str, list[Statement]] = {}
    for statement in material.statements:
        statements.setdefault(statement.article, []).append(statement)
    for document in material.documents:
        for quote in document.quotes:
            if is_own(document, quote.start):
                saying = _saying(
                    len(found), quote, document, statements[document.article.id], material
                )
                if found and _is_split(found[-1], saying, document.article.text):
                    found[-1] = _unite(found[-1], saying)
                else:
                    found.append(saying)
    return found


def _is_split(first: Saying, second: Saying, text: str) -> bool:
    """Whether two quotations of one sentence are the halves of one: “…,” she said, “…”."""
    last = max((first.end, *(c.end for c in first.parts)))
    return (
        (first.article, first.position, first.entity)
        == (second.article, second.position, second.entity)
        and first.entity is not None
        and second.words[:1].islower()
        and 0 <= second.start - last <= _SPLIT
        and text[last : second.start].rstrip(_OPENING_MARKS).endswith(_BREAKS)
    )


def _unite(first: Saying, second: Saying) -> Saying:
    parts = (*first.parts, second.citation)
    return replace(first, folded=f"{first.folded} {second.folded}", parts=parts)


def _saying(
    number: int,
    quote: Quote,
    document: Document,
    statements: Sequence[Statement],
    material: Material,
) -> Saying:
    article = document.article
    home = [s for s in statements if s.start <= quote.start < s.end]
    span = quote.speaker_span
    named = material.spans[article.id].within(span.start, span.end) if span else ()
    entity = named[0] if named else None
    day = event_day(material)
    start, end = trim_range(article.text, quote.start, quote.end)
    words = cite_words(article.text, start, end)
    return Saying(
        number=number,
        article=article.id,
        language=home[0].language if home else article.language or "",
        start=start,
        end=end,
        words=words,
        folded=fold(words),
        speaker=material.entities[entity].name if entity else quote.speaker,
        entity=entity,
        office=_office_of(material.entities[entity]) if entity else None,
        position=home[0].position if home else 0,
        is_preview=bool(day and article.published and article.published[: len(day)] < day),
    )


def _office_of(speaker: Entity) -> tuple[str, str] | None:
    return (speaker.role, speaker.country) if speaker.role and speaker.country else None


def _join(sayings: Sequence[Saying]) -> list[list[Saying]]:
    sets = DisjointSets(range(len(sayings)))
    # A page may repeat one phrase a thousand times: only different ones are compared in pairs.
    firsts: dict[tuple[str, str | None], Saying] = {}
    for saying in sayings:
        first = firsts.setdefault((saying.folded, saying.entity), saying)
        if saying.folded:
            sets.union(first.number, saying.number)
    for one, two in combinations(firsts.values(), 2):
        if _has_same_words(one, two):
            sets.union(one.number, two.number)
    beside: dict[str, list[Saying]] = {}
    for saying in sayings:
        beside.setdefault(saying.article, []).append(saying)
    for one, two in combinations(sayings, 2):
        is_open = one.language != two.language and sets.find(one.number) != sets.find(two.number)
        if is_open and _is_translation(one, two, beside):
            sets.union(one.number, two.number)
    return [[sayings[number] for number in group] for group in sets.sets()]


def _has_same_words(one: Saying, two: Saying) -> bool:
    shorter, longer = sorted((one.folded, two.folded), key=lambda text: (len(text), text))
    if len(shorter.split()) < _FEWEST_SHARED_WORDS:
        return bool(shorter) and shorter == longer and one.entity == two.entity
    return f" {shorter} " in f" {longer} " or _is_reworded(one, two)


def _is_reworded(one: Saying, two: Saying) -> bool:
    """Whether one person says nearly the same words in another article."""
    if one.article == two.article or one.language != two.language or not _share_speaker(one, two):
        return False
    left, right = set(one.folded.split()), set(two.folded.split())
    return min(len(left), len(right)) >= _FEWEST_WORDS and (
        len(left & right) >= _REWORDED * len(left | right)
    )


def _share_speaker(one: Saying, two: Saying) -> bool:
    """Whether both are given to one person; names in two scripts may not have been joined."""
    if one.entity is None or two.entity is None:
        return False
    return one.entity == two.entity or (one.office is not None and one.office == two.office)


def _is_translation(one: Saying, two: Saying, beside: Mapping[str, Sequence[Saying]]) -> bool:
    """Whether one says the other in another language; `beside` holds each article's sayings."""
    if one.language == two.language or one.article == two.article:
        return False
    if one.is_preview != two.is_preview:
        return False
    if min(len(one.folded.split()), len(two.folded.split())) < _FEWEST_WORDS:
        return False
    if one.entity is None or two.entity is None:
        return _is_only_likeness(one, two, beside)
    are_sole = _is_only(one, beside[one.article]) and _is_only(two, beside[two.article])
    is_near = _measure_ratio(one, two) <= (_SOLE_RATIO if are_sole else _LONGEST_RATIO) and (
        abs(one.position - two.position) <= _FARTHEST
    )
    return _share_speaker(one, two) and is_near and (are_sole or _shares_notions(one, two))


def _measure_ratio(one: Saying, two: Saying) -> float:
    """How many times longer the longer quotation is."""
    short, long = sorted((len(one.folded), len(two.folded)))
    return long / max(1, short)


def _is_only_likeness(one: Saying, two: Saying, beside: Mapping[str, Sequence[Saying]]) -> bool:
    """Whether two quotations, one without a known speaker, can only be each other's translation.

    They are of a size, share a notion, and no other quotation of either article shares one.
    """
    if _measure_ratio(one, two) > _UNNAMED_RATIO or not _share_notion(one, two):
        return False
    return not (
        any(_share_notion(left, two) for left in beside[one.article] if left is not one)
        or any(_share_notion(one, right) for right in beside[two.article] if right is not two)
    )


def _share_notion(one: Saying, two: Saying) -> bool:
    return not _notions(one.words).isdisjoint(_notions(two.words))


@lru_cache(maxsize=4096)
def _notions(words: str) -> frozenset[str]:
    """The notions that a quotation speaks of; it is compared with all others of the event."""
    return frozenset(key for key in gist_keys(words) if key.startswith("="))


def _is_only(saying: Saying, sayings: Iterable[Saying]) -> bool:
    """Whether the speaker says nothing else at length in the article."""
    return not any(
        other.number != saying.number
        and (other.article, other.entity) == (saying.article, saying.entity)
        and len(other.folded.split()) >= _FEWEST_WORDS
        for other in sayings
    )


def _shares_notions(one: Saying, two: Saying) -> bool:
    shared = gist_keys(one.words) & gist_keys(two.words)
    return len(shared) > 1


def _is_worth(group: Sequence[Saying]) -> bool:
    """Whether the words are more than a term or a title set in quotation marks."""
    if all(s.speaker is None for s in group) and _is_title(group[0].words):
        return False
    return any(len(s.folded.split()) >= _FEWEST_WORDS for s in group) or any(
        s.entity is not None and len(s.folded.split()) >= _FEWEST_SHARED_WORDS for s in group
    )


def _is_title(words: str) -> bool:
    """Whether nearly all long words begin with a capital, as in the name of a film or a book."""
    long = [w for w in words.split() if len(w) >= _FEWEST_WORDS]
    capitals = sum(w[0].isupper() for w in long)
    return len(long) > 1 and capitals >= _TITLE_SHARE * len(long)


def _show(group: Sequence[Saying], material: Material) -> list[Saying]:
    """The version to show first: the preferred language's, the longest, the first article's."""
    return sorted(
        group,
        key=lambda s: (s.language != material.preferred, -len(s.folded), s.article, s.start),
    )


def _to_quote(group: Sequence[Saying], material: Material) -> BriefQuote:
    first = group[0]
    by_entity = next((s.speaker for s in group if s.entity in material.participants), None)
    speaker = by_entity or next((s.speaker for s in group if s.speaker), None)
    others = sorted(group[1:], key=lambda s: (s.article, s.start))
    texts = {d.article.id: d.article.text for d in material.documents}
    return BriefQuote(
        speaker=speaker,
        text=first.words,
        language=first.language,
        citations=(
            first.citation,
            *first.parts,
            *(c for s in others for c in (s.citation, *s.parts)),
        ),
        variants=tell_variants([_wording(saying, texts[saying.article]) for saying in group]),
    )


def _wording(saying: Saying, text: str) -> Wording:
    places = (saying.citation, *saying.parts)
    return Wording(saying.language, tuple((cite_words(text, c.start, c.end), c) for c in places))
