"""The organisations of a corpus: spellings, acronyms and translations of one body joined.

Invariant: two bodies are never joined for their kind alone. What every country has ("interior
ministry") is one body only where subject and country agree; a full name and an acronym are one
only where some page of the corpus says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.disjoint import DisjointSets
from briefing.entities.acronyms import (
    Expansion,
    acronym_key,
    can_be_one,
    expansions_in,
    split_name,
)
from briefing.entities.body_keys import BodyKeys, find_keys
from briefing.entities.naming import by_frequency, slug
from briefing.entities.pages import Page
from briefing.lexicon.organisations import is_acronym
from briefing.model import Citation, Entity, Label

_MOST_NAMES = 24
"""An acronym that pages give more names than this says nothing, and comparing them all costs."""


@dataclass(frozen=True, slots=True)
class _Acronyms:
    """What acronyms mean: `on_page` by page and acronym, `anywhere` where all pages agree."""

    on_page: Mapping[tuple[str, str], str]
    anywhere: Mapping[str, str]


def resolve_organisations(pages: Sequence[Page]) -> list[Entity]:
    """One entity per organisation; `pages` must be sorted by article id."""
    keys = find_keys(pages)
    found = [(page, expansion) for page in pages for expansion in expansions_in(page)]
    explained = [
        (_with_country(e, keys, p), keys.of(p, e.full)) for p, e in found if not is_acronym(e.full)
    ]
    named = {key for _, key in explained}
    partition = DisjointSets(sorted(named))
    acronyms = _agree(explained, partition)
    bodies: defaultdict[str, list[tuple[Page, int]]] = defaultdict(list)
    for page in pages:
        for number, mention in enumerate(page.organisations):
            key = _key_of(page, mention.text, keys, acronyms)
            root = partition.find(key) if key in named else key
            bodies[root].append((page, number))
    return [_organisation(key, bodies[key], keys) for key in sorted(bodies)]


def _with_country(expansion: Expansion, keys: BodyKeys, page: Page) -> Expansion:
    return replace(expansion, country=keys.country_of(keys.of(page, expansion.full)))


def _agree(explained: Sequence[tuple[Expansion, str]], partition: DisjointSets[str]) -> _Acronyms:
    """Join the names that pages give one acronym, where they can be one body's."""
    by_acronym: defaultdict[str, list[tuple[Expansion, str]]] = defaultdict(list)
    for expansion, key in explained:
        by_acronym[expansion.acronym].append((expansion, key))
    anywhere: dict[str, str] = {}
    for acronym in sorted(by_acronym):
        names = list({(k, e.language): (e, k) for e, k in by_acronym[acronym]}.values())
        for at, (one, key) in enumerate(names if len(names) <= _MOST_NAMES else ()):
            for two, other in names[at + 1 :]:
                if partition.find(key) != partition.find(other) and can_be_one(one, two):
                    partition.union(key, other)
    for acronym, entries in by_acronym.items():
        roots = {partition.find(key) for _, key in entries}
        if len(roots) == 1:
            anywhere[acronym] = next(iter(roots))
    on_page = {(e.article, e.acronym): key for e, key in reversed(explained)}
    return _Acronyms(on_page, anywhere)


def _key_of(page: Page, name: str, keys: BodyKeys, acronyms: _Acronyms) -> str:
    full, inner = split_name(name)
    short = acronym_key(full)
    explained = acronyms.on_page.get((page.id, short))
    if explained:
        return explained
    if is_acronym(full) and not inner:
        key = keys.of(page, full)
        return acronyms.anywhere.get(short) or (key if key.startswith("=") else f"^{short}")
    return keys.of(page, full)


def _forms(members: Sequence[tuple[Page, int]]) -> Iterator[tuple[str, str]]:
    for page, number in members:
        yield page.organisations[number].text, page.document.article.language or ""


def _organisation(key: str, members: Sequence[tuple[Page, int]], keys: BodyKeys) -> Entity:
    forms = Counter(_forms(members))
    texts = Counter(text for text, _ in forms.elements())
    name = keys.name_of(key) or min(forms, key=lambda f: _rank(f, forms))[0]
    return Entity(
        id=f"org-{slug(name)}",
        name=" ".join(name.split()),
        kind=Label.ORG,
        variants=by_frequency(texts),
        role=None,
        country=keys.country_of(key),
        mentions=tuple(
            sorted(
                Citation(p.id, p.organisations[n].start, p.organisations[n].end) for p, n in members
            )
        ),
    )


def _rank(form: tuple[str, str], forms: Counter[tuple[str, str]]) -> tuple[object, ...]:
    """Which form is shown: a full name before an acronym, an English one before others."""
    text, language = form
    is_latin = any(c < "ɐ" for c in text if c.isalpha())
    return (
        not is_latin,
        is_acronym(text),
        language != "en",
        text[:1].islower(),
        -forms[form],
        -len(text),
        text,
    )
