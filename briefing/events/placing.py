"""Where an event took place, put together from its pages.

Invariant: a place is one that a page's own report names, and the answer cites where; the place of
the act goes before the place that the act is about, and what no page says stays None.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet

from briefing.choosing import most_common
from briefing.events.sources import Source
from briefing.events.whereabouts import club_votes, court_votes, place_votes
from briefing.lexicon.folding import WORD, fold
from briefing.lexicon.name_words import BUILDINGS
from briefing.lexicon.places import PlaceRecord, find_place, find_places
from briefing.lexicon.skeletons import skeleton
from briefing.lexicon.subdivisions import find_subdivision
from briefing.model import Citation, Entity, Label, Place

LEAST_PLACE = 1.5
"""A place named with less weight than this is not where the event was."""
KNOWN_TOWN = 100_000
"""A town of so many inhabitants may give its name to a building without being explained."""
CLEAR = 1.5
"""How many times the second country's votes the first must have."""
SMALL_TOWN = 50_000
"""A town of fewer inhabitants, alone of its country on the pages, is another's namesake."""
LEAST_SOUND = 4
"""So many consonants, with the spaces between, make a name known by its sound."""
Town = tuple[str, str | None]
_NONE: frozenset[str] = frozenset()
_UNKNOWN = 0.7
_UNREADABLE = 0.5
"""For an unknown place in another script than the Latin one, whose names are shown."""
_ELSEWHERE = 0.5
"""For a town outside the country that the pages are clearly about."""
_BUILDING = 0.3
"""For a building: it is in a town that the pages name, mostly in the same sentence."""
_LATIN = re.compile("[a-z]")


def event_place(
    sources: Sequence[Source],
    entity_of: Mapping[Citation, str],
    entities: Mapping[str, Entity],
    kind: str = "event",
) -> Place:
    """The place that the pages put the act in; each page votes, its best naming counts most.

    What stands beside the act or the day counts most, a preposition of place before a name
    counts for it, one of direction or origin against it; the place first named wins a tie.
    """
    votes: defaultdict[str, float] = defaultdict(float)
    cited: defaultdict[str, list[Citation]] = defaultdict(list)
    for source in sources:
        for place, (vote, spans) in place_votes(
            source.document, source.sentences, entity_of, kind
        ).items():
            votes[place] += vote
            cited[place] += spans
    strange = _unborne(votes, entities)
    country = _top_country({p: v for p, v in votes.items() if p not in strange}, entities)
    named = {entities[p].country for p in votes}
    settled = {
        p: (entities[p].name, country)
        if p in strange and country
        else _settle(entities[p], country, named)
        for p in votes
    }
    towns = _towns({p: v for p, v in votes.items() if _may_be_town(entities[p])}, settled, country)
    seats = _seats(sources, kind)
    for town, given in seats.items():
        towns[town] = towns.get(town, 0.0) + sum(vote for vote, _ in given)
    best = max(towns, key=lambda t: towns[t], default=None)
    if best is None or towns[best] < LEAST_PLACE:
        return Place(None, country, ())
    name, nation = best
    meant = [p for p, town in settled.items() if town == best or _is_spelt_so(town, best)]
    places = {span for place in meant for span in cited[place]}
    courts = {span for _, span in seats.get(best, ())}
    return Place(_shown(name, sources, places), nation or country, tuple(sorted(places | courts)))


def _seats(
    sources: Sequence[Source], kind: str
) -> dict[tuple[str, str | None], list[tuple[float, Citation]]]:
    """The towns of courts and clubs that pages name, with the best vote of each page."""
    seats: defaultdict[tuple[str, str | None], list[tuple[float, Citation]]] = defaultdict(list)
    for source in sources:
        best: dict[tuple[str, str | None], tuple[float, Citation]] = {}
        told = source.document, source.sentences, kind
        for town, vote, span in (*court_votes(*told), *club_votes(*told)):
            key = town.name, town.country
            best[key] = max(best.get(key, (0.0, span)), (vote, span), key=lambda given: given[0])
        for key, given in best.items():
            seats[key].append(given)
    return seats


def _shown(name: str, sources: Sequence[Source], spans: AbstractSet[Citation]) -> str:
    """The town as the pages in English spell it, where they spell it otherwise than the table."""
    written: list[str] = []
    for source in sources:
        article = source.document.article
        for span in sorted(s for s in spans if s.article == article.id):
            words = article.text[span.start : span.end]
            known = find_place(words)
            is_other = known is not None and known.name == name and fold(words) != fold(name)
            is_english = article.language == "en"
            if is_other and (is_english or (known and _is_spelling(words, known))):
                written.append(words.title() if words.isupper() else words)
    return most_common(written) or name


def _is_spelling(words: str, town: PlaceRecord) -> bool:
    """Whether a page spells a small town nearly as the table does, which has none in English."""
    one, two = fold(words), fold(town.name)
    is_near = abs(len(one) - len(two)) <= 1 and (one.startswith(two) or two.startswith(one))
    return is_near and town.population < KNOWN_TOWN


