"""Who copied whom: the sources of an event as a tree, with the evidence in words.

Invariant: a source stands below another only if both have one origin; the first of an origin is
the agency's own report, else the earliest published, and its copies stand below the source that
holds most of their words. Credits and attributions are told, but join nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from briefing.briefs.origins import measure_share, own_words, shingle
from briefing.indexing import is_own
from briefing.lexicon.attributing import Naming, find_agencies, find_attributions
from briefing.lexicon.citing import trim_range
from briefing.lexicon.folding import fold
from briefing.lexicon.gist import split_folded
from briefing.model import OWN_KINDS, Citation, Document, Evidence, OriginNode

COPY, CREDIT, ATTRIBUTION = "copy", "credit", "attribution"
_LONGEST_PAGE = 20_000
_FEWEST_WORDS = 6
_WHOLE = 0.995
_MOST_ATTRIBUTIONS = 2
_MOST_COMPARED = 40
_BRACKET = 16
_CREDITS = {False: (CREDIT, "credits {}"), True: (ATTRIBUTION, "gives {} as a source")}
_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Page:
    document: Document
    number: int
    words: list[str]
    runs: frozenset[tuple[str, ...]]

    @property
    def id(self) -> str:
        return self.document.article.id


def trace_origins(
    documents: Sequence[Document], origins: Mapping[str, int]
) -> tuple[OriginNode, ...]:
    """The sources in the order of the tree: origin by origin, each copy below what it copies.

    `documents` are sorted by article id; their places are the numbers by which words call them.
    """
    pages = [_Page(d, n, own_words(d), shingle(d)) for n, d in enumerate(documents, start=1)]
    outlets = {p.id: p.document.article.source or "" for p in pages}
    found: list[OriginNode] = []
    for origin in sorted(set(origins.values())):
        group = sorted((p for p in pages if origins[p.id] == origin), key=_rank)
        parents = _choose_parents(group)
        for page, depth in _walk(group, parents):
            above, share = parents.get(page.id, (None, 0.0))
            told = tuple(_tell(page, parents.get(page.id), pages, outlets))
            shown = above.id if above else None
            found.append(OriginNode(page.id, origin, depth, shown, round(share, 3), told))
    return tuple(found)


def _rank(page: _Page) -> tuple[object, ...]:
    """What makes a text likelier to be the first: the agency's own, earlier, longer."""
    article = page.document.article
    is_agency = bool(article.source and article.origin) and (
        fold(article.source or "") == fold(article.origin or "")
    )
    return not is_agency, _moment(article.published), -len(page.words), article.id


def _moment(published: str | None) -> datetime:
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return _LAST
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _choose_parents(group: Sequence[_Page]) -> dict[str, tuple[_Page, float]]:
    """For each source but the first, the earlier one that holds most of its words."""
    parents = {}
    for at, page in enumerate(group[1:], start=1):
        earlier = group[: min(at, _MOST_COMPARED)]
        shares = [(measure_share(page.words, other.runs), other) for other in earlier]
        best = max(shares, key=lambda s: (round(s[0], 3), -group.index(s[1])))
        parents[page.id] = (best[1], best[0])
    return parents


def _walk(
    group: Sequence[_Page], parents: Mapping[str, tuple[_Page, float]]
) -> Iterator[tuple[_Page, int]]:
    """The sources of one origin with their depths, each before its copies."""
    stack = [(group[0], 0)]
    while stack:
        page, depth = stack.pop()
        yield page, depth
        copies = [p for p in group if p.id in parents and parents[p.id][0] is page]
        stack.extend((copy, depth + 1) for copy in reversed(copies))


