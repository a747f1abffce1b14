"""The places of a corpus: countries and cities through the gazetteer, others by their spelling.

Invariant: two spellings that the gazetteer knows for one place ("Antwerpen", "Anvers") are one
entity with an English name; a name that it does not know stands for itself.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

from briefing.entities.naming import by_frequency, slug
from briefing.lexicon.countries import country_named, is_country_name
from briefing.lexicon.folding import fold
from briefing.lexicon.places import find_place
from briefing.model import Citation, Document, Entity, Label

_ARTICLE = re.compile(
    r"^(?:the|la|le|les|los|las|el|il|lo|de|der|die|das|het)\s+|^l['’]", re.IGNORECASE
)


@lru_cache(maxsize=16384)
def locate(name: str) -> tuple[str, str | None]:
    """The English name of a place and its country; the name itself where it is unknown."""
    bare = _ARTICLE.sub("", name).strip() or name
    for form in (name, bare):
        if is_country_name(form):
            country = country_named(form)
            if country is not None:
                return country, country
        record = find_place(form)
        if record is not None:
            return record.name, record.country
    return bare, None


def resolve_places(documents: Sequence[Document]) -> list[Entity]:
    """One entity per place; `documents` must be sorted by article id."""
    forms: defaultdict[tuple[str, str | None], Counter[str]] = defaultdict(Counter)
    mentions: defaultdict[tuple[str, str | None], list[Citation]] = defaultdict(list)
    names: dict[tuple[str, str | None], str] = {}
    for document in documents:
        for mention in document.mentions:
            if mention.label is not Label.LOC:
                continue
            name, country = locate(mention.text)
            key = (fold(name), country)
            names.setdefault(key, name)
            forms[key][mention.text] += 1
            mentions[key].append(Citation(document.article.id, mention.start, mention.end))
    return [
        Entity(
            id=f"loc-{slug(names[key])}",
            name=names[key],
            kind=Label.LOC,
            variants=by_frequency(forms[key]),
            role=None,
            country=key[1],
            mentions=tuple(sorted(mentions[key])),
        )
        for key in sorted(forms, key=lambda k: (k[0], k[1] or ""))
    ]
