"""Keys of organisations: two names with one key are names of one body.

Invariant: the key of what every country has holds its country, or, where no page lets one know
the country, the page itself, so that it stays alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefing.entities.names import name_parts
from briefing.entities.pages import Page
from briefing.lexicon.agencies import agency_named
from briefing.lexicon.countries import country_named, is_country_name, is_demonym
from briefing.lexicon.folding import fold
from briefing.lexicon.organisations import (
    BodyName,
    body_named,
    is_portfolio,
    take_apart,
    without_article,
)
from briefing.lexicon.places import find_place
from briefing.model import Mention

_LEGAL_FORMS = frozenset(
    "ag sa spa gmbh ltd plc inc corp co llc bv nv se kg sarl srl lda asa ab oyj".split()
)
_FEDERATIONS = ("Germany", "Austria", "Switzerland")
"""Where "Bundes-" may be at home, the largest first."""
_BEFORE = re.compile(r"([^\W\d_]+)(['’]s?)?\s+\Z")
_AFTER = re.compile(
    r"\s+(?:(?:of|de|du|des|del|di|della|do|da|van|von|der)\s+(?:(?:the|la|le|el|los)\s+)?"
    r"|d['’]|de l['’]|dell['’])"
    r"([^\W\d_]+(?:\s[^\W\d_]+)?)"
)
_ADJECTIVE_AFTER = re.compile(r"\s+([^\W\d_]+)")
_WORD = re.compile(r"[^\W_]+")
_LONGEST_REST, _MOST_WORDS = 80, 8
_REACH = 40
_KNOWN_TOWN = 15_000
_SPECIAL = 3
"""So many words make a name that few bodies share."""


@dataclass(frozen=True, slots=True)
class BodyKeys:
    """The keys of all names of a corpus, by page and name."""

    keys: Mapping[tuple[str, str], str]
    countries: Mapping[str, str | None]

    def of(self, page: Page, name: str) -> str:
        """The key of a name on a page; names that no mention bears are read by themselves."""
        return self.keys.get((page.id, name)) or _plain_key(page, name, {})

    def country_of(self, key: str) -> str | None:
        """The country that the body belongs to."""
        if key.startswith("@"):
            return key[1:].partition("|")[0]
        return self.countries.get(key)

    def name_of(self, key: str) -> str | None:
        """The English name of a body that the tables know."""
        return key[1:] if key.startswith("=") else None


def find_keys(pages: Sequence[Page]) -> BodyKeys:
    """Read all names of organisations; `pages` must be sorted by article id."""
    keys: dict[tuple[str, str], str] = {}
    countries: dict[str, str | None] = {}
    for page in pages:
        known = _countries_said(page)
        for mention in page.organisations:
            key = _whole_body(page.text, mention) or _plain_key(page, mention.text, known)
            keys.setdefault((page.id, mention.text), key)
            parsed = take_apart(mention.text)
            if not parsed.is_scoped and not key.startswith("="):
                countries[key] = countries.get(key) or parsed.country or _town_country(parsed)
    return BodyKeys(_settle(pages, keys), countries)


def _whole_body(text: str, mention: Mention) -> str | None:
    """The body whose name goes on behind a mention that holds only its first, common word."""
    parsed = take_apart(mention.text)
    if len(parsed.words) != 1 or parsed.rest or parsed.country:
        return None
    line = text[mention.start : mention.end + _LONGEST_REST].partition("\n")[0]
    ends = [m.end() for m in _WORD.finditer(line) if m.end() > mention.end - mention.start]
    bodies = (body_named(line[:end]) for end in reversed(ends[:_MOST_WORDS]))
    body = next(filter(None, bodies), None)
    return f"={body}" if body else None


def _town_country(parsed: BodyName) -> str | None:
    """The country of the one town in a name that has words of its own beside it."""
    if not parsed.words or len(parsed.rest) != 1:
        return None
    town = find_place(parsed.rest[0])
    return town.country if town is not None and town.population >= _KNOWN_TOWN else None


def _plain_key(page: Page, name: str, known: Mapping[frozenset[str], str]) -> str:
    body = body_named(name) or agency_named(name)
    if body:
        return f"={body}"
    parsed = take_apart(name)
    words = _subject(name, parsed)
    if words and parsed.is_generic:
        country = parsed.country or _federation(name, page) or known.get(words)
        sense = " ".join(sorted(words))
        return f"@{country}|{sense}" if country else f"?{page.id}|{sense}"
    if parsed.is_scoped and not parsed.rest and len(words) > 1:
        return "~" + " ".join(sorted(words))
    if words and parsed.rest and not parsed.country:
        return "#" + " ".join(sorted(words)) + "|" + " ".join(map(_place_name, parsed.rest))
    return _without_legal_form(without_article(name))


def _subject(name: str, parsed: BodyName) -> frozenset[str]:
    """The words of a name; "Interior" alone is the ministry, "Bundes-" adds nothing to one."""
    if is_portfolio(name):
        return parsed.words | {"ministry"}
    return parsed.words - {"federal"} if "ministry" in parsed.words else parsed.words


def _place_name(word: str) -> str:
    """A town in a name under its English name: "tribunal d'Anvers", "Antwerp court"."""
    town = find_place(word)
    is_town = town is not None and town.population >= _KNOWN_TOWN
    return fold(town.name) if town is not None and is_town else word


def _without_legal_form(key: str) -> str:
    words = key.split()
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    return " ".join(words) or key


def _federation(name: str, page: Page) -> str | None:
    """The country of a "Bundes-" body: the one of three that the page names, else the largest."""
    if not fold(name).startswith("bundes"):
        return None
    named = [c for c in _FEDERATIONS if page.countries.get(c)]
    return named[0] if len(named) == 1 else (None if named else _FEDERATIONS[0])


def _countries_said(page: Page) -> dict[frozenset[str], str]:
    """The countries of bodies that every country has, as far as the page says or shows them."""
    said: defaultdict[frozenset[str], Counter[str]] = defaultdict(Counter)
    for mention in page.organisations:
        parsed = take_apart(mention.text)
        country = parsed.country or country_beside(page.text, mention.start, mention.end)
        words = _subject(mention.text, parsed)
        if parsed.is_generic and words:
            said[words].update([country] if country else [])
    return {
        words: country
        for words, counts in said.items()
        if (country := _only(counts) or _office_country(page, words) or _only(page.countries))
    }


def _only(countries: Iterable[str]) -> str | None:
    found = sorted(set(countries))
    return found[0] if len(found) == 1 else None


def _office_country(page: Page, words: frozenset[str]) -> str | None:
    """The country of a ministry whose minister the page names with a country."""
    if "ministry" not in words:
        return None
    role = " ".join((*sorted(words - {"ministry"}), "minister"))
    offices = {
        name_parts(m.text)[-1:]: m.title.country or ""
        for m in sorted(page.people, key=lambda m: bool(m.title and m.title.country))
        if m.title and m.title.role == role
    }
    return _only(offices.values()) or None


def country_beside(text: str, start: int, end: int) -> str | None:
    """The country right beside a name: "Spanish [National Police]", "[Polizei] von Ruritanien"."""
    before = _BEFORE.search(text[max(0, start - _REACH) : start])
    if before:
        word, possessive = before.groups()
        country = country_named(word)
        if country and (possessive or is_demonym(word)):
            return country
    for pattern in (_AFTER, _ADJECTIVE_AFTER):
        after = pattern.match(text, end)
        words = after.group(1) if after else ""
        for form in (words, words.partition(" ")[0]):
            is_right = is_country_name(form) if pattern is _AFTER else is_demonym(form)
            if form and is_right:
                return country_named(form)
    return None


def _settle(pages: Sequence[Page], keys: dict[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    """Give bodies of unknown country the one that only one country's pages can mean."""
    known: defaultdict[str, set[str]] = defaultdict(set)
    for key in keys.values():
        if key.startswith("@"):
            country, _, sense = key[1:].partition("|")
            known[sense].add(country)
    shared = _shared_countries(pages, keys)
    settled = dict(keys)
    for page in pages:
        for mention in page.organisations:
            key = keys[page.id, mention.text]
            if not key.startswith("?"):
                continue
            sense = key.partition("|")[2]
            only = _only(known[sense])
            if only and only == page.main_country:
                settled[page.id, mention.text] = f"@{only}|{sense}"
            elif shared.get(sense):
                settled[page.id, mention.text] = f"?|{sense}"
            elif page.main_country:
                settled[page.id, mention.text] = f"?{page.main_country}|{sense}"
    return settled


def _shared_countries(
    pages: Sequence[Page], keys: Mapping[tuple[str, str], str]
) -> Mapping[str, frozenset[str]]:
    """The countries that all pages name which hold a body of a long name and unknown country.

    So special a name ("royal police institute") is hardly borne by two bodies in one country.
    """
    shared: dict[str, frozenset[str]] = {}
    for page in pages:
        for mention in page.organisations:
            key = keys[page.id, mention.text]
            sense = key.partition("|")[2]
            if key.startswith("?") and len(sense.split()) >= _SPECIAL:
                named = frozenset(page.countries)
                shared[sense] = shared.get(sense, named) & named
    return shared
