"""The places of a corpus: countries and cities through the gazetteer, others by their spelling.

Invariant: two spellings that the gazetteer knows for one place ("Antwerpen", "Anvers") are one
entity with an English name. Of the towns of one name the page means the one whose country it names,
and a small town far from every country that it names is not meant at all; a name that the
gazetteer does not know stands for itself.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.entities.naming import by_frequency, slug
from briefing.entities.pages import FAMOUS, Page
from briefing.lexicon.countries import population_of
from briefing.lexicon.countries_abroad import country_abroad
from briefing.lexicon.folding import fold
from briefing.lexicon.organisations import take_apart
from briefing.lexicon.places import PlaceRecord, find_place, find_places
from briefing.model import Citation, Entity, Label, Mention

FAR_TOWN = 150_000
"""One of so many is meant even by a page that names other countries alone."""
_ARTICLE = re.compile(
    r"^(?:the|la|le|les|los|las|el|il|lo|de|der|die|das|het)\s+|^l['’]", re.IGNORECASE
)
_BESIDE = re.compile(r"\s*(?:,|\(|/)\s*([^\W\d_][\w'’.\- ]{2,40})")
_WHOLE_WORDS = re.compile(r"[\w'’.\-]+")
_MOST_WORDS = 3
_AT_HOME: Mapping[str, frozenset[str]] = {
    "en": frozenset({"United Kingdom", "United States", "Ireland", "Australia", "Canada"}),
    "fr": frozenset({"France", "Belgium", "Switzerland", "Canada"}),
    "es": frozenset({"Spain", "Mexico", "Argentina", "Colombia", "Chile", "Peru"}),
    "de": frozenset({"Germany", "Austria", "Switzerland"}),
    "it": frozenset({"Italy", "Switzerland"}),
    "pt": frozenset({"Portugal", "Brazil"}),
    "nl": frozenset({"Netherlands", "Belgium"}),
}
"""Countries whose towns a page may name without the country: those of most of its readers."""


@dataclass(frozen=True, slots=True)
class _Key:
    """What makes two mentions one place: its English name and country, or its own words."""

    name: str
    country: str | None
    is_known: bool


@lru_cache(maxsize=16384)
def _records(name: str) -> tuple[PlaceRecord, ...]:
    return find_places(name) or find_places(_ARTICLE.sub("", name).strip() or name)


def _choose(page: Page, mention: Mention) -> PlaceRecord | None:
    """The place that a mention means on its page."""
    abroad = country_abroad(mention.text, page.document.article.language)
    if abroad is not None:
        return PlaceRecord(abroad, abroad, "country", population_of(abroad))
    records = _records(mention.text)
    if not records or records[0].kind != "city":
        return records[0] if records else None
    beside = _country_beside(page.text, mention.end)
    for record in records:
        if beside is not None and record.country == beside:
            return record
    first, named = records[0], page.countries
    if named.get(first.country or "", 0):
        rivals = [r for r in records if named.get(r.country or "", 0) > named[first.country or ""]]
    else:
        rivals = [r for r in records if named.get(r.country or "")]
    rivals = [r for r in rivals if r.population * FAMOUS >= first.population]
    if rivals:
        return max(rivals, key=lambda r: (named[r.country or ""], r.population, r.country or ""))
    home = _AT_HOME.get(page.document.article.language or "", frozenset())
    is_near = not named or first.country in named or first.country in home
    return first if is_near or first.population >= FAR_TOWN else None


def _country_beside(text: str, end: int) -> str | None:
    """The country or its region named right behind a town: "Springfield, Illinois"."""
    beside = _BESIDE.match(text, end)
    if beside is None:
        return None
    words = [m.end() for m in _WHOLE_WORDS.finditer(beside.group(1))][:_MOST_WORDS]
    for length in reversed(words):
        place = find_place(beside.group(1)[:length].rstrip(".'’"))
        if place is not None and place.kind != "city":
            return place.country
    return None


def _key(page: Page, mention: Mention) -> _Key:
    record = _choose(page, mention)
    if record is not None:
        return _Key(record.name, record.country, is_known=True)
    bare = _ARTICLE.sub("", mention.text).strip() or mention.text
    parsed = take_apart(bare)
    if parsed.words and parsed.rest:
        return _Key(" ".join((*sorted(parsed.words), "|", *parsed.rest)), None, is_known=False)
    return _Key(fold(bare) or bare, None, is_known=False)


def resolve_places(pages: Sequence[Page]) -> list[Entity]:
    """One entity per place; `pages` must be sorted by article id."""
    found = [(p, m, _key(p, m)) for p in pages for m in p.places]
    settled = _settle(found)
    members: defaultdict[_Key, list[tuple[Page, Mention]]] = defaultdict(list)
    for page, mention, key in found:
        members[settled.get((key, fold(mention.text)), key)].append((page, mention))
    ordered = sorted(members, key=lambda k: (k.name, k.country or "", k.is_known))
    return [_place(key, members[key]) for key in ordered]


def _settle(
    found: Sequence[tuple[Page, Mention, _Key]],
) -> Mapping[tuple[_Key, str], _Key]:
    """What a page leaves open is the one place that the other pages mean by that name."""
    known: defaultdict[str, set[_Key]] = defaultdict(set)
    for _, mention, key in found:
        if key.is_known:
            known[fold(mention.text)].add(key)
    return {
        (key, fold(mention.text)): next(iter(known[fold(mention.text)]))
        for _, mention, key in found
        if not key.is_known and len(known[fold(mention.text)]) == 1
    }


def _place(key: _Key, members: Sequence[tuple[Page, Mention]]) -> Entity:
    forms = Counter(m.text for _, m in members)
    english = Counter(m.text for p, m in members if p.document.article.language == "en")
    name = key.name if key.is_known else _shown(english or forms)
    return Entity(
        id=f"loc-{slug(name)}",
        name=name,
        kind=Label.LOC,
        variants=by_frequency(forms),
        role=None,
        country=key.country,
        mentions=tuple(sorted(Citation(p.id, m.start, m.end) for p, m in members)),
    )


def _shown(forms: Counter[str]) -> str:
    """The most frequent form, without its article."""
    form = min(forms, key=lambda f: (-forms[f], f))
    return " ".join((_ARTICLE.sub("", form).strip() or form).split())
