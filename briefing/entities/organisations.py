"""The organisations of a corpus: spellings, and acronyms with the names they stand for.

Invariant: a full name and an acronym are one organisation only where some page of the corpus says
so ("Full Name (FN)", "FN (Full Name)"), and an acronym that pages explain by unlike names joins
none of them.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from briefing.disjoint import DisjointSets
from briefing.entities.names import part_likeness
from briefing.entities.naming import by_frequency, display_name, slug
from briefing.lexicon.countries import country_named
from briefing.lexicon.folding import fold
from briefing.model import Citation, Document, Entity, Label, Mention

_BRACKET = re.compile(r"\s*\(\s*\Z")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.?){2,8}\d{0,2}")
_ARTICLE = re.compile(r"^(?:the|la|le|les|los|las|el|il|die|der|das|het|de) |^l (?=\w)")


def organisation_key(name: str) -> str:
    """The folded name without its article."""
    folded = fold(name)
    return _ARTICLE.sub("", folded) or folded


def is_acronym(name: str) -> bool:
    """Whether a name is written as an acronym: two to eight capitals."""
    return name.upper() == name and name.lower() != name and bool(_ACRONYM.fullmatch(name))


def _introduced(document: Document, mentions: Sequence[Mention]) -> list[tuple[str, str]]:
    """Keys of neighbours of which one explains the other in brackets, acronym second."""
    text, found = document.article.text, []
    for one, two in itertools.pairwise(mentions):
        if not _BRACKET.match(text[one.end : two.start]) or not text[two.end :].startswith(")"):
            continue
        if is_acronym(two.text) != is_acronym(one.text):
            full, short = (one, two) if is_acronym(two.text) else (two, one)
            found.append((organisation_key(full.text), organisation_key(short.text)))
    return found


def _organisation_mentions(document: Document) -> list[Mention]:
    return [m for m in document.mentions if m.label is Label.ORG and fold(m.text)]


def resolve_organisations(documents: Sequence[Document]) -> list[Entity]:
    """One entity per organisation; `documents` must be sorted by article id."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    mentions: defaultdict[str, list[Citation]] = defaultdict(list)
    expansions: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for document in documents:
        found = _organisation_mentions(document)
        for mention in found:
            key = organisation_key(mention.text)
            forms[key][mention.text] += 1
            mentions[key].append(Citation(document.article.id, mention.start, mention.end))
        for full, short in _introduced(document, found):
            expansions[short][full] += 1
    partition = DisjointSets(forms)
    for short in sorted(expansions):
        for full in _agreeing(expansions[short]):
            partition.union(full, short)
    return [_organisation(keys, forms, mentions) for keys in partition.sets()]


def _agreeing(names: Counter[str]) -> list[str]:
    """The expansions of an acronym that can be one name; none where two have nothing in common."""
    best = min(names, key=lambda n: (-names[n], n))
    initials = "".join(w[0] for w in best.split())
    alike = [n for n in sorted(names) if _share_a_word(n, best) or n[0] == initials[0]]
    return alike if len(alike) == len(names) else []


def _share_a_word(one: str, two: str) -> bool:
    """Whether two names share a word, or a cognate of one ("international", "internationale")."""
    return any(
        part_likeness(a, b) >= 0.75  # noqa: PLR2004 - as for name parts
        for a in one.split()
        for b in two.split()
        if min(len(a), len(b)) > 3  # noqa: PLR2004 - function words
    )


def _organisation(
    keys: Sequence[str],
    forms: dict[str, Counter[str]],
    mentions: dict[str, list[Citation]],
) -> Entity:
    merged: Counter[str] = Counter()
    for key in keys:
        merged.update(forms[key])
    name = display_name(merged)
    countries = {c for w in name.split() if (c := country_named(w)) is not None}
    return Entity(
        id=f"org-{slug(name)}",
        name=name,
        kind=Label.ORG,
        variants=by_frequency(merged),
        role=None,
        country=next(iter(countries)) if len(countries) == 1 else None,
        mentions=tuple(sorted(m for key in keys for m in mentions[key])),
    )