def _unborne(votes: Mapping[str, float], entities: Mapping[str, Entity]) -> frozenset[str]:
    """Small towns of a country that nothing else on the pages is of: namesakes, mostly."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    for place in votes:
        nation = entities[place].country or _country_of_region(entities[place].name)
        if nation is not None:
            named[nation].add(place)
    lone = {p for places in named.values() for p in places if len(places) == 1}
    return frozenset(p for p in lone if _is_small(entities[p].name)) if len(named) > 1 else _NONE


def _is_small(name: str) -> bool:
    town = find_place(name)
    return town is not None and town.kind == "city" and town.population < SMALL_TOWN


def _towns(
    votes: Mapping[str, float], settled: Mapping[str, Town], country: str | None
) -> dict[Town, float]:
    """Votes by town and country; buildings count for the town that they are called after.

    A place that no table holds has the votes of all its spellings, under the best Latin one.
    """
    totals: dict[Town, float] = {}
    for place, vote in votes.items():
        town = settled[place]
        totals[town] = totals.get(town, 0.0) + vote * _trust(*town, country)
    spelt: defaultdict[str, list[Town]] = defaultdict(list)
    for town in totals:
        if town[1] is None:
            spelt[_sound(town[0])].append(town)
    for same in spelt.values():
        best = min(same, key=lambda t: (not _LATIN.match(fold(t[0])), -totals[t], t[0]))
        whole = sum(totals.pop(town) for town in same)
        totals[best] = whole
    return totals


def _sound(name: str) -> str:
    """What a name sounds like, where that is enough to know it by, else the name."""
    key = fold(name)
    sound = " ".join(map(skeleton, key.split()))
    return sound if len(sound) >= LEAST_SOUND else key


def _is_spelt_so(town: Town, best: Town) -> bool:
    return town[1] is None is best[1] and _sound(town[0]) == _sound(best[0])


def _trust(name: str, nation: str | None, country: str | None) -> float:
    """How far a name is to be believed to be a town of the event's country."""
    if _is_building(name):
        return _BUILDING
    if nation is None:
        return _UNKNOWN if _LATIN.match(fold(name)) else _UNREADABLE
    return 1.0 if country in {None, nation} else _ELSEWHERE


def _is_building(name: str) -> bool:
    """Whether a name that no table of places holds opens or ends with the noun for a building."""
    words = WORD.findall(name)
    ends = {fold(word) for word in words[:1] + words[-1:]} if len(words) > 1 else set()
    return bool(ends & BUILDINGS) and find_place(name) is None


def _may_be_town(place: Entity) -> bool:
    """Whether an entity is neither a country nor a part of the world, nor no place at all."""
    return place.kind is Label.LOC and place.name != place.country and not is_region(place.name)


def is_region(name: str) -> bool:
    """Whether a name is a region's, or an unknown one that ends or opens with a region's.

    "Francophone West Quaxland" is a part of a continent, "Regione Quax" a region.
    """
    known = find_place(name)
    if known is not None:
        return known.kind == "region"
    if find_subdivision(name) is not None:
        return True
    words = name.split()
    parts = (" ".join(words[1:]), " ".join(words[-2:]), " ".join(words[:-1]))
    wide = (find_place(part) for part in parts if 0 < len(part) < len(name))
    return any(place is not None and place.kind in {"country", "region"} for place in wide)


def _settle(place: Entity, country: str | None, named: Collection[str | None]) -> Town:
    """The town meant: the namesake in the event's country, or whose name a building bears.

    `named` are the countries that the pages name themselves or places of.
    """
    words = re.split(r"\s+|[–-]|(?<=[dlDL])['’]", place.name)
    if place.country is None and len(words) > 1:
        for word in (words[-1], words[0]):
            town = find_place(word)
            is_known = town is not None and town.population >= KNOWN_TOWN
            # What opens a longer name of one country is no town of another.
            is_near = town is not None and (town.country in named or _is_building(place.name))
            if town is not None and town.kind == "city" and is_known and is_near:
                return town.name, town.country
    if place.country != country:
        for namesake in find_places(place.name):
            if namesake.country == country is not None:
                return namesake.name, namesake.country
    return place.name, place.country


def _country_of_region(name: str) -> str | None:
    region = find_subdivision(name) if find_place(name) is None else None
    return region.country if region else None


def _top_country(votes: Mapping[str, float], entities: Mapping[str, Entity]) -> str | None:
    totals: defaultdict[str, float] = defaultdict(float)
    for entity in sorted(votes):
        country = entities[entity].country or _country_of_region(entities[entity].name)
        if country is not None:
            totals[country] += votes[entity]
    ranked = sorted(totals, key=lambda c: (-totals[c], c))
    if not ranked or totals[ranked[0]] < LEAST_PLACE:
        return None
    is_clear = len(ranked) == 1 or totals[ranked[0]] >= CLEAR * totals[ranked[1]]
    return ranked[0] if is_clear else None
