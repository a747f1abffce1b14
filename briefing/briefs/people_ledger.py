"""The ledger of persons: what office sources give them, and how they are called.

Invariant: only offices that one person does not hold at once are set against each other, and only
names of one office and one family name that no article has both of.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from briefing.briefs.material import Material
from briefing.lexicon.citing import cite_words
from briefing.lexicon.folding import fold
from briefing.lexicon.roles import portfolio_at, role_tokens
from briefing.model import (
    Citation,
    Difference,
    DifferenceValue,
    Document,
    Entity,
    Label,
    Mention,
    Title,
)

_POSTS = (
    (("chair", "president"), ("chief executive", "director general", "managing director")),
    (("president",), ("prime minister",)),
    (("judge",), ("prosecutor",), ("lawyer",)),
    (("general",), ("colonel",), ("major",), ("captain",), ("lieutenant",), ("sergeant",)),
    (("mayor",), ("deputy mayor",)),
    (("president",), ("vice-president",)),
)
"""Posts of which a person holds one at a time; those in one bracket name one post."""
_MINISTER = " minister"
_FORMER = re.compile(
    r"\b(?:former|ex|anciens?|ancienne|antigu[oa]|früher\w*|ehemalig\w*|antig[oa]|oud|voormalig\w*)\b"
    r"|سابق",
    re.IGNORECASE,
)
_DEPUTY = re.compile(
    r"\b(?:deputy|under|vice|vize|sous|onder|plaatsvervangend\w*|stellvertretend\w*"
    r"|adjoint\w*|adjunt[oa]|aggiunt[oa])\b|\b(?:vice|vize|sub|sotto)[-\s]?(?=\w{5})|نائب|وكيل",
    re.IGNORECASE,
)
_POST_OF_DEPUTY = re.compile(r"\b(?:deputy|vice)[- ]")
_STATE_SECRETARY = "state secretary"
_FEWEST_NAMES = 2
_FEWEST_CONSONANTS = 3
_OPENING = 3
_SOUNDS = str.maketrans("cqzgjywvpd", "kksiiiuubt")


def compare_people(material: Material) -> Iterator[Difference]:
    """The differences about offices, then about names, in the order of the entities."""
    people = sorted(
        (e for e in material.entities.values() if e.kind is Label.PER), key=lambda e: e.id
    )
    titled = find_titled(material)
    for group in _same_names(people):
        found = [entry for person in group for entry in titled.get(person.id, [])]
        yield from _compare_titles(group[0], found, material)
    yield from _compare_names(people, titled, material)
    for person in people:
        yield from _compare_spellings(person, material)


def _same_names(people: Sequence[Entity]) -> list[list[Entity]]:
    """The people by their full names: of one event, two offices do not make one name two people."""
    groups: dict[str, list[Entity]] = {}
    for person in people:
        name = fold(person.name)
        groups.setdefault(name if " " in name else person.id, []).append(person)
    return list(groups.values())


Titled = tuple[Document, Mention, Title]
"""A mention of a person that carries a title, in its document."""


def find_titled(material: Material) -> dict[str, list[Titled]]:
    """The mentions of each person that carry a title, by article id and place."""
    found: defaultdict[str, list[Titled]] = defaultdict(list)
    for document in material.documents:
        spans = material.spans[document.article.id]
        for mention in document.mentions:
            at = bisect_left(spans.starts, mention.start)
            is_known = at < len(spans.spans) and spans.spans[at][0] == mention.start
            if mention.title and mention.title.role and is_known:
                found[spans.spans[at][2]].append((document, mention, mention.title))
    return found


def _compare_titles(
    person: Entity, titled: Sequence[Titled], material: Material
) -> Iterator[Difference]:
    per_article: dict[str, list[Titled]] = {}
    for entry in titled:
        per_article.setdefault(entry[0].article.id, []).append(entry)
    rivals = {
        article
        for one, two in combinations(sorted(per_article), 2)
        if all(_are_rivals(a, b) for a in per_article[one] for b in per_article[two])
        for article in (one, two)
    }
    if rivals:
        values = [_title_value(per_article[a][0]) for a in sorted(rivals)]
        yield Difference(f"office of {_shown(person, material)}", tuple(values))


def _are_rivals(one: Titled, two: Titled) -> bool:
    """Whether one person cannot hold both offices."""
    left, right = one[2].role or "", two[2].role or ""
    former = sum(_FORMER.search(_words(entry)) is not None for entry in (one, two))
    if former != 1 and _are_other_ranks(one, two):
        return True
    if left == right or former:
        return False
    if left.endswith(_MINISTER) and right.endswith(_MINISTER):
        portfolios = [_portfolios(entry) for entry in (one, two)]
        return all(portfolios) and not portfolios[0] & portfolios[1]
    return any(
        sum(left in posts for posts in group) == 1 == sum(right in posts for posts in group)
        and not any(left in posts and right in posts for posts in group)
        for group in _POSTS
    )


def _are_other_ranks(one: Titled, two: Titled) -> bool:
    """Whether one title is a deputy's or a state secretary's, and the other the full one."""
    bare = [_POST_OF_DEPUTY.sub("", entry[2].role or "").split()[-1:] for entry in (one, two)]
    is_deputy = [_DEPUTY.search(f"{_words(e)} {e[2].role}") is not None for e in (one, two)]
    if bare[0] == bare[1] != []:
        return is_deputy[0] is not is_deputy[1]
    roles = [entry[2].role or "" for entry in (one, two)]
    return _STATE_SECRETARY in roles and any(
        role.endswith("minister") and not deputy
        for role, deputy in zip(roles, is_deputy, strict=True)
    )


def _portfolios(entry: Titled) -> frozenset[str]:
    """All portfolios that a title's words name: a minister may hold several."""
    title = entry[2]
    tokens = role_tokens(_words(entry))
    found = {hit[0] for at in range(len(tokens)) if (hit := portfolio_at(tokens, at))}
    return frozenset(found | {(title.role or "").removesuffix(_MINISTER)})


