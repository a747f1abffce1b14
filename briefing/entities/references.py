"""Offices that stand for people: "the interior minister" once it is known who that is.

Invariant: an office refers to somebody only where exactly one bearer of it is named in the same
page's own report, or, where the page names none, in the pages of its event; it never makes anyone
a participant, and no reference overlaps a mention or a title.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.entities.pages import lies_in
from briefing.indexing import own_ranges
from briefing.lexicon.countries import country_named, is_demonym
from briefing.lexicon.folding import fold
from briefing.lexicon.roles import (
    COUNTERPART,
    compose_role,
    head_at,
    portfolio_at,
    role_token,
)
from briefing.model import OWN_KINDS, Citation, Document, Entity, Event, Label, Sentence

_WORD = re.compile(r"[^\W_]+")
_DEFINITE = {
    "en": frozenset({"the"}),
    "fr": frozenset("le la l du au".split()),
    "es": frozenset("el la del al".split()),
    "de": frozenset("der die das dem den des zum zur beim im vom".split()),
    "it": frozenset("il lo la l del dello della dell al allo alla all dal dalla".split()),
    "pt": frozenset("o a do da ao no na pelo pela".split()),
    "nl": frozenset("de het".split()),
}
"""Articles, alone or within a preposition, by language; Arabic ones are part of the word."""
_NO_ARTICLES: frozenset[str] = frozenset()
_OF = frozenset(
    "of for de du des d del della dell delle dei degli di do da dos das der van voor fur la le l "
    "el".split()
)
_BEFORE_HEAD = 4
_BEHIND_HEAD = 6
_BARE = frozenset(
    {
        *"head director officer official player witness student doctor farmer author".split(),
        *"artist analyst lawyer agent suspect judge journalist researcher activist".split(),
        *"manager general representative adviser secretary athlete professor councillor".split(),
        *"commissioner founder candidate politician priest diplomat inspector captain".split(),
    }
)
"""Roles that too many people of one page may bear for the bare noun to mean one of them."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """An office as a page words it: its range, its role and country."""

    start: int
    end: int
    role: str
    country: str | None
    is_bare: bool


@dataclass(frozen=True, slots=True)
class _Bearer:
    """Somebody on a page with the country known of them, and where they first stand."""

    entity: str
    country: str | None
    first: int


def resolve_references(
    documents: Sequence[Document], entities: Sequence[Entity], events: Sequence[Event]
) -> tuple[Entity, ...]:
    """The entities, people with the ranges where pages call them by their office alone."""
    named: defaultdict[str, dict[str, tuple[Entity, list[int]]]] = defaultdict(dict)
    for entity in entities:
        for citation in entity.mentions if entity.kind is Label.PER else ():
            by_id = named[citation.article]
            by_id.setdefault(entity.id, (entity, []))[1].append(citation.start)
    bearers: Mapping[str, Mapping[str, list[_Bearer]]] = {
        d.article.id: _bearers(d, named[d.article.id].values()) for d in documents
    }
    beside = {
        article: [bearers[other] for other in event.articles if other != article]
        for event in events
        for article in event.articles
    }
    found: defaultdict[str, list[Citation]] = defaultdict(list)
    for document in documents:
        article = document.article.id
        for phrase in _phrases(document):
            bearer = _bearer_of(phrase, bearers[article], beside.get(article, []))
            if bearer is not None:
                found[bearer].append(Citation(article, phrase.start, phrase.end))
    return tuple(replace(e, references=tuple(sorted(found.get(e.id, ())))) for e in entities)


def _bearers(
    document: Document, people: Iterable[tuple[Entity, list[int]]]
) -> Mapping[str, list[_Bearer]]:
    """The people whom the page's own report names, by their roles there and elsewhere.

    A role stands there in full and in short: "interior minister", "minister".
    """
    ranges = own_ranges(document)
    titles = {m.start: m.title for m in document.mentions if m.title is not None}
    found: defaultdict[str, list[_Bearer]] = defaultdict(list)
    for person, starts in people:
        own = [start for start in starts if lies_in(start, ranges)]
        if not own:
            continue
        roles = {t.role for start in own if (t := titles.get(start)) is not None and t.role}
        bearer = _Bearer(person.id, person.country, min(own))
        for role in sorted(roles | ({person.role} if person.role else set())):
            words = role.split()
            for at in range(len(words)):
                found[" ".join(words[at:])].append(bearer)
    return found


def _bearer_of(
    phrase: _Phrase,
    here: Mapping[str, list[_Bearer]],
    beside: Iterable[Mapping[str, list[_Bearer]]],
) -> str | None:
    """The one person of the page, else of the other pages of its event, who bears the office."""
    fitting = [b for b in here.get(phrase.role, ()) if phrase.country in {None, b.country}]
    if fitting:
        ids = {b.entity for b in fitting}
        is_known = min(b.first for b in fitting) < phrase.start or not phrase.is_bare
        return fitting[0].entity if len(ids) == 1 and is_known else None
    if phrase.is_bare:
        return None
    others = (b for page in beside for b in page.get(phrase.role, ()))
    ids = {b.entity for b in others if phrase.country in {None, b.country}}
    return next(iter(ids)) if len(ids) == 1 else None


def _phrases(document: Document) -> Iterator[_Phrase]:
    """The offices of the page's own report that stand without a name."""
    taken = sorted(
        [(m.start, m.end) for m in document.mentions if m.label is Label.PER]
        + [(m.title.start, m.title.end) for m in document.mentions if m.title is not None]
    )
    for sentence in document.sentences:
        if sentence.kind in OWN_KINDS:
            yield from _phrases_in(document.article.text, sentence, taken)


