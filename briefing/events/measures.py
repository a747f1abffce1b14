"""What speaks for and against two pages reporting one event, measured for many pairs at once.

Invariant: every measure is symmetric, and 0 means "says nothing"; what a page does not state never
counts against a pair.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefing.events.comparing import Batch, Vectors, cosine
from briefing.events.corpus import Weighed
from briefing.events.counterparts import counterparts, same_offices
from briefing.events.ordinals import other_editions, same_editions
from briefing.events.profile import Profile
from briefing.events.rows import Ends, Join, Rows, total

SAME_SUBJECT = 0.15
"""Cosine of the words of two pages in one language, below which they seem to be about two
things."""
WEEKS = 20
"""Days between two pages' dates after which they hardly report one event."""
MOST_SHARED = 3.0
"""Beyond three rare things in common, more of them say no more."""
DWELT_ON = 3.0
"""The summed weight of the sentences that make something a page's subject."""
MOST = 2
"""Beyond two people of a kind, more of them say no more."""
_MONTH = 30
FAR = np.array(
    [min(2.0, math.log(max(1, days)) / math.log(_MONTH)) for days in range(_MONTH**2 + 1)]
)
"""How far so many days are: 0 within a day, 1 at a month, 2 at most."""
NEAR = np.array([math.exp(-days / 2) for days in range(1500)] + [0.0])
"""How near so many days are: halved with every day and a half, in the end 0."""

Values = NDArray[np.float64]
"""A measure of the pairs of a batch, of shape (pairs,)."""


def same_people(batch: Batch) -> Values:
    """The people whom both pages name, by rarity."""
    people = batch.corpus.people.weighed
    return _overlap(people, batch.people, batch.pages.rarities.people)


def core_people(batch: Batch) -> Values:
    """How many of those are at the centre of a page."""
    return _as_values(np.minimum(MOST, _met(batch)))


def other_people(batch: Batch) -> Values:
    """Whether both pages have people at their centre, none of them in common.

    Across languages it needs two in which people are found for sure.
    """
    here, there = batch.both(batch.corpus.people.have_core)
    is_sure = ~(batch.are_across & batch.are_abroad)
    return _as_values(here & there & is_sure & (_met(batch) == 0))


def other_counterpart(batch: Batch) -> Values:
    """Whether those who are in both pages are with somebody else in each."""

    def count(one: Profile, two: Profile) -> int:
        return min(MOST, *map(len, counterparts(one, two)))

    return _of_profiles(batch, _met(batch) > 0, count)


def same_office(batch: Batch) -> Values:
    """How many differently named people hold one office."""
    shared = batch.join(batch.corpus.people.roles).count()
    return _of_profiles(batch, shared > 0, lambda a, b: min(MOST, len(same_offices(a, b))))


def same_organisations(batch: Batch) -> Values:
    """The organisations that both pages name, by rarity."""
    bodies = batch.corpus.organisations
    return _overlap(bodies, batch.join(bodies.rows), batch.pages.rarities.organisations)


def same_city(batch: Batch) -> Values:
    """The places that both pages name, by rarity."""
    cities = batch.corpus.places.cities
    return _overlap(cities, batch.join(cities.rows), batch.pages.rarities.cities)


def other_city(batch: Batch) -> Values:
    """Whether neither page names the place that the other names most."""
    return _elsewhere(batch, batch.corpus.places.main_city)


def other_town(batch: Batch) -> Values:
    """Whether neither page names the town where the other puts the act."""
    return _elsewhere(batch, batch.corpus.places.town)


def same_countries(batch: Batch) -> Values:
    """Cosine of the countries."""
    return _cosine(batch, batch.corpus.places.countries, batch.countries)


def other_countries(batch: Batch) -> Values:
    """The share of countries that the other page does not name, of the page that has less."""
    join = batch.countries
    here = _share_apart(batch, batch.left, batch.right, join.here)
    there = _share_apart(batch, batch.right, batch.left, join.there)
    return _as_values(np.minimum(here, there))


def same_day(batch: Batch) -> Values:
    """Whether the event was on one day in both."""
    return _as_values(batch.days_apart == 0)


def same_weekday(batch: Batch) -> Values:
    """Whether it was on one day of the week, where the day itself is not known to be one."""
    one, two = batch.both(batch.corpus.calendar.weekdays)
    return _as_values(((one & two) > 0) & (batch.days_apart != 0))


