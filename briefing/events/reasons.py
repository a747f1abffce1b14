"""Features in words: what each says of two pages, in a form that a reader understands.

Invariant: what is said names only what both profiles hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from briefing.events.corpus import main_city
from briefing.events.counterparts import counterparts, same_offices
from briefing.events.ordinals import edition_in_words, other_editions, same_editions
from briefing.events.profile import Profile

Names = Mapping[str, str]
"""What to call each entity id."""
Words = Callable[[Profile, Profile, Names, float], str]
"""From both pages and the value of the feature to what is said of it."""

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def listed(words: Iterable[str], most: int = 3) -> str:
    """Words as "A, B and C"; of more than `most`, the first ones "and N more"."""
    items = list(words)
    shown = (
        items[:most]
        if len(items) <= most
        else [*items[: most - 1], f"{len(items) - most + 1} more"]
    )
    return (
        shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else ""
    )


def day_in_words(value: str) -> str:
    """An ISO date as "30 October 2023", "October 2023" or "2023"."""
    parts = value.split("-")
    months = (
        "January February March April May June July August September October November December"
    ).split()
    if len(parts) == 1:
        return value
    month = months[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"  # noqa: PLR2004 - year and month


def _shared(one: Mapping[str, float], two: Mapping[str, float]) -> list[str]:
    return sorted((k for k in one if k in two), key=lambda k: (-min(one[k], two[k]), k))


def _called(ids: Iterable[str], names: Names) -> str:
    return listed(names.get(i, i) for i in ids)


def _heaviest(ids: Iterable[str], weights: Mapping[str, float]) -> list[str]:
    return sorted(ids, key=lambda i: (-weights[i], i))


def core_people(one: Profile, two: Profile, names: Names, _: float) -> str:
    """Who is at the centre of one and in both."""
    shared = [p for p in _shared(one.people, two.people) if p in one.core | two.core]
    return f"{_called(shared, names)} at the centre"


def other_people(one: Profile, two: Profile, names: Names, _: float) -> str:
    """Who is at the centre of each."""
    here, there = _heaviest(one.core, one.people), _heaviest(two.core, two.people)
    return f"{_called(here, names)} here, {_called(there, names)} there"


def other_counterpart(one: Profile, two: Profile, names: Names, _: float) -> str:
    """With whom those in both are on each page."""
    sides = zip(counterparts(one, two), (one, two), strict=True)
    here, there = (_called(_heaviest(ids, page.people), names) for ids, page in sides)
    return f"with {here} here, with {there} there"


def same_office(one: Profile, two: Profile, *_: object) -> str:
    """The offices that differently named people hold."""
    shared = {one.offices[a] for a, _ in same_offices(one, two)}
    return f"both on the {listed(sorted(' of '.join(filter(None, o)) for o in shared))}"


def same_edition(one: Profile, two: Profile, _: Names, __: float) -> str:
    """The edition that both report."""
    kinds = same_editions(one.editions, two.editions)
    return f"both on the {listed(edition_in_words(k, one.editions[k]) for k in kinds)}"


def other_edition(one: Profile, two: Profile, _: Names, __: float) -> str:
    """The edition that each reports."""
    kinds = other_editions(one.editions, two.editions)
    here, there = (
        listed(edition_in_words(k, page.editions[k]) for k in kinds) for page in (one, two)
    )
    return f"{here} here, {there} there"


def other_city(one: Profile, two: Profile, names: Names, _: float) -> str:
    """What each names most."""
    here, there = (_called(filter(None, [main_city(p)]), names) for p in (one, two))
    return f"{here} named most here, {there} there"


def other_town(one: Profile, two: Profile, names: Names, _: float) -> str:
    """Where each puts the act."""
    here, there = (_called(filter(None, [p.town]), names) for p in (one, two))
    return f"it was in {here} here, in {there} there"


def other_countries(one: Profile, two: Profile, *_: object) -> str:
    """The countries that only one names."""
    here = _heaviest(one.countries.keys() - two.countries.keys(), one.countries)
    there = _heaviest(two.countries.keys() - one.countries.keys(), two.countries)
    return f"{listed(here)} here, {listed(there)} there"


def same_day(one: Profile, two: Profile, *_: object) -> str:
    """The days that both give."""
    return f"both on {listed(map(day_in_words, sorted(one.days & two.days)))}"


def same_weekday(one: Profile, two: Profile, *_: object) -> str:
    """The day of the week, and its date where one page gives it."""
    weekday = _WEEKDAYS[min(one.weekdays & two.weekdays) - 1]
    known = sorted(
        d for d in one.days | two.days if _WEEKDAYS[date.fromisoformat(d).weekday()] == weekday
    )
    return f"{weekday} = {day_in_words(known[0])}" if known else f"both on a {weekday}"


def other_day(one: Profile, two: Profile, *_: object) -> str:
    """The days that each gives."""
    here, there = (listed(map(day_in_words, sorted(p.days)), 2) for p in (one, two))
    return f"{here} here, {there} there"


def other_weekday(one: Profile, two: Profile, *_: object) -> str:
    """The days of the week that each gives."""
    here, there = (listed(_WEEKDAYS[w - 1] for w in sorted(p.weekdays)) for p in (one, two))
    return f"{here} here, {there} there"


def published(one: Profile, two: Profile, *_: object) -> str:
    """How far apart they were published."""
    if one.published is None or two.published is None:
        return "publication dates unknown"
    days = abs((one.published - two.published).days)
    return (
        "published on the same day" if days == 0 else f"published {days} day{'s'[: days > 1]} apart"
    )


def other_kind(one: Profile, two: Profile, *_: object) -> str:
    """What each tells."""
    here, there = (listed(_heaviest(p.kinds, p.kinds)[:1]) for p in (one, two))
    return f"{here} here, {there} there"


def figures(one: Profile, two: Profile, *_: object) -> str:
    """The figures that both have."""
    shared = sorted(one.figures & two.figures, key=lambda f: (-f[0], f[1]))
    return f"same figures: {listed(f'{v:,.12g} {u}'.strip() for v, u in shared)}"


def copy(_: Profile, __: Profile, ___: Names, share: float) -> str:
    """How much of one stands in the other."""
    return f"{round(100 * share)}% of the shorter text is the same"


def shared(what: str, side: Callable[[Profile], Mapping[str, float]]) -> Words:
    """Names what both pages hold on one side, the weightiest first."""

    def words(one: Profile, two: Profile, names: Names, _: float) -> str:
        return f"{what} {_called(_shared(side(one), side(two)), names)}"

    return words


def always(said: str) -> Words:
    """Says the same of all pages."""
    return lambda *_: said
