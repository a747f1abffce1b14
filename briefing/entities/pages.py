"""What the resolution knows of one page: its names by kind, and the countries that it names.

Invariant: every PER, LOC and ORG mention of a page is in exactly one of the three lists. Its kind
is the tagger's, but where the tables or the rest of the corpus leave no doubt that it errs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from briefing.entities.names import PARTICLES, name_parts
from briefing.indexing import own_ranges
from briefing.lexicon.countries import country_of_word, is_country_name
from briefing.lexicon.countries_abroad import countries_abroad
from briefing.lexicon.folding import WORD, fold
from briefing.lexicon.name_words import BODY_HEADS, COMPANY_NOUNS, PLACE_HEADS
from briefing.lexicon.organisations import body_named, is_acronym, take_apart
from briefing.lexicon.places import LOCATIVES, PlaceRecord, find_place, find_places
from briefing.lexicon.speech import FORMS_OF_ADDRESS
from briefing.model import Document, Label, Mention

FAMOUS = 30
"""A namesake so many times smaller is meant only where its country or region stands beside it."""
KNOWN_TOWN = 100_000
"""A town of so many inhabitants is named without a word about where it lies."""
HEADS = BODY_HEADS | PLACE_HEADS | COMPANY_NOUNS
"""Nouns that open the names of what is called after people: a hospital, a university."""
_WORD_BEFORE = re.compile(r"(?:.*[\W\d_])?([^\W\d_]++)['’.]?\s*\Z", re.DOTALL)
_REACH = 32


@dataclass(frozen=True, slots=True)
class Page:
    """A document with its mentions by kind and how often it names each country in any form."""

    document: Document
    people: tuple[Mention, ...]
    places: tuple[Mention, ...]
    organisations: tuple[Mention, ...]
    countries: Mapping[str, int]

    @property
    def id(self) -> str:
        """The article's id."""
        return self.document.article.id

    @property
    def text(self) -> str:
        """The article's text."""
        return self.document.article.text

    @property
    def main_country(self) -> str | None:
        """The country that the page names more often than any other."""
        ranked = sorted(self.countries, key=lambda c: (-self.countries[c], c))[:2]
        is_clear = len(ranked) == 1 or (
            len(ranked) > 1 and self.countries[ranked[0]] > self.countries[ranked[1]]
        )
        return ranked[0] if is_clear else None


@dataclass(frozen=True, slots=True)
class _Usage:
    """How the whole corpus uses names.

    `labels` by folded name, `pages` the pages that give a name a label, `places` by English name,
    `surnames` folded, `owners` the names that titles of other people hold ("the head of Varne"),
    `shortened` those of organisations that go without their first word elsewhere.
    """

    labels: Mapping[str, Counter[Label]]
    pages: Mapping[tuple[str, Label], int]
    places: Mapping[str, int]
    surnames: frozenset[str]
    owners: frozenset[str]
    shortened: frozenset[str]


def read_pages(documents: Sequence[Document]) -> tuple[Page, ...]:
    """The pages with their mentions sorted by kind, in the order given."""
    usage = _usage(documents)
    return tuple(_read_page(document, usage) for document in documents)


def _usage(documents: Sequence[Document]) -> _Usage:
    labels: defaultdict[str, Counter[Label]] = defaultdict(Counter)
    pages: Counter[tuple[str, Label]] = Counter()
    places: Counter[str] = Counter()
    surnames: set[str] = set()
    owners: set[str] = set()
    shortened: set[str] = set()
    titled: set[str] = set()
    for document in documents:
        owners.update(_owners(document))
        pages.update({(fold(m.text), m.label) for m in document.mentions})
        for mention in document.mentions:
            labels[fold(mention.text)][mention.label] += 1
            titled.update({fold(mention.text)} if mention.title is not None else ())
            shortened.update(_short_form(mention))
            place = find_place(mention.text) if mention.label is Label.LOC else None
            if place is not None:
                places[place.name] += 1
            parts = [p for p in name_parts(mention.text) if p not in PARTICLES]
            if mention.label is Label.PER and len(parts) > 1:
                surnames.update(parts[1:])
    return _Usage(
        labels, pages, places, frozenset(surnames), frozenset(owners), frozenset(shortened - titled)
    )


def _short_form(mention: Mention) -> Iterator[str]:
    """An organisation's name without its first word, where that says what it does ("Eolica …")."""
    first, _, rest = fold(mention.text).partition(" ")
    is_body = mention.label is Label.ORG and " " in rest
    if is_body and not take_apart(mention.text).words and first not in HEADS:
        yield rest


def _owners(document: Document) -> Iterator[str]:
    """The lone names within other people's titles: what they head, not who they are."""
    titles = [(m.title.start, m.title.end) for m in document.mentions if m.title is not None]
    for mention in document.mentions:
        is_lone = mention.label is Label.PER and " " not in fold(mention.text)
        if is_lone and any(s < mention.start and mention.end <= e for s, e in titles):
            yield fold(mention.text)


