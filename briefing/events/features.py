"""What speaks for and against two pages reporting one event, as numbers.

Invariant: features are symmetric, and 0 means "says nothing"; what a page does not state never
counts against a pair.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from briefing.events.profile import Profile, whole_of
from briefing.events.statistics import CorpusStatistics
from briefing.lexicon.event_kinds import ENCOUNTERS, family_of

FEATURES = (
    "same_people",
    "core_people",
    "other_people",
    "other_counterpart",
    "same_office",
    "same_organisations",
    "same_city",
    "other_city",
    "other_town",
    "same_countries",
    "other_countries",
    "same_day",
    "same_weekday",
    "other_day",
    "other_weekday",
    "published_near",
    "published_apart",
    "weeks_apart",
    "same_kind",
    "other_kind",
    "same_figures",
    "names",
    "words",
    "other_words",
    "words_across_languages",
    "names_across_languages",
    "title",
    "copy",
    "stands_out",
    "another_day",
)
"""The names of the features, in the order in which they are explained."""


MOST_AT_TABLE = 3
"""With more people at the centre of a page, each report of a gathering names others of them."""
IN_PASSING = 0.7
"""The share of a person's weight on one page that is no more than a mention on another."""
NO_OFFICE = ("", None)
CHIEF = 0.5
"""The share of the weight of a page's chief kind of act that makes another one chief too."""
OF_THE_HOST = frozenset({"same_city", "same_day", "same_weekday", "published_near"})
"""What two visits to one host on one day share anyway: with another counterpart it says nothing."""
SAME_SUBJECT = 0.15
"""Cosine of the words of two pages in one language, below which they seem to be about two
things."""
WEEKS = 20
"""Days between two pages' dates after which they hardly report one event."""
LEAST_LEVEL = 0.03
"""Likeness below which two pages are alike by chance."""
MOST_OUTSTANDING = 2.0
"""Beyond twice the likeness of the neighbours, more of it says no more."""
PRESENT = 0.5
"""The weight of one sentence at the end of a page; background sentences weigh less."""


@dataclass(frozen=True, slots=True)
class Vector:
    """Weights scaled by rarity, with their Euclidean norm."""

    weights: Mapping[str, float]
    norm: float


@dataclass(frozen=True, slots=True)
class Comparable:
    """A profile with what every comparison of it needs, computed once.

    `whole` holds names, words and entities together. `level` is the mean likeness of the page's
    likest neighbours, `crowded` says in [0, 1] how many more are as like as those of one event.
    """

    profile: Profile
    names: Vector
    stems: Vector
    kinds: Vector
    countries: Vector
    whole: Vector
    title: Mapping[str, float]
    level: float = LEAST_LEVEL
    crowded: float = 0.0


def as_vector(weights: Mapping[str, float], rarity: Callable[[str], float] | None = None) -> Vector:
    """A weighting as a vector; without a rarity all keys count alike."""
    scaled = {k: w * rarity(k) for k, w in weights.items()} if rarity else dict(weights)
    return Vector(scaled, math.sqrt(math.fsum(w * w for w in scaled.values())))


def make_comparable(profile: Profile, corpus: CorpusStatistics) -> Comparable:
    """A profile made ready for comparison within its corpus."""
    return Comparable(
        profile,
        names=as_vector(profile.names, corpus.names),
        stems=as_vector(profile.stems, corpus.stems),
        kinds=as_vector(profile.kinds),
        countries=as_vector(profile.countries),
        whole=as_vector(whole_of(profile), corpus.whole),
        title={w: min(corpus.names(w), corpus.stems(w)) for w in profile.title},
    )


def crowd_share(left: Comparable, right: Comparable) -> float:
    """How far both pages of a pair stand in one crowd, in [0, 1]; 0 across languages."""
    return left.crowded * right.crowded * (left.profile.language == right.profile.language)


def cosine(one: Vector, two: Vector) -> float:
    """Cosine of two vectors, 0 where one is empty."""
    few, many = sorted((one.weights, two.weights), key=len)
    dot = math.fsum(w * many[k] for k, w in few.items() if k in many)
    return dot / (one.norm * two.norm) if dot else 0.0


