"""The pages of a corpus side by side, each sort of thing that they hold in one column.

Owns the layout that blocking, rarities, features and storylines read. Invariant: pages are sorted
by article, a page's keys by their words, and nothing here depends on the order of input.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from briefing.events.profile import Profile
from briefing.events.rows import Ends, Key, Laying, Numbers, Rows
from briefing.events.wording import Wording
from briefing.lexicon.countries_abroad import is_abroad
from briefing.lexicon.event_kinds import family_of

PRESENT = 0.5
"""The weight of one sentence at the end of a page; background sentences weigh less."""
CHIEF = 0.5
"""The share of the weight of a page's chief kind of act that makes another one chief too."""
EVERY_SHINGLE = 16
"""One shingle in so many is a key: copies share hundreds."""
_AFTER_ALL_DAYS = date.max.toordinal() + 1


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """Rows with the weight of each entry, and the Euclidean norm of each page's weights."""

    rows: Rows
    weights: NDArray[np.float64]
    norms: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """Names and other words of the pages, with what each weighs as which of them.

    `title` are rows of the same numbers.
    """

    rows: Rows
    names: NDArray[np.float64]
    stems: NDArray[np.float64]
    title: Rows


@dataclass(frozen=True, slots=True, eq=False)
class Days:
    """Days as ordinals; `codes` are page and day in one number, ascending."""

    rows: Rows
    codes: NDArray[np.int64]

    @classmethod
    def of(cls, days: Iterable[Iterable[date]]) -> Days:
        """From the days of each page."""
        laid = [sorted(d.toordinal() for d in page) for page in days]
        starts = np.cumsum([0, *map(len, laid)])
        rows = Rows(starts, np.array([d for page in laid for d in page], np.int32), 0)
        return cls(rows, rows.pages * _AFTER_ALL_DAYS + rows.keys)

    def closest(self, left: Ends, right: Ends) -> NDArray[np.int64]:
        """The least number of days between two pages' days, -1 where one has none."""
        pair, place = self.rows.spread(right)
        page = left[pair].astype(np.int64)
        wanted = page * _AFTER_ALL_DAYS + self.rows.keys[place]
        at = np.searchsorted(self.codes, wanted)
        found = np.full(len(left), _AFTER_ALL_DAYS, np.int64)
        for side in (at - 1, at):
            inside = (side >= self.rows.starts[page]) & (side < self.rows.starts[page + 1])
            gaps = np.abs(self.codes[side[inside]] - wanted[inside])
            np.minimum.at(found, pair[inside], gaps)
        return np.where(found == _AFTER_ALL_DAYS, -1, found)


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """When: `days` are those of the event, `dates` these and that of publication.

    `weekdays` are one bit each, `published` is an ordinal, 0 where it is unknown.
    """

    days: Days
    dates: Days
    weekdays: NDArray[np.int64]
    published: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """Who: of the entries, `present` are those whom more than the background names.

    `core` are those at the centre of the page, who have the `roles`; pages that `have_core` have
    such people.
    """

    weighed: Weighed
    present: NDArray[np.bool_]
    core: NDArray[np.bool_]
    have_core: NDArray[np.bool_]
    roles: Rows


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Where: `main_city` and `town` are numbers of `cities`, -1 where a page has none."""

    cities: Weighed
    main_city: NDArray[np.int32]
    town: NDArray[np.int32]
    countries: Weighed


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """Figures with units; two that are `written` with one number are alike to six digits."""

    rows: Rows
    written: NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Shingles:
    """The runs of words that more than one page has; `lengths` count all runs of each page.

    Numbers below `selective` are the ones that block.
    """

    rows: Rows
    lengths: NDArray[np.int64]
    selective: int


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """All pages, each thing that they hold in its column; a page is a number."""

    profiles: tuple[Profile, ...]
    language: NDArray[np.int32]
    terms: Terms
    shingles: Shingles
    people: People
    organisations: Weighed
    places: Places
    kinds: Weighed
    families: NDArray[np.int64]
    figures: Figures
    calendar: Calendar
    sounds: Weighed
    notions: Weighed
    abroad: NDArray[np.bool_]
    have_editions: NDArray[np.bool_]

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the pages, sorted."""
        return tuple(p.article for p in self.profiles)


class _Terms:
    """The terms of all pages in the making."""

    def __init__(self) -> None:
        numbers = Numbers[str]()
        self._terms, self._titles = Laying(numbers), Laying(numbers)
        self._weights = array("d"), array("d")

    def add(self, wording: Wording) -> None:
        """The next page."""
        sorts = (wording.names, wording.stems)
        keys = sorted(set().union(*sorts))
        self._terms.add(keys)
        self._titles.add(sorted(wording.title))
        for weights, sort in zip(self._weights, sorts, strict=True):
            weights.extend(map(sort.get, keys, repeat(0.0)))

    def laid(self) -> Terms:
        """All pages."""
        names, stems = map(_column, self._weights)
        return Terms(self._terms.rows(), names, stems, self._titles.rows())