def _words(entry: Titled) -> str:
    document, _, title = entry
    return cite_words(document.article.text, title.start, title.end)


def _title_value(entry: Titled) -> DifferenceValue:
    document, _, title = entry
    return DifferenceValue(
        _words(entry), title.role or "", document.article.id, title.start, title.end
    )


def _shown(person: Entity, material: Material) -> str:
    """The name by which a person is shown: the longest of the most usual ones."""
    named = [p.name for p in material.event.participants if p.entity == person.id]
    return named[0] if named else person.name


def _compare_names(
    people: Sequence[Entity], titled: dict[str, list[Titled]], material: Material
) -> Iterator[Difference]:
    """Two persons of one office and family name, each in articles that lack the other."""
    ids = {d.article.id for d in material.documents}
    present = {
        p.id: sorted(c for c in p.mentions if c.article in ids)
        for p in people
        if any(c.article in ids for c in p.mentions)
    }
    known = [p for p in people if p.id in present and len(p.name.split()) >= _FEWEST_NAMES]
    for one, two in combinations(known, 2):
        if not _are_named_alike(one, two):
            continue
        is_slip = _is_slip(one.name, two.name)
        roles = [{t[2].role or "" for t in titled.get(p.id, [])} for p in (one, two)]
        shared = roles[0] & roles[1]
        where = [{c.article for c in present[p.id]} for p in (one, two)]
        is_alike = all(roles) and _begin_alike(one.name, two.name)
        if (shared or is_slip or is_alike) and not where[0] & where[1]:
            first = [_first_full(present[p.id], material) for p in (one, two)]
            yield Difference(
                f"name of the {min(shared)}" if shared else f"name of {one.name}", tuple(first)
            )


def _are_named_alike(one: Entity, two: Entity) -> bool:
    """Whether two names end alike and begin otherwise: "Rui Neves", "Raúl Neves"."""
    left, right = fold(one.name).split(), fold(two.name).split()
    is_part = set(left) <= set(right) or set(right) <= set(left)
    return left[-1] == right[-1] and left[0] != right[0] and not is_part


def _compare_spellings(person: Entity, material: Material) -> Iterator[Difference]:
    """One person whose first name two articles of one language write with another consonant.

    Between languages the letters of a name change with the spelling of its sounds.
    """
    written: list[tuple[str | None, str, list[Citation]]] = []
    for document in material.documents:
        forms: defaultdict[str, list[Citation]] = defaultdict(list)
        for place in sorted(c for c in person.mentions if c.article == document.article.id):
            name = fold(document.article.text[place.start : place.end]).split()
            if len(name) >= _FEWEST_NAMES and name[0].isascii():
                forms[name[0]].append(place)
        if len(forms) == 1:
            ((first, places),) = forms.items()
            written.append((document.article.language, first, places))
    for (tongue, one, here), (other, two, there) in combinations(written, 2):
        if tongue == other and _is_slip(one, two):
            values = (_first_full(places, material) for places in (here, there))
            yield Difference(f"name of {_shown(person, material)}", tuple(values))
            return


def _begin_alike(one: str, two: str) -> bool:
    """Whether two first names open alike and end otherwise, as names that are mixed up do."""
    left, right = (fold(name).split()[0] for name in (one, two))
    is_short = left.startswith(right) or right.startswith(left)
    return left[:_OPENING] == right[:_OPENING] and not is_short


def _is_slip(one: str, two: str) -> bool:
    """Whether two first names differ in one consonant that no spelling of a sound explains."""
    left, right = (_skeleton(name.split()[0]) for name in (one, two))
    if len(left) != len(right) or len(left) < _FEWEST_CONSONANTS:
        return False
    return sum(a != b for a, b in zip(left, right, strict=True)) == 1


def _skeleton(name: str) -> str:
    """The consonants of a name, those that spellings exchange made one."""
    bare = fold(name).translate(_SOUNDS)
    return re.sub(r"(.)\1+", r"\1", "".join(c for c in bare if c not in "aeiouh"))


def _first_full(mentions: Sequence[Citation], material: Material) -> DifferenceValue:
    texts = {d.article.id: d.article.text for d in material.documents}
    best = max(mentions, key=lambda c: (c.end - c.start, -c.start))
    first = next(c for c in mentions if c.end - c.start == best.end - best.start)
    words = cite_words(texts[first.article], first.start, first.end)
    return DifferenceValue(words, words, first.article, first.start, first.end)