def other_day(batch: Batch) -> Values:
    """How far apart the days of the events are."""
    return _far(batch.days_apart)


def other_weekday(batch: Batch) -> Values:
    """Whether it was on other days of the week."""
    one, two = batch.both(batch.corpus.calendar.weekdays)
    return _as_values((one > 0) & (two > 0) & ((one & two) == 0))


def published_near(batch: Batch) -> Values:
    """Nearness of publication, as far as few pages of the corpus are of those days."""
    apart = batch.published_apart
    rare = np.minimum(*batch.both(batch.pages.rarities.published))
    near: Values = NEAR[np.minimum(apart, len(NEAR) - 1)] * rare
    return np.where(apart < 0, 0.0, near)


def published_apart(batch: Batch) -> Values:
    """How far apart the days of publication are."""
    return _far(batch.published_apart)


def weeks_apart(batch: Batch) -> Values:
    """Whether weeks lie between any dates of the pages."""
    closest = batch.corpus.calendar.dates.closest(batch.left, batch.right)
    return _as_values(closest > WEEKS)


def another_day(batch: Batch) -> Values:
    """Whether the pages were published on two days."""
    return _as_values(batch.published_apart > 0)


def same_kind(batch: Batch) -> Values:
    """Cosine of the kinds of act."""
    kinds = batch.corpus.kinds
    return _cosine(batch, kinds, batch.join(kinds.rows))


def other_kind(batch: Batch) -> Values:
    """Whether two pages tell acts of different families: a takeover here, a protest there.

    On another day it counts twice: the one is what the other led to.
    """
    one, two = batch.both(batch.corpus.families)
    is_other = (one > 0) & (two > 0) & ((one & two) == 0)
    return _as_values(is_other * (1 + (batch.days_apart > 0)))


def same_figures(batch: Batch) -> Values:
    """The figures that both pages have, by rarity."""
    figures = batch.corpus.figures.rows
    join = batch.join(figures)
    rare = batch.pages.rarities.figures[figures.keys[join.here]]
    return np.minimum(MOST_SHARED, join.sum(rare))


def names(batch: Batch) -> Values:
    """Cosine of the names, in one language."""
    return np.where(batch.are_across, 0.0, batch.likeness.names)


def names_across_languages(batch: Batch) -> Values:
    """Cosine of the names, in two languages; of their sounds where spellings do not compare."""
    spelt = np.where(batch.are_across, batch.likeness.names, 0.0)
    return np.maximum(spelt, _alike_by_sound(batch))


def _alike_by_sound(batch: Batch) -> Values:
    are_abroad = batch.are_across & batch.are_abroad
    return _alike(batch, are_abroad, batch.corpus.sounds.rows, batch.pages.sounds)


def notions_across_languages(batch: Batch) -> Values:
    """Cosine of what the words stand for, in two languages: flood and inondation."""
    return _alike(batch, batch.are_across, batch.corpus.notions.rows, batch.pages.notions)


def _alike(batch: Batch, are_asked: NDArray[np.bool_], rows: Rows, vectors: Vectors) -> Values:
    """Cosines of the pairs that are asked for, 0 of the others."""
    chosen = np.flatnonzero(are_asked)
    found = np.zeros(len(batch.left))
    if len(chosen):
        left, right = batch.left[chosen], batch.right[chosen]
        join = rows.join(left, right)
        dot = join.sum(vectors.weights[join.here] * vectors.weights[join.there])
        found[chosen] = cosine(dot, vectors.norms[left], vectors.norms[right])
    return found


def same_edition(batch: Batch) -> Values:
    """Whether both pages report the same edition of something: "second round"."""
    return _of_profiles(
        batch, _have_editions(batch), lambda a, b: bool(same_editions(a.editions, b.editions))
    )


def other_edition(batch: Batch) -> Values:
    """Whether the pages report two editions, and none that is the same."""
    return _of_profiles(
        batch, _have_editions(batch), lambda a, b: bool(other_editions(a.editions, b.editions))
    )


def _have_editions(batch: Batch) -> NDArray[np.bool_]:
    here, there = batch.both(batch.corpus.have_editions)
    return here & there


def words(batch: Batch) -> Values:
    """Cosine of the words, in one language."""
    return np.where(batch.are_across, 0.0, batch.likeness.words)


