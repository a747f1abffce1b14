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
    MALE_ARTICLES,
    MALE_FORMS,
)
from briefing.model import Label, Mention

Gender = Literal["m", "f"]

_FEMALE_ENDING = re.compile(
    r"(?:minist(?:ra|erin)|ministre espagnole|trice|euse|iere|enne|dora|tora|denta|sidente|dessa|essa"
    r"|rätin|in|a|ة)$"
)
_LAST_WORDS = re.compile(r"[^\W_]+")
_CUE_REACH = 24


@dataclass(frozen=True, slots=True)
class People:
    """The people of a page in order, with what is known of each surname."""

    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    genders: dict[str, Gender]
    roles: dict[str, frozenset[str]]
    countries: dict[str, frozenset[str]]
    full: dict[str, tuple[Mention, ...]]


def surname(mention: Mention) -> str:
    """The last word of a name, folded; what short forms of a person share."""
    words = fold(mention.text).removesuffix(" s").split()
    return words[-1] if words else ""


def _gender_cue(text: str, mention: Mention) -> Gender | None:
    """What the words before a name, or its title, say of the person's gender."""
    title = mention.title
    start = title.start if title and title.end <= mention.start else mention.start
    before = [fold(w) for w in _LAST_WORDS.findall(text, max(0, start - _CUE_REACH), mention.start)]
    if title and title.end <= mention.start:
        before = [fold(w) for w in _LAST_WORDS.findall(text, max(0, start - _CUE_REACH), start)]
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
    female = ("ministra", "presidenta", "vicepresidenta", "directora", "portavoza", "kommissarin", "ministerin")
    if any(w in female or w.endswith(("trice", "prasidentin", "sprecherin", "chefin")) for w in words):
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
        full[name].append(mention)
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


def fullest_form(people: People, mention: Mention) -> str:
    """The person's longest name on the page that ends like this mention and holds its words."""
    own = set(fold(mention.text).removesuffix(" s").split())
    alike = [
        m
        for m in people.full.get(surname(mention), ())
        if own <= set(fold(m.text).removesuffix(" s").split())
    ]
    others = [m for m in people.mentions if own < set(fold(m.text).split())] if own else []
    known = sorted({*alike, *others}, key=lambda m: (m.start > mention.start, abs(m.start - mention.start)))
    longer = [m for m in known if len(fold(m.text).split()) > len(own)]
    best = longer[0] if longer else mention
    if longer:
        widest = [m for m in longer if set(fold(best.text).split()) <= set(fold(m.text).split())]
        best = max(widest, key=lambda m: (len(fold(m.text).split()), -m.start))
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
    """The last person named before an offset whom gender, role and country do not rule out."""
    best: tuple[int, Mention] | None = None
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
            best = (score, mention)
    if best and (role or country) and best[0] == 0 and not gender:
        return best[1] if len({surname(m) for m in people.mentions}) == 1 else None
    return best[1] if best else None


_MEMORY = 40
"""How many mentions back a pronoun may reach; bounds the work on pages full of names."""


def _same_office(said: str, known: str) -> bool:
    """Whether a bare title may stand for a fuller one ("minister" for "interior minister")."""
    return said == known or known.endswith(" " + said) or said in {"official", "head", "counterpart"}