def _phrases_in(
    text: str, sentence: Sentence, taken: Sequence[tuple[int, int]]
) -> Iterator[_Phrase]:
    words = list(_WORD.finditer(text, sentence.start, sentence.end))
    keys = [role_token(m.group()) for m in words]
    at = 0
    while at < len(words):
        head = head_at(keys, at)
        if head is None:
            at += 1
            continue
        last = at + head.length
        if not head.is_plural and head.role != COUNTERPART:
            articles = _DEFINITE.get(sentence.language, _NO_ARTICLES)
            phrase = _read(text, words, keys, (at, last, head.role, head.portfolio), articles)
            if phrase and not _touches(text, phrase, taken):
                yield phrase
        at = last


def _read(
    text: str,
    words: Sequence[re.Match[str]],
    keys: Sequence[str],
    head: tuple[int, int, str, str | None],
    articles: frozenset[str],
) -> _Phrase | None:
    """The phrase around a role noun, if it is a definite one."""
    at, last, role, portfolio = head
    end, behind, country = _behind(text, words, keys, last)
    start, before, nation = _before(text, words, keys, at, articles)
    if start is None:
        return None
    portfolio = portfolio or behind or before
    country = country or nation
    is_bare = portfolio is None and country is None
    if is_bare and role in _BARE:
        return None
    whole = compose_role(role, portfolio)
    return _Phrase(words[start].start(), words[end - 1].end(), whole, country, is_bare)


def _behind(
    text: str, words: Sequence[re.Match[str]], keys: Sequence[str], last: int
) -> tuple[int, str | None, str | None]:
    """Where the words behind a role noun end that belong to it, with what they say."""
    end, at = last, last
    portfolio: str | None = None
    country: str | None = None
    while at < min(len(words), last + _BEHIND_HEAD):
        if text[words[at - 1].end() : words[at].start()].strip(" '’"):
            break
        found = portfolio_at(keys, at)
        nation = _nation(words[at].group())
        if portfolio is None and found and keys[at] not in _OF:
            portfolio, at = found[0], at + found[1]
            end = at
        elif country is None and nation:
            country, at = nation, at + 1
            end = at
        elif fold(words[at].group()) in _OF:
            at += 1
        else:
            break
    return end, portfolio, country


def _before(
    text: str,
    words: Sequence[re.Match[str]],
    keys: Sequence[str],
    at: int,
    articles: frozenset[str],
) -> tuple[int | None, str | None, str | None]:
    """The first word of the phrase, with what stands between its article and the role noun."""
    if words[at].group().startswith(("ال", "وال", "لل")):
        return at, None, None
    portfolio: str | None = None
    country: str | None = None
    for first in range(at - 1, max(-1, at - 1 - _BEFORE_HEAD), -1):
        word = words[first].group()
        if text[words[first].end() : words[first + 1].start()].strip(" '’-"):
            break
        found = portfolio_at(keys, first)
        if fold(word) in articles:
            return first + 1, portfolio, country
        if found and portfolio is None:
            portfolio = found[0]
        elif _nation(word) and country is None:
            country = _nation(word)
        else:
            break
    is_arabic = "\u0600" <= words[at].group()[:1] <= "\u06ff"
    return (at, portfolio, country) if is_arabic else (None, None, None)


def _nation(word: str) -> str | None:
    is_name = word[:1].isupper() or not word[:1].isascii()
    return country_named(word) if is_name or is_demonym(word) else None


def _touches(text: str, phrase: _Phrase, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a phrase overlaps a name or a title, or stands right before or behind a name."""
    at = bisect_left(taken, (phrase.start, phrase.start))
    near = taken[max(0, at - 1) : at + 2]
    return any(
        (start < phrase.end and phrase.start < end)
        or (phrase.end <= start and not text[phrase.end : start].strip(" ,،'’\"“«"))
        or (end <= phrase.start and not text[end : phrase.start].strip(" ,،("))
        for start, end in near
    )
