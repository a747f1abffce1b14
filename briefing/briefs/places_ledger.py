"""The ledger of places: where sources put one act in different towns.

Invariant: only towns in which a source itself puts the act, or near which, are set against each
other: a country, a region, a town further from the act or a place that it is also put in are no
rivals. What lies near one town may lie near another, so "near" conflicts only where a source that
names both towns tells them apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from briefing.briefs.background import dates_of, event_day, is_event_date
from briefing.briefs.material import Material, Statement
from briefing.briefs.readings import find_previews
from briefing.indexing import is_own
from briefing.lexicon.bearings import Bearing, bearing_of
from briefing.lexicon.citing import cite_words
from briefing.lexicon.event_kinds import ENCOUNTERS, kind_as_written
from briefing.lexicon.folding import WORD, fold
from briefing.lexicon.looking import looks_ahead
from briefing.lexicon.outcomes import outcome_at
from briefing.lexicon.places import find_place
from briefing.model import BlockKind, Difference, DifferenceValue, Entity, Label

PLACE_OF_EVENT = "place of the event"
"""What a difference about where the event itself was is called."""
_ACT = "act"
_OUTDOORS = frozenset({"attack", "accident", "disaster", "death"})
_LATEST = 5
_LATEST_OUTDOORS = 2
_WORDS_BEFORE = 5
_WORDS_TO_ACT = 10
_VERB_LAST = frozenset({"de", "nl"})
_LARGE = 50_000
_INSIDE = re.compile(
    r"\s*[,(/–-]\s*|,?\s+(?:in|near|of|a|à|de|en|près de|cerca de|bei|nahe|di|vicino a|em|perto de"
    r"|van|bij|في|قرب)\s+"
)
"""What stands between a place and the one that it lies in or at."""
_DIRECTION = re.compile(
    r"(?:north|south|east|west|cent(?:er|re|ral)|nord|sud|est|ouest|norte|sur|este|oeste|ost|sudost"
    r"|mittel|ovest|centro|sul|leste|noord|zuid|oost|midden)(?:ern|lich)?\w*\b"
)
"""What begins the name of a part of a country."""
_LANDFALL = "landfall"
_LANDING = re.compile(
    r"(?:\b(?:landfall|(?:came|comes|come|coming) ashore|touch\w* terre|toc[óoa]\w* tierra"
    r"|toccat\w+ terra|tocc[òa]\w* terra|tocou terra|(?:auf|an) Land|aan land)|اليابسة)"
    r"[^.;:\n]{0,34}$",
    re.IGNORECASE,
)
"""What stands before the island or town at which a storm leaves the sea."""
_CLAUSE_END = re.compile(r"[.;:!?()\n«»“”„\"–—]")


@dataclass(frozen=True, slots=True)
class _Put:
    """A town in which one source puts an act, or near which."""

    article: str
    act: str
    town: str
    start: int
    end: int
    is_near: bool


def compare_places(
    material: Material, background: frozenset[tuple[str, int]]
) -> Iterator[Difference]:
    """The differences about where something was done, the event itself first."""
    puts = list(_find_puts(material, background))
    texts = {d.article.id: d.article.text for d in material.documents}
    acts = sorted({p.act for p in puts}, key=lambda act: (act != _ACT, act))
    told = set[frozenset[tuple[str, str]]]()
    for act in acts:
        by_article: defaultdict[str, list[_Put]] = defaultdict(list)
        for put in puts:
            if put.act == act:
                by_article[put.article].append(put)
        rivals: dict[str, _Put] = {}
        for one, two in combinations(sorted(by_article), 2):
            for first, second in _find_rivals(by_article[one], by_article[two], material):
                rivals.setdefault(one, first)
                rivals.setdefault(two, second)
        towns = {p.town for p in rivals.values()}
        agreeing = {a: p for a, found in by_article.items() for p in found if p.town in towns}
        chosen = {**agreeing, **rivals}
        key = frozenset((a, p.town) for a, p in rivals.items())
        if rivals and key not in told:
            told.add(key)
            about = PLACE_OF_EVENT if act == _ACT else f"place ({act})"
            values = (_to_value(chosen[a], texts[a], material) for a in sorted(chosen))
            yield Difference(about, tuple(values))


def _to_value(put: _Put, text: str, material: Material) -> DifferenceValue:
    words = cite_words(text, put.start, put.end)
    return DifferenceValue(words, material.entities[put.town].name, put.article, put.start, put.end)


def _find_puts(material: Material, background: frozenset[tuple[str, int]]) -> Iterator[_Put]:
    texts = {d.article.id: d.article.text for d in material.documents}
    regions = {
        place
        for s in material.statements
        for start, _, place in material.spans[s.article].named(s.start, s.end)
        if _bearing(s, texts[s.article], start) is Bearing.PART_OF
    }
    previews, day = find_previews(material), event_day(material)
    for statement in material.statements:
        is_other = (statement.article, statement.start) in background or (
            statement.article in previews or statement.position > _LATEST
        )
        dates = [d for d in dates_of(statement, day) if not is_event_date(d, day)]
        if is_other or dates:
            continue
        is_ahead = looks_ahead(statement.text, statement.language)
        for put in _puts_of(statement, texts[statement.article], material):
            # What is announced may be the next meeting; what is signed is not ahead.
            if put.town not in regions and (put.act != _ACT or not is_ahead):
                yield put
        yield from _landings(statement, texts[statement.article], material)


def _puts_of(statement: Statement, text: str, material: Material) -> Iterator[_Put]:
    for start, end, place in material.spans[statement.article].named(
        statement.start, statement.end
    ):
        if not _may_be_town(material.entities[place]):
            continue
        bearing = _bearing(statement, text, start)
        if bearing in {Bearing.AT, Bearing.NEAR}:
            is_near = bearing is Bearing.NEAR
            for act in _acts_beside(statement, text, start, end, material.event.kind):
                yield _Put(statement.article, act, place, start, end, is_near)


def _landings(statement: Statement, text: str, material: Material) -> Iterator[_Put]:
    """Where a storm came ashore: the first place that is named behind the words for it."""
    told = set[int]()
    for start, end, place in material.spans[statement.article].named(
        statement.start, statement.end
    ):
        entity = material.entities[place]
        match = _LANDING.search(text, statement.start, start)
        if entity.kind is Label.LOC and entity.name != entity.country and match:
            if match.start() not in told:
                yield _Put(statement.article, _LANDFALL, place, start, end, is_near=False)
            told.add(match.start())


def _bearing(statement: Statement, text: str, start: int) -> Bearing:
    before = _CLAUSE_END.split(text[statement.start : start])[-1]
    words = [m.group() for m in WORD.finditer(before)][-_WORDS_BEFORE:]
    return bearing_of(words, statement.language)


def _acts_beside(statement: Statement, text: str, start: int, end: int, kind: str) -> Iterator[str]:
    """The acts that the clause around a place tells: the event's own, and how something ended."""
    left = start - len(_CLAUSE_END.split(text[statement.start : start])[-1])
    right = end + len(_CLAUSE_END.split(text[end : statement.end], maxsplit=1)[0])
    clause = list(WORD.finditer(text, left, right))
    words = [m.group() for m in clause]
    here = sum(m.end() <= start for m in clause)
    kinds = ENCOUNTERS if kind in ENCOUNTERS else {kind}
    is_early = statement.kind is BlockKind.HEADLINE or statement.position <= _LATEST_OUTDOORS
    found = {_ACT} if kind in _OUTDOORS and is_early else set[str]()
    for at, word in enumerate(words):
        is_beside = abs(at - here) <= _WORDS_TO_ACT or statement.language in _VERB_LAST
        if is_beside and kind_as_written(word, statement.language) in kinds:
            found.add(_ACT)
        if is_beside and (outcome := outcome_at(words, at)):
            found.add(outcome)
    yield from sorted(found)