def words_across_languages(batch: Batch) -> Values:
    """Cosine of the words, in two languages: cognates."""
    return np.where(batch.are_across, batch.likeness.words, 0.0)


def other_words(batch: Batch) -> Values:
    """How few words two pages in one language have in common."""
    few = np.maximum(0.0, 1 - batch.likeness.words / SAME_SUBJECT)
    return np.where(batch.are_across, 0.0, few)


def title(batch: Batch) -> Values:
    """The rarities of the words that both titles have, as a share of the slighter title's."""
    titles = batch.corpus.terms.title
    join = batch.join(titles)
    shared = join.sum(batch.pages.title[titles.keys[join.here]])
    return _share(shared, np.minimum(*batch.both(batch.pages.titles)))


def copy(batch: Batch) -> Values:
    """The share of the shorter page's shingles that stand in the longer one."""
    shingles = batch.corpus.shingles
    shared = batch.join(shingles.rows).count().astype(float)
    return _share(shared, np.minimum(*batch.both(shingles.lengths)).astype(float))


def shared_neighbours(batch: Batch) -> Values:
    """Cosine of the pages that either is likest to (Jarvis and Patrick 1973), in [0, 1].

    Where all pages name the same things, one pair's likeness says little; that of some fifteen
    pairs says which of two alike events each page belongs to.
    """
    neighbours = batch.pages.neighbours
    return _cosine(batch, neighbours, batch.join(neighbours.rows))


def _as_values(found: NDArray[Any]) -> Values:
    return np.asarray(found, np.float64)


def _overlap(weighed: Weighed, join: Join, rarity: Values) -> Values:
    """The rarities of shared keys, each counted as far as both pages dwell on it."""
    weight = np.minimum(weighed.weights[join.here], weighed.weights[join.there])
    dwelt = np.minimum(1.0, weight / DWELT_ON)
    return np.minimum(MOST_SHARED, join.sum(rarity[weighed.rows.keys[join.here]] * dwelt))


def _cosine(batch: Batch, weighed: Weighed, join: Join) -> Values:
    dot = join.sum(weighed.weights[join.here] * weighed.weights[join.there])
    return cosine(dot, *batch.both(weighed.norms))


def _share(part: Values, whole: Values) -> Values:
    """A part of a whole, 0 where there is none."""
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)


def _met(batch: Batch) -> NDArray[np.int64]:
    """How many people are in both pages and at the centre of one."""
    join, people = batch.people, batch.corpus.people
    present = people.present[join.here] & people.present[join.there]
    return join.count(present & (people.core[join.here] | people.core[join.there]))


def _of_profiles(
    batch: Batch, chosen: NDArray[np.bool_], count: Callable[[Profile, Profile], int]
) -> Values:
    """A count for the chosen pairs, taken from their profiles one by one."""
    profiles: Sequence[Profile] = batch.corpus.profiles
    found = np.zeros(len(chosen))
    for at in np.flatnonzero(chosen).tolist():
        found[at] = count(profiles[batch.left[at]], profiles[batch.right[at]])
    return found


def _elsewhere(batch: Batch, city: NDArray[np.int32]) -> Values:
    """Whether both pages are of some place that the other does not name."""
    here, there = batch.both(city)
    found = (here >= 0) & (there >= 0)
    rows = batch.corpus.places.cities.rows
    found[found] = ~rows.holds(batch.right[found], here[found])
    found[found] = ~rows.holds(batch.left[found], there[found])
    return _as_values(found)


def _share_apart(batch: Batch, pages: Ends, others: Ends, shared: NDArray[np.int64]) -> Values:
    """The share of a page's weight on countries that the other page does not name at all."""
    countries = batch.corpus.places.countries
    rows, join = countries.rows, batch.countries
    pair, place = rows.spread(pages)
    before = np.searchsorted(pair, join.pair)
    weights = countries.weights[place]
    whole = total(pair, weights, join.size)
    weights[before + shared - rows.starts[pages[join.pair]]] = 0.0
    apart = total(pair, weights, join.size)
    return np.where(rows.sizes(others) > 0, _share(apart, whole), 0.0)


def _far(days: NDArray[np.int64]) -> Values:
    """0 within a day or where nothing is known, growing with the logarithm to 2."""
    return FAR[np.clip(days, 0, len(FAR) - 1)]
