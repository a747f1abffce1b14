"""Features in words: why two pages stand together, or do not.

Invariant: what is said names only what both profiles hold, and its sign is the weight's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from briefing.events.features import counterparts, main_city, same_offices
from briefing.events.profile import Profile
from briefing.model import Evidence

Names = Mapping[str, str]
"""What to call each entity id."""

LEAST = 0.1
"""Contributions to the log-odds below this are not worth a word."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def explain(
    one: Profile, two: Profile, contributions: Mapping[str, float], names: Names
) -> tuple[Evidence, ...]:
    """The reasons for and against, the weightiest first."""
    told = [
        Evidence(feature, round(weight, 3), _WORDS[feature](one, two, names))
        for feature, weight in contributions.items()
        if abs(weight) >= LEAST
    ]
    return tuple(sorted(told, key=lambda e: (-abs(e.weight), e.feature)))


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


def _same_people(one: Profile, two: Profile, names: Names) -> str:
    return f"both name {_called(_shared(one.people, two.people), names)}"


def _core_people(one: Profile, two: Profile, names: Names) -> str:
    shared = [p for p in _shared(one.people, two.people) if p in one.core | two.core]
    return f"{_called(shared, names)} at the centre"


def _other_people(one: Profile, two: Profile, names: Names) -> str:
    here, there = _heaviest(one.core, one.people), _heaviest(two.core, two.people)
    return f"{_called(here, names)} here, {_called(there, names)} there"


def _other_counterpart(one: Profile, two: Profile, names: Names) -> str:
    sides = zip(counterparts(one, two), (one, two), strict=True)
    here, there = (_called(_heaviest(ids, page.people), names) for ids, page in sides)
    return f"with {here} here, with {there} there"


def _same_office(one: Profile, two: Profile, _: Names) -> str:
    shared = {one.offices[a] for a, _ in same_offices(one, two)}
    return f"both on the {listed(sorted(' of '.join(filter(None, o)) for o in shared))}"


def _other_city(one: Profile, two: Profile, names: Names) -> str:
    here, there = (_called(filter(None, [main_city(p)]), names) for p in (one, two))
    return f"{here} named most here, {there} there"


def _other_town(one: Profile, two: Profile, names: Names) -> str:
    here, there = (_called(filter(None, [p.town]), names) for p in (one, two))
    return f"it was in {here} here, in {there} there"


def _other_countries(one: Profile, two: Profile, _: Names) -> str:
    here = _heaviest(one.countries.keys() - two.countries.keys(), one.countries)
    there = _heaviest(two.countries.keys() - one.countries.keys(), two.countries)
    return f"{listed(here)} here, {listed(there)} there"


def _same_day(one: Profile, two: Profile, _: Names) -> str:
    return f"both on {listed(map(day_in_words, sorted(one.days & two.days)))}"


def _same_weekday(one: Profile, two: Profile, _: Names) -> str:
    weekday = _WEEKDAYS[min(one.weekdays & two.weekdays) - 1]
    known = sorted(
        d for d in one.days | two.days if _WEEKDAYS[date.fromisoformat(d).weekday()] == weekday
    )
    return f"{weekday} = {day_in_words(known[0])}" if known else f"both on a {weekday}"


def _other_day(one: Profile, two: Profile, _: Names) -> str:
    here, there = (listed(map(day_in_words, sorted(p.days)), 2) for p in (one, two))
    return f"{here} here, {there} there"


def _other_weekday(one: Profile, two: Profile, _: Names) -> str:
    here, there = (listed(_WEEKDAYS[w - 1] for w in sorted(p.weekdays)) for p in (one, two))
    return f"{here} here, {there} there"


def _published(one: Profile, two: Profile, _: Names) -> str:
    if one.published is None or two.published is None:
        return "publication dates unknown"
    days = abs((one.published - two.published).days)
    return (
        "published on the same day" if days == 0 else f"published {days} day{'s'[: days > 1]} apart"
    )


def _other_kind(one: Profile, two: Profile, _: Names) -> str:
    here, there = (listed(_heaviest(p.kinds, p.kinds)[:1]) for p in (one, two))
    return f"{here} here, {there} there"


def _figures(one: Profile, two: Profile, _: Names) -> str:
    shared = sorted(one.figures & two.figures, key=lambda f: (-f[0], f[1]))
    return f"same figures: {listed(f'{v:,.12g} {u}'.strip() for v, u in shared)}"


def _percent(share: float) -> str:
    return f"{round(100 * share)}%"


def _copy(one: Profile, two: Profile, _: Names) -> str:
    least = min(len(one.shingles), len(two.shingles)) or 1
    return f"{_percent(len(one.shingles & two.shingles) / least)} of the shorter text is the same"


_WORDS: Mapping[str, Callable[[Profile, Profile, Names], str]] = {
    "same_people": _same_people,
    "core_people": _core_people,
    "other_people": _other_people,
    "other_counterpart": _other_counterpart,
    "same_office": _same_office,
    "same_organisations": lambda a, b, n: (
        f"both name {_called(_shared(a.organisations, b.organisations), n)}"
    ),
    "same_city": lambda a, b, n: f"both in {_called(_shared(a.cities, b.cities), n)}",
    "other_city": _other_city,
    "other_town": _other_town,
    "same_countries": lambda a, b, _: f"both on {listed(_shared(a.countries, b.countries))}",
    "other_countries": _other_countries,
    "same_day": _same_day,
    "same_weekday": _same_weekday,
    "other_day": _other_day,
    "other_weekday": _other_weekday,
    "published_near": _published,
    "published_apart": _published,
    "weeks_apart": lambda *_: "weeks lie between their dates",
    "same_kind": lambda a, b, _: f"both report: {listed(_shared(a.kinds, b.kinds))}",
    "other_kind": _other_kind,
    "same_figures": _figures,
    "names": lambda *_: "many of the same names",
    "names_across_languages": lambda *_: "names in common across languages",
    "words": lambda *_: "much the same words",
    "other_words": lambda *_: "hardly a word in common",
    "words_across_languages": lambda *_: "cognate words in common",
    "title": lambda *_: "like headlines",
    "copy": _copy,
    "stands_out": lambda *_: "more alike than either is to other pages on the matter",
    "another_day": _published,
}