def _may_be_town(place: Entity) -> bool:
    if place.kind is not Label.LOC or place.name == place.country:
        return False
    known = find_place(place.name)
    if known is None:
        return not _DIRECTION.match(fold(place.name))
    return known.kind == "city"


def _find_rivals(
    ones: Sequence[_Put], twos: Sequence[_Put], material: Material
) -> Iterator[tuple[_Put, _Put]]:
    """The first rival towns of two sources; none where they have a town in common."""
    if {p.town for p in ones} & {p.town for p in twos}:
        return
    if len({p.town for p in ones}) > 1 or len({p.town for p in twos}) > 1:
        return
    first, second = ones[0], twos[0]
    if _are_apart(first, second, material):
        yield first, second


def _are_apart(one: _Put, two: _Put, material: Material) -> bool:
    """Whether no reading makes two towns one place: a suburb, or what lies between them."""
    left, right = material.entities[one.town], material.entities[two.town]
    is_one = _is_part(left.name, right.name) or _is_part(right.name, left.name)
    if is_one or _stand_together(one.town, two.town, material):
        return False
    are_told_apart = _names(one.article, two.town, material) or _names(
        two.article, one.town, material
    )
    if one.act == _LANDFALL:
        return are_told_apart
    records = [find_place(place.name) for place in (left, right)]
    if not all(records):
        # What the gazetteer does not know may be a spot in the town; near it is no such spot.
        return are_told_apart and any(records) and one.is_near and two.is_near
    if one.is_near or two.is_near:
        return are_told_apart
    if left.country and right.country and left.country != right.country:
        return True
    are_large = all(r is not None and r.population >= _LARGE for r in records)
    return bool(left.country and right.country) and (are_told_apart or are_large)


def _is_part(one: str, two: str) -> bool:
    """Whether a name holds another: a district is called after its town, a port too."""
    return f" {fold(two)} " in f" {fold(one)} "


def _names(article: str, place: str, material: Material) -> bool:
    """Whether a source's own report has the name of a place anywhere, as whatever it is taken."""
    document = next(d for d in material.documents if d.article.id == article)
    name = fold(material.entities[place].name)
    return any(
        fold(material.entities[entity].name) == name and is_own(document, start)
        for start, _, entity in material.spans[article].spans
    )


def _stand_together(one: str, two: str, material: Material) -> bool:
    """Whether a source says that one lies in the other: "in Scheveningen, The Hague"."""
    for document in material.documents:
        text, found = document.article.text, material.spans[document.article.id].spans
        named = [span for span in found if span[2] in {one, two}]
        for (_, end, first), (start, _, second) in pairwise(named):
            if first != second and _INSIDE.fullmatch(text, end, max(end, start)):
                return True
    return False
