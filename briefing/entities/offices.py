"""What a person is, by all their titles: role, country, organisation, and the words that say so.

Invariant: role and country are read off titles alone, the country off those that give the role
where any of them does; every title that gives either is cited.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefing.choosing import most_common
from briefing.entities.pages import Page
from briefing.lexicon.agencies import agency_named
from briefing.lexicon.folding import fold
from briefing.lexicon.organisations import take_apart
from briefing.model import Citation, Entity, Title

Titles = Sequence[tuple[Citation, Title]]

_STATE_ROLES = (
    "minister", "president", "chancellor", "king", "queen", "pope", "emir", "sultan", "prince",
    "governor", "ambassador", "attorney general", "state secretary",
)  # fmt: skip
_NEEDS_ARTICLE = re.compile(
    r"United |.* (?:Republic|Islands|Emirates)$"
    r"|(?:Netherlands|Philippines|Maldives|Bahamas|Gambia|Comoros|Seychelles)$"
)
_POSSESSIVES = frozenset(
    "its their his her son sa leur su sus seine sein ihr ihre ihrem ihren suo sua seu zijn "
    "haar".split()
)
_LED = frozenset(
    "director head chair president spokesperson coordinator representative founder manager".split()
)
_LED_LAST = ("director", "director general", "chief executive", "secretary-general", "president")
"""Roles that somebody has in a body, so that a possessive before them looks back to one."""
_WORDS_BEFORE = re.compile(r"([^\W\d_]+)\s+(?:([^\W\d_]+)\s+)?\Z")
_WINDOW = 40
_REACH = 300


@dataclass(frozen=True, slots=True)
class Office:
    """A person's role with what it is of; `organisation` is an entity's id."""

    role: str | None
    country: str | None
    organisation: str | None
    words: str | None
    titles: tuple[Citation, ...]


def find_office(
    titles: Titles,
    pages: Mapping[str, Page],
    organisation_of: Mapping[Citation, str],
    organisations: Mapping[str, Entity],
) -> Office:
    """The office that most titles give, with the organisation that they name."""
    role = _commonest_role(t.role for _, t in titles if t.role)
    with_role = [(c, t) for c, t in titles if role and t.role and role.endswith(t.role)]
    country = most_common(t.country for _, t in with_role if t.country) or most_common(
        t.country for _, t in titles if t.country
    )
    named = [] if role and role.endswith("minister") else with_role
    body = most_common(
        found
        for c, t in named
        if (found := _organisation(pages[c.article], t, organisation_of)) is not None
    )
    cited = {
        Citation(c.article, t.start, t.end)
        for c, t in titles
        if (t.role and (c, t) in with_role) or (country and t.country == country)
    }
    name = organisations[body].name if body else None
    return Office(role, country, body, _words(role, country, name), tuple(sorted(cited)))


def _commonest_role(roles: Iterable[str]) -> str | None:
    """The most frequent role; a short one counts for the only fuller one that ends with it."""
    counts = Counter(roles)
    for short in sorted(counts, key=len):
        fuller = [r for r in counts if r.endswith(f" {short}")]
        if len(fuller) == 1:
            counts[fuller[0]] += counts.pop(short)
    return most_common(counts.elements())


def _organisation(page: Page, title: Title, organisation_of: Mapping[Citation, str]) -> str | None:
    """The organisation named within a title, or the one that its possessive looks back to."""
    found = [m for m in page.organisations if title.start <= m.start and m.end <= title.end]
    role = title.role or ""
    is_led = role in _LED or role.endswith(_LED_LAST)
    if not found and is_led and _is_possessive(page.text, title.start):
        near = [m for m in page.organisations if title.start - _REACH <= m.start < title.start]
        found = [m for m in reversed(near) if agency_named(m.text) is None]
    if not found:
        return None
    return organisation_of.get(Citation(page.id, found[0].start, found[0].end))


def _is_possessive(text: str, start: int) -> bool:
    before = _WORDS_BEFORE.search(text[max(0, start - _WINDOW) : start])
    return before is not None and any(fold(w) in _POSSESSIVES for w in before.groups() if w)


def _words(role: str | None, country: str | None, organisation: str | None) -> str | None:
    """Write it out: "interior minister of Norway", "director of the Port Authority"."""
    if role is None:
        return None
    is_of_state = role.endswith(_STATE_ROLES)
    if organisation:
        return f"{role} of {_with_article(organisation)}"
    if country is None:
        return role
    if not is_of_state:
        return f"{role}, {country}"
    return f"{role} of the {country}" if _NEEDS_ARTICLE.match(country) else f"{role} of {country}"


def _with_article(name: str) -> str:
    """An organisation whose name is made of common words takes an article."""
    parsed = take_apart(name)
    is_common = bool(parsed.words) and " " in name and name[:1].isascii()
    return f"the {name}" if is_common and fold(name).split()[0] != "the" else name
