"""One person or two of a name: what the pages say for and against, weighed.

Invariant: the weight is symmetric and depends on nothing but what the pages of the two say: roles,
countries, company, organisations and the walk of life they are reported from.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from briefing.entities.chains import Chain, walk_of_role
from briefing.entities.names import bare_length

SAME_PERSON = 0.0
"""Two of one name are one person from this weight on."""

_NAME, _LONG_NAME, _SPELT_OTHERWISE = 1.0, 1.0, -0.5
_COMPANY, _MOST_COMPANY, _OTHER_COMPANY = 1.5, 2, -0.75
_ORGANISATION = 1.0
_SAME_ROLE, _OTHER_ROLE, _OTHER_WALK = 1.5, -1.5, -2.5
_POLITICIAN_ROLE = -1.0
_SAME_COUNTRY, _OTHER_COUNTRY = 0.5, -1.0
_NAMED_COUNTRY = 0.5
_OTHER_WORLD = -0.75
"""Pages that name countries, and not one in common."""
_OTHER_REPORT = {"sport": -0.5, "court": -1.5}
"""A page from a stadium or a court that does not say what the person is, against one that does."""
_SAME_WALK = 0.5
_LEAST_COMPANY = 2
_LONG = 3
_NEAR = 0.9
_POLITICS = (
    "minister", "president", "chancellor", "secretary", "senator", "lawmaker", "politician",
    "candidate", "governor", "mayor", "commissioner", "representative", "premier",
)  # fmt: skip


@dataclass(slots=True)
class Person:
    """A growing cluster of chains; internal to the resolution.

    Most have one chain and share its sets: six of their own would be most of a page's memory.
    `length` is the number of parts of the longest name, particles left out.
    """

    chains: list[Chain] = field(default_factory=list)
    roles: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    reports: frozenset[str] = frozenset()
    length: int = 0

    @classmethod
    def of(cls, chain: Chain) -> Person:
        """The person of one chain."""
        person = cls()
        person.add(chain)
        return person

    def add(self, chain: Chain) -> None:
        """Take a chain in."""
        self.chains.append(chain)
        self.roles = _with(self.roles, chain.roles)
        self.countries = _with(self.countries, chain.countries)
        self.company = _with(self.company, chain.company)
        self.organisations = _with(self.organisations, chain.organisations)
        self.named = _with(self.named, chain.named)
        self.length = max(self.length, bare_length(chain.parts))
        if chain.report:
            self.reports = _with(self.reports, (chain.report,))

    def merge(self, other: Person) -> None:
        """Take all chains of another cluster in."""
        for chain in other.chains:
            self.add(chain)

    @property
    def walks(self) -> set[str]:
        """The walks of life that the roles tell."""
        return {walk_of_role(r) for r in self.roles}


def _with(known: frozenset[str], more: Collection[str]) -> frozenset[str]:
    return known if known.issuperset(more) else known.union(more) if known else frozenset(more)


def weigh(one: Person, two: Person, likeness: float, common: frozenset[str]) -> float:
    """How much speaks for two clusters of a name being one person.

    `common` are organisations that too many pages name to tell anything.
    """
    weight = _NAME + (_SPELT_OTHERWISE if likeness < _NEAR else 0.0)
    if min(one.length, two.length) >= _LONG:
        weight += _LONG_NAME
    return weight + _surroundings(one, two, common) + _offices(one, two) + _reports(one, two)


def _surroundings(one: Person, two: Person, common: frozenset[str]) -> float:
    """Company and organisations in common, or company that has nobody in common."""
    weight = 0.0
    if not one.company.isdisjoint(two.company):
        weight += _COMPANY * min(_MOST_COMPANY, len(one.company & two.company))
    elif min(len(one.company), len(two.company)) >= _LEAST_COMPANY:
        weight += _OTHER_COMPANY
    if one.organisations and (one.organisations & two.organisations) - common:
        weight += _ORGANISATION
    if one.named and two.named and one.named.isdisjoint(two.named):
        weight += _OTHER_WORLD
    return weight


def _offices(one: Person, two: Person) -> float:
    """Roles and countries that agree or differ."""
    weight = 0.0
    if one.roles and two.roles:
        weight += _SAME_ROLE if share_role(one.roles, two.roles) else _role_against(one, two)
    if one.countries and two.countries:
        weight += _OTHER_COUNTRY if one.countries.isdisjoint(two.countries) else _SAME_COUNTRY
    elif one.countries or two.countries:
        known, unknown = (one, two) if one.countries else (two, one)
        weight += _NAMED_COUNTRY if known.countries & unknown.named else -_NAMED_COUNTRY
    return weight


def _role_against(one: Person, two: Person) -> float:
    if not one.walks & two.walks:
        return _OTHER_WALK
    both = all(any(r.endswith(_POLITICS) for r in p.roles) for p in (one, two))
    return _POLITICIAN_ROLE if both else _OTHER_ROLE


def _reports(one: Person, two: Person) -> float:
    """A sports or court page that gives no role, against pages that show another walk of life."""
    weight = 0.0
    for silent, other in ((one, two), (two, one)):
        if silent.roles or not silent.reports:
            continue
        shown = (other.walks | other.reports) or {"office"}
        if shown & silent.reports:
            return _SAME_WALK
        weight = min(weight, *(_OTHER_REPORT[r] for r in sorted(silent.reports)))
    return weight


def share_role(one: Iterable[str], two: Iterable[str]) -> bool:
    """Whether a role of one is a role of the other, in full or in short: "defence minister"."""
    return any(a == b or a.endswith(f" {b}") or b.endswith(f" {a}") for a in one for b in two)
