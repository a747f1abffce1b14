"""The features of one pair of pages, straight from their definition: what the columns must equal.

Invariant: nothing here is shared with the code that it checks but the names and the bounds.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from briefing.events.counterparts import counterparts, same_offices
from briefing.events.profile import Profile
from briefing.events.statistics import rarity
from briefing.events.wording import Wording
from briefing.lexicon.event_kinds import family_of

NATIVE = frozenset("en fr es de it pt ar nl".split())
"""The languages in which names are found for sure."""
Page = tuple[Profile, Wording]
Rare = Callable[[str], float]


class Reference:
    """A corpus, page by page; neighbourhoods are not a pair's matter."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = len(pages)
        self.people = self._rare((p.people for p, _ in pages), 0.01)
        self.organisations = self._rare((p.organisations for p, _ in pages))
        self.cities = self._rare((p.cities for p, _ in pages))
        self.names = self._rare((w.names for _, w in pages))
        self.stems = self._rare((w.stems for _, w in pages), 0.05)
        self.sounds = self._rare((w.sounds for _, w in pages))
        self.notions = self._rare((w.notions for _, w in pages), 0.05)
        self.figures = self._rare(([f"{v:g} {u}" for v, u in p.figures] for p, _ in pages))
        self.published = self._rare(([str(p.published)] for p, _ in pages if p.published))

    def _rare(self, keys: Iterable[Iterable[str]], expected: float = 0.02) -> Rare:
        counts = Counter(key for page in keys for key in page)
        return lambda key: rarity(counts[key], self._pages, expected)

    def features(self, left: Page, right: Page) -> dict[str, float]:
        """The features of a pair that are not 0."""
        (one, here), (two, there) = left, right
        is_across = one.language != two.language
        words = cosine(here.stems, there.stems, self.stems)
        names = cosine(here.names, there.names, self.names)
        if is_across and not {one.language, two.language} <= NATIVE:
            names = max(names, cosine(here.sounds, there.sounds, self.sounds))
        found = {
            **self._people(one, two),
            **self._places(one, two),
            **self._days(one, two),
            **editions(one.editions, two.editions),
            "same_organisations": overlap(one.organisations, two.organisations, self.organisations),
            "same_kind": cosine(one.kinds, two.kinds),
            "other_kind": other_kind(one, two),
            "same_figures": min(
                3.0, sum(self.figures(f"{v:g} {u}") for v, u in one.figures & two.figures)
            ),
            "names_across_languages" if is_across else "names": names,
            "words_across_languages" if is_across else "words": words,
            "notions_across_languages": cosine(here.notions, there.notions, self.notions)
            if is_across
            else 0.0,
            "other_words": 0.0 if is_across else max(0.0, 1 - words / 0.15),
            "title": self._title(here.title, there.title),
            "copy": contained(set(here.shingles.tolist()), set(there.shingles.tolist())),
        }
        if found["other_counterpart"]:
            for name in ("same_city", "same_day", "same_weekday", "published_near"):
                del found[name]
        return {name: float(value) for name, value in found.items() if value}

    def _people(self, one: Profile, two: Profile) -> dict[str, float]:
        present = [{p for p, w in page.people.items() if w >= 0.5} for page in (one, two)]
        met = present[0] & present[1] & (one.core | two.core)
        here, there = counterparts(one, two)
        return {
            "same_people": overlap(one.people, two.people, self.people),
            "core_people": min(2, len(met)),
            "other_people": bool(one.core and two.core and not met)
            and (one.language == two.language or {one.language, two.language} <= NATIVE),
            "other_counterpart": min(2, len(here), len(there)) if met else 0,
            "same_office": min(2, len(same_offices(one, two))),
        }

    def _places(self, one: Profile, two: Profile) -> dict[str, float]:
        main = [min(p.cities, key=lambda c: (-p.cities[c], c), default=None) for p in (one, two)]
        return {
            "same_city": overlap(one.cities, two.cities, self.cities),
            "other_city": elsewhere(one, two, *main),
            "other_town": elsewhere(one, two, one.town, two.town),
            "same_countries": cosine(one.countries, two.countries),
            "other_countries": min(apart(one, two), apart(two, one)),
        }

    def _days(self, one: Profile, two: Profile) -> dict[str, float]:
        same, weekdays = bool(one.days & two.days), bool(one.weekdays & two.weekdays)
        days = [{date.fromisoformat(d) for d in page.days} for page in (one, two)]
        dates = [
            d | ({p.published} if p.published else set())
            for d, p in zip(days, (one, two), strict=True)
        ]
        gap = closest(
            [one.published] if one.published else [], [two.published] if two.published else []
        )
        nearest = closest(*days)
        rare = min((self.published(str(p.published)) for p in (one, two) if p.published), default=0)
        return {
            "same_day": same,
            "same_weekday": weekdays and not same,
            "other_day": 0.0 if nearest is None else far(nearest),
            "other_weekday": bool(one.weekdays and two.weekdays and not weekdays),
            "published_near": 0.0 if gap is None else math.exp(-gap / 2) * rare,
            "published_apart": 0.0 if gap is None else far(gap),
            "weeks_apart": (closest(*dates) or 0) > 20,
            "another_day": bool(gap),
        }

    def _title(self, one: frozenset[str], two: frozenset[str]) -> float:
        here, there, both = (
            sum(min(self.names(w), self.stems(w)) for w in words) for words in (one, two, one & two)
        )
        return both / min(here, there) if here and there else 0.0


def cosine(one: Mapping[str, float], two: Mapping[str, float], rare: Rare = lambda _: 1.0) -> float:
    """Cosine of weights scaled by rarity."""
    norms = math.prod(math.hypot(*(w * rare(k) for k, w in p.items())) for p in (one, two))
    return sum(one[k] * two[k] * rare(k) ** 2 for k in one if k in two) / norms if norms else 0.0


def overlap(one: Mapping[str, float], two: Mapping[str, float], rare: Rare) -> float:
    """Rarities of what both dwell on."""
    return min(3.0, sum(rare(k) * min(1, one[k] / 3, two[k] / 3) for k in one if k in two))


def elsewhere(one: Profile, two: Profile, here: str | None, there: str | None) -> bool:
    """Whether each is of a place that the other does not name."""
    return bool(here and there and here not in two.cities and there not in one.cities)


def apart(one: Profile, two: Profile) -> float:
    """The share of one's countries that two does not name."""
    whole = sum(one.countries.values())
    rest = sum(w for c, w in one.countries.items() if c not in two.countries)
    return rest / whole if whole and two.countries else 0.0


def editions(one: Mapping[str, int], two: Mapping[str, int]) -> dict[str, bool]:
    both = [one[kind] == two[kind] for kind in one if kind in two]
    return {"same_edition": any(both), "other_edition": bool(both) and not any(both)}


def other_kind(one: Profile, two: Profile) -> int:
    """Whether they tell acts of other families, twice on another day."""
    families = [
        {family_of(k) for k, w in p.kinds.items() if w >= max(p.kinds.values()) / 2}
        for p in (one, two)
    ]
    is_other = all(families) and not families[0] & families[1]
    return is_other * (1 + bool(one.days and two.days and not one.days & two.days))


def closest(one: Iterable[date], two: Iterable[date]) -> int | None:
    """The least number of days between."""
    return min((abs((a - b).days) for a in one for b in two), default=None)


def far(days: int) -> float:
    """The logarithm of days."""
    return min(2.0, math.log(max(1, days)) / math.log(30))


def contained(one: set[int], two: set[int]) -> float:
    """The share of the smaller in the larger."""
    return len(one & two) / min(len(one), len(two)) if one and two else 0.0