def lay_out(pages: Iterable[tuple[Profile, Wording]]) -> Corpus:
    """The columns of pages, which may come one by one: their words are not kept as they came.

    Pages must be sorted by article.
    """
    terms = _Terms()
    profiles: list[Profile] = []
    sounds, loudness = Laying(Numbers[str]()), array("d")
    notions, strength = Laying(Numbers[str]()), array("d")
    shingles, lengths = array("Q"), array("q")
    for profile, wording in pages:
        terms.add(wording)
        profiles.append(profile)
        shingles.frombytes(wording.shingles.tobytes())
        lengths.append(len(wording.shingles))
        sounds.add(wording.sounds)
        loudness.extend(wording.sounds.values())
        notions.add(wording.notions)
        strength.extend(wording.notions.values())
    return Corpus(
        profiles=tuple(profiles),
        language=np.array(_numbered([p.language for p in profiles]), np.int32),
        terms=terms.laid(),
        shingles=_shared_shingles(shingles, lengths),
        people=_lay_people(profiles),
        organisations=_weighed([p.organisations for p in profiles]),
        places=_lay_places(profiles),
        kinds=_weighed([p.kinds for p in profiles]),
        families=np.array([_families(p.kinds) for p in profiles], np.int64),
        figures=_lay_figures(profiles),
        calendar=_lay_days(profiles),
        sounds=_with_norms(sounds.rows(), _column(loudness)),
        notions=_with_norms(notions.rows(), _column(strength)),
        abroad=np.array([is_abroad(p.language) for p in profiles], bool),
        have_editions=np.array([bool(p.editions) for p in profiles], bool),
    )


def _rows(pages: Iterable[Iterable[Key]], numbers: Numbers[Key]) -> Rows:
    laying = Laying(numbers)
    for keys in pages:
        laying.add(keys)
    return laying.rows()


def _weighed(pages: Sequence[Mapping[str, float]], numbers: Numbers[str] | None = None) -> Weighed:
    rows = _rows(pages, Numbers() if numbers is None else numbers)
    weights = np.array([w for page in pages for w in page.values()], np.float64)
    return _with_norms(rows, weights)


def _with_norms(rows: Rows, weights: NDArray[np.float64]) -> Weighed:
    return Weighed(rows, weights, np.sqrt(rows.sum(weights**2)))


def _column(weights: array[float]) -> NDArray[np.float64]:
    """What was gathered, where it is: a copy would take as much again."""
    return np.frombuffer(weights, np.float64) if weights else np.empty(0)


def _numbered(words: Sequence[str]) -> list[int]:
    numbers = Numbers[str]()
    return [numbers[word] for word in words]


def _lay_people(profiles: Sequence[Profile]) -> People:
    weighed = _weighed([p.people for p in profiles])
    roles = (sorted({p.offices[c][0] for c in p.core if c in p.offices}) for p in profiles)
    return People(
        weighed,
        present=weighed.weights >= PRESENT,
        core=np.array([person in p.core for p in profiles for person in p.people], bool),
        have_core=np.array([bool(p.core) for p in profiles], bool),
        roles=_rows(roles, Numbers()),
    )


def _lay_places(profiles: Sequence[Profile]) -> Places:
    numbers = Numbers[str]()
    cities = _weighed([p.cities for p in profiles], numbers)
    main, town = (
        np.array([numbers[city] if city else -1 for city in cities], np.int32)
        for cities in ([main_city(p) for p in profiles], [p.town for p in profiles])
    )
    return Places(cities, main, town, _weighed([p.countries for p in profiles]))


def main_city(profile: Profile) -> str | None:
    """The place that a page names most, countries left out."""
    return min(profile.cities, key=lambda k: (-profile.cities[k], k), default=None)


def _lay_figures(profiles: Sequence[Profile]) -> Figures:
    numbers = Numbers[tuple[float, str]]()
    rows = _rows((sorted(p.figures) for p in profiles), numbers)
    written = _numbered([f"{value:g} {unit}" for value, unit in numbers])
    return Figures(rows, np.array(written, np.int32))


def _lay_days(profiles: Sequence[Profile]) -> Calendar:
    days = [{date.fromisoformat(d) for d in p.days} for p in profiles]
    published = [p.published for p in profiles]
    dates = [d | {at} if at else d for d, at in zip(days, published, strict=True)]
    return Calendar(
        Days.of(days),
        Days.of(dates),
        weekdays=np.array([sum(1 << w for w in p.weekdays) for p in profiles], np.int64),
        published=np.array([at.toordinal() if at else 0 for at in published], np.int64),
    )


def _families(kinds: Mapping[str, float]) -> int:
    """The families of the kinds of act that a page names nearly as much as its chief kind."""
    most = max(kinds.values(), default=0.0)
    return sum({1 << family_of(k) for k, w in kinds.items() if w >= CHIEF * most})


def _shared_shingles(gathered: array[int], sizes: array[int]) -> Shingles:
    """Taken in parts, whose sorting needs a fraction of the memory of all."""
    lengths = np.array(sizes, np.int64)
    hashes = np.frombuffer(gathered, np.uint64) if gathered else np.empty(0, np.uint64)
    last = hashes.astype(np.uint8) % EVERY_SHINGLE
    keys = np.full(len(hashes), -1, np.int32)
    width, selective = 0, 0
    for part in range(EVERY_SHINGLE):
        at = np.flatnonzero(last == part)
        _, number, count = np.unique(hashes[at], return_inverse=True, return_counts=True)
        is_shared = count > 1
        renumbered = np.where(is_shared, np.cumsum(is_shared) - 1 + width, -1)
        keys[at] = renumbered[number]
        width += int(is_shared.sum())
        selective = selective if part else width
    everything = Rows(np.concatenate(([0], np.cumsum(lengths))), keys, width)
    return Shingles(everything.keep(keys >= 0), lengths, selective)