def pair_features(
    left: Comparable, right: Comparable, corpus: CorpusStatistics
) -> dict[str, float]:
    """The features of a pair that are not 0."""
    one, two = left.profile, right.profile
    is_across = one.language != two.language
    words = cosine(left.stems, right.stems)
    found = {
        **_people(one, two, corpus),
        **_places(left, right, corpus),
        **_days(one, two, corpus),
        "same_organisations": _overlap(one.organisations, two.organisations, corpus.organisations),
        "same_kind": cosine(left.kinds, right.kinds),
        "other_kind": _other_kind(one, two),
        "same_figures": _figures(one, two, corpus),
        "names_across_languages" if is_across else "names": cosine(left.names, right.names),
        "words_across_languages" if is_across else "words": words,
        "other_words": 0.0 if is_across else max(0.0, 1 - words / SAME_SUBJECT),
        "title": _shared_title(left.title, right.title),
        "copy": _containment(one.shingles, two.shingles),
        "stands_out": 0.0 if is_across else _outstanding(left, right),
        "another_day": _another_day(one, two),
    }
    said: tuple[str, ...] = FEATURES
    if found["other_counterpart"]:
        said = tuple(f for f in FEATURES if f not in OF_THE_HOST)
    return {name: found[name] for name in said if found.get(name)}


def _overlap(
    one: Mapping[str, float], two: Mapping[str, float], rarity: Callable[[str], float]
) -> float:
    """The rarities of shared keys, each counted as far as both pages dwell on it; up to 3."""
    shared = sorted(k for k in one if k in two)
    return min(3.0, math.fsum(rarity(k) * _dwell(min(one[k], two[k])) for k in shared))


def _dwell(weight: float) -> float:
    """How far a summed sentence weight makes something a page's subject, in [0, 1]."""
    return min(1.0, weight / 3.0)


def _people(one: Profile, two: Profile, corpus: CorpusStatistics) -> dict[str, float]:
    met = {p for p in _present(one) & _present(two) if p in one.core | two.core}
    here, there = counterparts(one, two)
    return {
        "same_people": _overlap(one.people, two.people, corpus.people),
        "core_people": float(min(2, len(met))),
        "other_people": float(bool(one.core and two.core and not met)),
        "other_counterpart": float(min(2, len(here), len(there))) if met else 0.0,
        "same_office": float(min(2, len(same_offices(one, two)))),
    }


def counterparts(one: Profile, two: Profile) -> tuple[AbstractSet[str], AbstractSet[str]]:
    """Whom each page has at its centre where the other page has somebody else.

    At a gathering each report names others, so that nobody is another's counterpart there.
    """
    if min(map(len, guests := _guests(one, two))):
        return guests
    if max(len(one.core), len(two.core)) > MOST_AT_TABLE:
        return set(), set()
    here, there = one.core - _present(two), two.core - _present(one)
    if not _meet(one, two):
        here, there = here & one.titled & one.leading, there & two.titled & two.leading
    alike = same_offices(one, two)
    return here - {a for a, _ in alike}, there - {b for _, b in alike}


def _guests(one: Profile, two: Profile) -> tuple[AbstractSet[str], AbstractSet[str]]:
    """Those whom one host received apart: each page leads with its own and mentions the other."""
    if max(len(one.leading), len(two.leading)) > MOST_AT_TABLE or not _meet(one, two):
        return set(), set()
    beside = one.beside | two.beside
    pairs = {
        (a, b)
        for a in _only_leading(one, two)
        for b in _only_leading(two, one)
        if (min(a, b), max(a, b)) not in beside and (_present(one) & _present(two)) - {a, b}
    }
    return {a for a, _ in pairs}, {b for _, b in pairs}


def _only_leading(one: Profile, two: Profile) -> AbstractSet[str]:
    """The people a page leads with whom the other page names in passing at most."""
    leading = (one.leading & one.titled & one.core) - two.leading
    return {p for p in leading if two.people.get(p, 0.0) <= IN_PASSING * one.people[p]}


def same_offices(one: Profile, two: Profile) -> list[tuple[str, str]]:
    """Pairs of differently named people who hold one office, so that they may be one person.

    Where a page does not say of which country, the role must be one that few hold.
    """
    pairs = []
    for a in sorted(one.core - two.people.keys()):
        for b in sorted(two.core - one.people.keys()):
            (role, nation), (other, country) = (
                one.offices.get(a, NO_OFFICE),
                two.offices.get(b, NO_OFFICE),
            )
            is_one_country = nation == country if nation and country else " " in role
            if role and role == other and is_one_country:
                pairs.append((a, b))
    return pairs


def _meet(one: Profile, two: Profile) -> bool:
    """Whether both pages tell of people who met; else only office holders are counterparts."""
    return not ENCOUNTERS.isdisjoint(one.kinds) and not ENCOUNTERS.isdisjoint(two.kinds)


def _present(profile: Profile) -> set[str]:
    """The people of a page, those left out whom only its background names."""
    return {p for p, weight in profile.people.items() if weight >= PRESENT}