def _read_page(document: Document, usage: _Usage) -> Page:
    by_kind: defaultdict[Label, list[Mention]] = defaultdict(list)
    speakers = sorted({(s.start, s.end) for q in document.quotes if (s := q.speaker_span)})
    ranges = own_ranges(document)
    in_words = countries_in(document.article.text, ranges)
    named = frozenset(in_words)
    for mention in document.mentions:
        speaks = lies_in(mention.start, speakers)
        by_kind[_kind_of(document, mention, usage, named, speaks=speaks)].append(mention)
    places = tuple(by_kind[Label.LOC])
    return Page(
        document,
        tuple(by_kind[Label.PER]),
        places,
        tuple(by_kind[Label.ORG]),
        _countries(document, places, ranges, in_words),
    )


def _kind_of(
    document: Document, mention: Mention, usage: _Usage, named: frozenset[str], *, speaks: bool
) -> Label:
    if mention.label is Label.LOC:
        return _kind_of_place(mention, usage, named)
    if mention.label is Label.ORG:
        return _kind_of_organisation(document, mention, usage)
    if mention.label is Label.PER and not (speaks or _is_person(document, mention)):
        return _kind_of_person(mention, usage)
    return mention.label


def _kind_of_place(mention: Mention, usage: _Usage, named: frozenset[str]) -> Label:
    """A body that CLDR lists as a territory, or a person's name that was taken for a place."""
    if body_named(mention.text) and not is_country_name(mention.text):
        return Label.ORG
    key, counts = fold(mention.text), usage.labels[fold(mention.text)]
    place = find_place(mention.text)
    if place is None and key in usage.shortened:
        return Label.ORG
    if place is None and " " in key and counts[Label.PER] >= counts[Label.LOC]:
        return Label.PER
    is_far = place is None or (place.kind == "city" and place.country not in named)
    return Label.PER if key in usage.surnames and is_far else Label.LOC


def _kind_of_organisation(document: Document, mention: Mention, usage: _Usage) -> Label:
    """A country, or a city that something happens in, that was taken for an organisation."""
    if is_country_name(mention.text) and body_named(mention.text) is None:
        return Label.LOC
    key, counts = fold(mention.text), usage.labels[fold(mention.text)]
    place = find_place(mention.text)
    is_known = place is not None and place.kind == "city" and place.population >= KNOWN_TOWN
    if is_known and _word_before(document, mention) in LOCATIVES:
        return Label.LOC
    is_name = " " in key and not take_apart(mention.text).words and not is_acronym(mention.text)
    return Label.PER if is_name and counts[Label.PER] > counts[Label.ORG] else Label.ORG


def _kind_of_person(mention: Mention, usage: _Usage) -> Label:
    """A place or organisation that was taken for a person, by the rest of the corpus."""
    if body_named(mention.text):
        return Label.ORG
    key = fold(mention.text)
    place = find_place(mention.text)
    is_bearer = key in usage.surnames
    if key in usage.shortened:
        return Label.ORG
    if place is not None and not is_bearer and usage.places.get(place.name, 0) > 1:
        return Label.LOC
    if key in usage.owners and not is_bearer:
        return Label.LOC if place is not None else Label.ORG
    counts = usage.labels[key]
    others = [k for k in (Label.ORG, Label.LOC) if counts[k] > counts[Label.PER]]
    # A lone name that nobody in the corpus bears in full is as many pages' place sooner than a man.
    if not others and " " not in key and usage.pages[key, Label.LOC] >= usage.pages[key, Label.PER]:
        others = [Label.LOC]
    return others[0] if others and not is_bearer else Label.PER


def _is_person(document: Document, mention: Mention) -> bool:
    """Whether the page itself says that a name is a person's: by a title or form of address."""
    return mention.title is not None or _word_before(document, mention) in FORMS_OF_ADDRESS


def _word_before(document: Document, mention: Mention) -> str:
    before = document.article.text[max(0, mention.start - _REACH) : mention.start]
    found = _WORD_BEFORE.match(before)
    return fold(found.group(1)) if found else ""


def _countries(
    document: Document,
    places: Iterable[Mention],
    ranges: Sequence[tuple[int, int]],
    in_words: Mapping[str, int],
) -> Mapping[str, int]:
    """How often the page's own report names each country: itself, its people, its large towns.

    `ranges` are those of the report, `in_words` what its single words name.
    """
    found = Counter(in_words)
    text = document.article.text
    for mention in places:
        place = _plain_place(mention.text)
        if place is None or place.country is None or not lies_in(mention.start, ranges):
            continue
        if " " in fold(mention.text) or place.kind != "country":
            found[place.country] += place.kind != "city" or place.population >= KNOWN_TOWN
    for start, end in ranges:
        abroad = countries_abroad(text, start, end, document.article.language)
        found.update(c.country for c in abroad)
    return {c: n for c, n in sorted(found.items()) if n}


def _plain_place(name: str) -> PlaceRecord | None:
    """The place of a name, unless a town elsewhere bears it that may be meant as well."""
    first, *others = find_places(name) or (None,)
    if first is None or any(o and o.population * FAMOUS >= first.population for o in others):
        return None
    return first


def countries_in(text: str, ranges: Iterable[tuple[int, int]]) -> Counter[str]:
    """How often single words of some ranges name each country, or its people."""
    words = chain.from_iterable(WORD.findall(text, start, end) for start, end in ranges)
    return Counter(filter(None, map(country_of_word, words)))


def lies_in(position: int, ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether a position is in one of some ranges, which must be sorted and not overlap."""
    at = bisect_right(ranges, position, key=lambda r: r[0]) - 1
    return at >= 0 and position < ranges[at][1]
