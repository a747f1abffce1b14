"""The people of a page as speakers: full names, gender cues, and whom a pronoun may mean.

Invariant: a pronoun or a bare title is given to a person only where nothing the page says of that
person speaks against it; where two fit equally well, the one named last before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.lexicon.folding import fold
from briefing.lexicon.speech import (
    FEMALE_ARTICLES,
    FEMALE_FORMS,
    FEMALE_ROLE_ENDINGS,
    MALE_ARTICLES,
    MALE_FORMS,
)
from briefing.model import Label, Mention

Gender = Literal["m", "f"]

_LAST_WORDS = re.compile(r"[^\W_]+")
_CUE_REACH = 24
_MEMORY = 40
"""How many mentions back a pronoun may reach; bounds the work on pages full of names."""


@dataclass(frozen=True, slots=True)
class People:
    """The people of a page in order, with what is known of each surname."""

    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    genders: dict[str, Gender]
    roles: dict[str, frozenset[str]]
    countries: dict[str, frozenset[str]]
    full: dict[str, tuple[Mention, ...]]


def _name_words(mention: Mention) -> list[str]:
    return fold(mention.text).removesuffix(" s").split()


def surname(mention: Mention) -> str:
    """The last word of a name, folded; what short forms of a person share."""
    words = _name_words(mention)
    return words[-1] if words else ""


def title_start(mention: Mention) -> int:
    """Where a mention begins together with the title ahead of it."""
    title = mention.title
    return title.start if title and title.end <= mention.start else mention.start


def _gender_cue(text: str, mention: Mention) -> Gender | None:
    """What the words before a name, or its title, say of the person's gender."""
    title = mention.title
    start = title_start(mention)
    reach = max(0, start - _CUE_REACH)
    before = [fold(w) for w in _LAST_WORDS.findall(text, reach, start)]
    if title and start == mention.start:
        title = None
    if not before:
        return None
    near = before[-1]
    if near in FEMALE_FORMS or (title and near in FEMALE_ARTICLES):
        return "f"
    if near in MALE_FORMS or (title and near in MALE_ARTICLES):
        return "m"
    return None


def _title_cue(text: str, mention: Mention) -> Gender | None:
    title = mention.title
    if not title:
        return None
    words = fold(text[title.start : title.end]).split()
    if any(w.endswith(FEMALE_ROLE_ENDINGS) for w in words):
        return "f"
    return None


def know_people(text: str, mentions: Sequence[Mention]) -> People:
    """Gather the people of a page; mentions carry their titles."""
    people = tuple(sorted((m for m in mentions if m.label is Label.PER), key=lambda m: m.start))
    genders: dict[str, Gender] = {}
    roles: defaultdict[str, set[str]] = defaultdict(set)
    countries: defaultdict[str, set[str]] = defaultdict(set)
    full: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in people:
        name = surname(mention)
        words = _name_words(mention)
        for word in dict.fromkeys(words) if len(words) > 1 else ():
            full[word].append(mention)
        cue = _title_cue(text, mention) or _gender_cue(text, mention)
        if cue:
            genders.setdefault(name, cue)
        if mention.title and mention.title.role:
            roles[name].add(mention.title.role)
        if mention.title and mention.title.country:
            countries[name].add(mention.title.country)
    return People(
        people,
        tuple(m.start for m in people),
        genders,
        {n: frozenset(r) for n, r in roles.items()},
        {n: frozenset(c) for n, c in countries.items()},
        {n: tuple(m) for n, m in full.items()},
    )


def _near(mentions: Sequence[Mention], offset: int) -> list[Mention]:
    """Mentions around an offset, the earlier ones first and each side from the nearest on."""
    at = bisect_left(mentions, offset, key=lambda m: m.start)
    return [*reversed(mentions[max(0, at - _MEMORY) : at]), *mentions[at : at + _MEMORY]]


def fullest_form(people: People, mention: Mention) -> str:
    """The longest name on the page that holds all words of a mention, the nearest before it."""
    own = set(_name_words(mention))
    word = next(iter(_name_words(mention)), "")
    longer = [
        m for m in _near(people.full.get(word, ()), mention.start) if own < set(_name_words(m))
    ]
    best = longer[0] if longer else mention
    for other in longer:
        if set(_name_words(best)) < set(_name_words(other)):
            best = other
    return re.sub(r"['’]s$", "", best.text)


def resolve_person(
    people: People,
    before: int,
    *,
    floor: int = 0,
    gender: Gender | None = None,
    role: str | None = None,
    country: str | None = None,
) -> Mention | None:
    """The last person named before an offset whom gender, role and country do not rule out.

    A title may mean only somebody whom it fits better than others: of two ministers of whom the
    page says no more, neither.
    """
    best: tuple[int, Mention] | None = None
    rivals: set[str] = set()
    for mention in reversed(people.mentions[: bisect_left(people.starts, before)][-_MEMORY:]):
        if mention.start < floor:
            break
        name = surname(mention)
        known = people.genders.get(name)
        if gender and known and known != gender:
            continue
        if country and people.countries.get(name) and country not in people.countries[name]:
            continue
        roles = people.roles.get(name, frozenset())
        if role and roles and not any(_same_office(role, r) for r in roles):
            continue
        score = 2 * bool(role and roles) + 2 * bool(country and people.countries.get(name))
        score += bool(gender and known)
        if best is None or score > best[0]:
            best, rivals = (score, mention), set()
        if score == best[0]:
            rivals.add(name)
    is_title = bool(role or country)
    if is_title and len(rivals) > 1 and _leaves_open(people, rivals, gender, country):
        return None
    if best and (role or country) and best[0] == 0 and not gender:
        return best[1] if len({surname(m) for m in people.mentions}) == 1 else None
    return best[1] if best else None


def _leaves_open(
    people: People, rivals: set[str], gender: Gender | None, country: str | None
) -> bool:
    """Whether a title that says a country, or an office two people hold, tells them not apart."""
    if country:
        return not any(people.countries.get(name) for name in rivals)
    offices = [people.roles.get(name, frozenset()) for name in sorted(rivals)]
    is_told = bool(gender) and any(people.genders.get(name) for name in rivals)
    are_alike = all(offices) and bool(frozenset.intersection(*offices))
    return not is_told and (are_alike or not any(offices))


def _same_office(said: str, known: str) -> bool:
    """Whether a bare title may stand for a fuller one ("minister" for "interior minister")."""
    return (
        said == known or known.endswith(" " + said) or said in {"official", "head", "counterpart"}
    )