def _places(left: Comparable, right: Comparable, corpus: CorpusStatistics) -> dict[str, float]:
    one, two = left.profile, right.profile
    return {
        "same_city": _overlap(one.cities, two.cities, corpus.cities),
        "other_city": float(_is_elsewhere(one, two, main_city(one), main_city(two))),
        "other_town": float(_is_elsewhere(one, two, one.town, two.town)),
        "same_countries": cosine(left.countries, right.countries),
        "other_countries": min(_share_apart(one, two), _share_apart(two, one)),
    }


def _is_elsewhere(one: Profile, two: Profile, here: str | None, there: str | None) -> bool:
    return bool(here and there and here not in two.cities and there not in one.cities)


def main_city(profile: Profile) -> str | None:
    """The place that a page names most, countries left out."""
    return min(profile.cities, key=lambda k: (-profile.cities[k], k), default=None)


def _share_apart(one: Profile, two: Profile) -> float:
    """The share of a page's weight on countries that the other page does not name at all."""
    whole = math.fsum(one.countries.values())
    apart = math.fsum(w for c, w in one.countries.items() if c not in two.countries)
    return apart / whole if whole and two.countries else 0.0


def _days(one: Profile, two: Profile, corpus: CorpusStatistics) -> dict[str, float]:
    same = bool(one.days & two.days)
    weekdays = bool(one.weekdays & two.weekdays)
    apart = _days_apart(one, two)
    return {
        "same_day": float(same),
        "same_weekday": float(weekdays and not same),
        "other_day": _far(_closest(one.days, two.days)) if one.days and two.days else 0.0,
        "other_weekday": float(bool(one.weekdays and two.weekdays and not weekdays)),
        "published_near": 0.0 if apart is None else _near(one, two, apart, corpus),
        "published_apart": 0.0 if apart is None else _far(apart),
        "weeks_apart": float(_nearest(one, two) > WEEKS),
    }


def _near(one: Profile, two: Profile, apart: int, corpus: CorpusStatistics) -> float:
    """Nearness of publication, as far as few pages of the corpus are of those days."""
    days = (p.published.isoformat() for p in (one, two) if p.published)
    return math.exp(-apart / 2) * min(corpus.published(day) for day in days)


def _another_day(one: Profile, two: Profile) -> float:
    return float(bool(one.published and two.published and one.published != two.published))


def _outstanding(left: Comparable, right: Comparable) -> float:
    """Likeness against what either page is like otherwise (local scaling); 1 is as like as ten."""
    scale = math.sqrt(left.level * right.level)
    return min(MOST_OUTSTANDING, cosine(left.whole, right.whole) / scale)


def _nearest(one: Profile, two: Profile) -> int:
    """The least number of days between any dates of two pages; 0 where one has none."""
    here, there = (
        p.days | ({p.published.isoformat()} if p.published else set()) for p in (one, two)
    )
    return _closest(here, there) if here and there else 0


def _closest(one: Iterable[str], two: Iterable[str]) -> int:
    """The least number of days between two sets of ISO days."""
    return min(abs((date.fromisoformat(a) - date.fromisoformat(b)).days) for a in one for b in two)


def _days_apart(one: Profile, two: Profile) -> int | None:
    if one.published is None or two.published is None:
        return None
    return abs((one.published - two.published).days)


def _far(days: int) -> float:
    """0 within a day, growing with the logarithm to 1 at a month and on to 2."""
    return min(2.0, math.log(max(1, days)) / math.log(30))


def _other_kind(one: Profile, two: Profile) -> float:
    """Whether two pages tell acts of different families: a takeover here, a protest there.

    On another day it counts twice: the one is what the other led to.
    """
    here, there = _families(one), _families(two)
    is_other = bool(here and there and here.isdisjoint(there))
    is_other_day = bool(one.days and two.days and one.days.isdisjoint(two.days))
    return float(is_other) * (1 + is_other_day)


def _families(profile: Profile) -> frozenset[int]:
    """The families of the kinds of act that a page names nearly as much as its chief kind."""
    most = max(profile.kinds.values(), default=0.0)
    return frozenset(family_of(k) for k, w in profile.kinds.items() if w >= CHIEF * most)


def _figures(one: Profile, two: Profile, corpus: CorpusStatistics) -> float:
    shared = sorted(one.figures & two.figures)
    return min(3.0, math.fsum(corpus.figures(f"{v:g} {u}") for v, u in shared))


def _shared_title(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    """The rarities of the words that both titles have, as a share of the slighter title's."""
    if not one or not two:
        return 0.0
    shared = math.fsum(rarity for word, rarity in one.items() if word in two)
    whole = min(math.fsum(one.values()), math.fsum(two.values()))
    return shared / whole if whole else 0.0


def _containment(one: frozenset[int], two: frozenset[int]) -> float:
    """The share of the shorter page's shingles that stand in the longer one."""
    least = min(len(one), len(two))
    return len(one & two) / least if least else 0.0
