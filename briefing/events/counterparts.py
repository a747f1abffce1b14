"""Who stands on the other side of the table.

Owns whom each of two pages has at its centre where the other page has somebody else.
Invariant: symmetric, and what a page does not say of its people makes nobody a counterpart.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from briefing.events.corpus import CHIEF, PRESENT
from briefing.events.profile import Profile
from briefing.lexicon.event_kinds import ENCOUNTERS

MOST_AT_TABLE = 3
"""With more people at the centre of a page, each report of a gathering names others of them."""
IN_PASSING = 0.7
"""The share of a person's weight on one page that is no more than a mention on another."""
NO_OFFICE = ("", None)
GATHERING = "summit"


def counterparts(one: Profile, two: Profile) -> tuple[AbstractSet[str], AbstractSet[str]]:
    """Whom each page has at its centre where the other page has somebody else.

    At a gathering each report names others, so that nobody is another's counterpart there: neither
    at a summit nor where many are at the table.
    """
    if _is_gathering(one) and _is_gathering(two):
        return set(), set()
    if min(map(len, guests := _guests(one, two))):
        return guests
    if max(len(one.core), len(two.core)) > MOST_AT_TABLE:
        return set(), set()
    here, there = one.core - _present(two), two.core - _present(one)
    if not _meet(one, two):
        here, there = here & one.titled & one.leading, there & two.titled & two.leading
    if not here or not there:
        return here, there
    alike = same_offices(one, two)
    return here - {a for a, _ in alike}, there - {b for _, b in alike}


def _guests(one: Profile, two: Profile) -> tuple[AbstractSet[str], AbstractSet[str]]:
    """Those whom one host received apart: each page leads with its own and mentions the other."""
    if max(len(one.leading), len(two.leading)) > MOST_AT_TABLE or not _meet(one, two):
        return set(), set()
    here, there = _only_leading(one, two), _only_leading(two, one)
    if not here or not there:
        return set(), set()
    beside, shared = one.beside | two.beside, _present(one) & _present(two)
    pairs = {
        (a, b)
        for a in here
        for b in there
        if (min(a, b), max(a, b)) not in beside and shared - {a, b}
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


def _is_gathering(profile: Profile) -> bool:
    """Whether a page tells chiefly of a summit or a conference."""
    told = profile.kinds.get(GATHERING, 0.0)
    return told > 0 and told >= CHIEF * max(profile.kinds.values())


def _present(profile: Profile) -> set[str]:
    """The people of a page, those left out whom only its background names."""
    return {p for p, weight in profile.people.items() if weight >= PRESENT}
