"""Where an event took place, put together from its pages.

Invariant: a place is one that a page's own report names, and the answer cites where; the place of
the act goes before the place that the act is about, and what no page says stays None.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from briefing.events.sources import Source
from briefing.events.whereabouts import place_votes
from briefing.lexicon.folding import WORD, fold
from briefing.lexicon.name_words import BUILDINGS
from briefing.lexicon.places import find_place, find_places
from briefing.model import Citation, Entity, Label, Place

LEAST_PLACE = 1.5
"""A place named with less weight than this is not where the event was."""
KNOWN_TOWN = 100_000
"""A town of so many inhabitants may give its name to a building without being explained."""
CLEAR = 1.5
"""How many times the second country's votes the first must have."""
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
    country = _top_country(votes, entities)
    towns = _towns(votes, entities, country)
    best = max(towns, key=lambda t: towns[t], default=None)
    if best is None or towns[best] < LEAST_PLACE:
        return Place(None, country, ())
    name, nation = best
    meant = [p for p in votes if _settle(entities[p], country) == best]
    spans = sorted(span for place in meant for span in cited[place])
    return Place(name, nation or country, tuple(spans))


def _towns(
    votes: Mapping[str, float], entities: Mapping[str, Entity], country: str | None
) -> dict[tuple[str, str | None], float]:
    """Votes by town and country; buildings count for the town that they are called after."""
    totals: dict[tuple[str, str | None], float] = {}
    for place, vote in votes.items():
        if _may_be_town(entities[place]):
            town = _settle(entities[place], country)
            totals[town] = totals.get(town, 0.0) + vote * _trust(*town, country)
    return totals


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
    known = find_place(place.name) if place.country is None else None
    is_wide = known is not None and known.kind == "region"
    return place.kind is Label.LOC and place.name != place.country and not is_wide


def _settle(place: Entity, country: str | None) -> tuple[str, str | None]:
    """The town meant: the namesake in the event's country, or whose name a building bears."""
    words = re.split(r"\s+|(?<=[dlDL])['’]", place.name)
    if place.country is None and len(words) > 1:
        for word in (words[-1], words[0]):
            town = find_place(word)
            if town is not None and town.kind == "city" and town.population >= KNOWN_TOWN:
                return town.name, town.country
    if place.country != country:
        for namesake in find_places(place.name):
            if namesake.country == country is not None:
                return namesake.name, namesake.country
    return place.name, place.country


def _top_country(votes: Mapping[str, float], entities: Mapping[str, Entity]) -> str | None:
    totals: defaultdict[str, float] = defaultdict(float)
    for entity in sorted(votes):
        country = entities[entity].country
        if country is not None:
            totals[country] += votes[entity]
    ranked = sorted(totals, key=lambda c: (-totals[c], c))
    if not ranked or totals[ranked[0]] < LEAST_PLACE:
        return None
    is_clear = len(ranked) == 1 or totals[ranked[0]] >= CLEAR * totals[ranked[1]]
    return ranked[0] if is_clear else None