def _tell(
    page: _Page,
    parent: tuple[_Page, float] | None,
    pages: Sequence[_Page],
    outlets: Mapping[str, str],
) -> Iterator[Evidence]:
    """The evidence of one source: what it copies, whom it credits, whom it gives as its source."""
    if parent:
        yield _tell_copy(page, *parent)
    article = page.document.article
    credited = article.origin or ""
    if credited:
        here = _find_credit(page.document, credited)
        is_told = here is not None and is_own(page.document, here.start)
        kind, words = _CREDITS[is_told and not _stands_alone(page.document, here)]
        yield Evidence(kind, 0.0, words.format(credited), (here,) if here else ())
    known = {fold(article.source or ""), fold(credited)}
    for naming in _bracketed(page.document):
        if fold(naming.name) not in known:
            known.add(fold(naming.name))
            place = Citation(article.id, naming.start, naming.end)
            yield Evidence(CREDIT, 0.0, _CREDITS[False][1].format(naming.name), (place,))
    names = dict[str, Naming]()
    for naming in _attributed(page.document, [n for n in outlets.values() if n]):
        if fold(naming.name) not in known:
            names.setdefault(naming.name, naming)
    numbers = {p.id: p.number for p in pages}
    for naming in list(names.values())[:_MOST_ATTRIBUTIONS]:
        of = [f"source {numbers[a]}" for a, n in outlets.items() if fold(n) == fold(naming.name)]
        words = _CREDITS[True][1].format(naming.name)
        cited = Citation(article.id, naming.start, naming.end)
        yield Evidence(ATTRIBUTION, 0.0, f"{words} ({of[0]})" if of else words, (cited,))


def _tell_copy(page: _Page, parent: _Page, share: float) -> Evidence:
    is_whole = page.words == parent.words or share >= _WHOLE
    amount = "all" if is_whole else f"{100 * share:.0f} %"
    words = f"{amount} of its words stand in source {parent.number}"
    passage = _longest_shared(page, parent.runs)
    back = _longest_shared(parent, _runs_of(page, passage)) if passage else None
    return Evidence(COPY, round(share, 3), words, tuple(c for c in (passage, back) if c))


def _runs_of(page: _Page, passage: Citation) -> frozenset[tuple[str, ...]]:
    words = split_folded(page.document.article.text[passage.start : passage.end])
    return frozenset(zip(words, words[1:], words[2:], words[3:], strict=False))


def _longest_shared(page: _Page, runs: frozenset[tuple[str, ...]]) -> Citation | None:
    """The sentence with most words that stand in some runs as well."""
    article, best, most = page.document.article, None, float(_FEWEST_WORDS)
    for sentence in page.document.sentences:
        if sentence.kind in OWN_KINDS:
            words = split_folded(article.text[sentence.start : sentence.end])
            shared = measure_share(words, runs) * len(words)
            if shared > most:
                span = trim_range(article.text, sentence.start, sentence.end)
                best, most = Citation(article.id, *span), shared
    return best


def _find_credit(document: Document, credited: str) -> Citation | None:
    """Where a page credits an agency: outside its report first, then in it."""
    article = document.article
    ranked = sorted(article.blocks, key=lambda b: (b.kind in OWN_KINDS, b.start))
    for block in ranked:
        if block.start > _LONGEST_PAGE:
            continue
        for naming in find_agencies(article.text, block.start, block.end):
            if naming.name == credited:
                return Citation(article.id, naming.start, naming.end)
        at = article.text.find(credited, block.start, block.end)
        if at >= 0 and block.kind not in OWN_KINDS:
            return Citation(article.id, at, at + len(credited))
    return None


def _stands_alone(document: Document, place: Citation | None) -> bool:
    """Whether a name in a report stands in brackets: "VARNA (Reuters) – …", "(Avec AFP)"."""
    text = document.article.text
    if place is None:
        return False
    before = text[max(0, place.start - _BRACKET) : place.start]
    return "(" in before and text[place.end : place.end + 1] in {")", "/", ","}


def _bracketed(document: Document) -> Iterator[Naming]:
    """Agencies that a report names in brackets: "(Avec AFP)"."""
    article = document.article
    for block in article.blocks:
        if block.kind in OWN_KINDS and block.start <= _LONGEST_PAGE:
            for naming in find_agencies(article.text, block.start, block.end):
                if _stands_alone(document, Citation(article.id, naming.start, naming.end)):
                    yield naming


def _attributed(document: Document, outlets: Sequence[str]) -> Iterator[Naming]:
    for block in document.article.blocks:
        if block.kind in OWN_KINDS and block.start <= _LONGEST_PAGE:
            yield from find_attributions(document.article.text, block.start, block.end, outlets)
