"""A brief as a record to compare with, and which earlier records tell of the same event.

Invariant: a record is a function of the brief and its documents; of two records that tell of the
same pages only the later one counts.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.lexicon.citing import cite_words
from briefing.model import (
    Brief,
    BriefRecord,
    Citation,
    Claim,
    ClaimKind,
    Document,
    KeptPlace,
    KeptSource,
    Point,
    SourceEntry,
)

_DIGITS = 8
"""Characters of a digest."""


def record_brief(
    brief: Brief, documents: Mapping[str, Document], folder: str | None = None
) -> BriefRecord:
    """All that a brief claims.

    `folder` is what the paths of its pages are relative to; without one a page goes by its id, as
    it does in a brief that was written to a file.
    """
    return BriefRecord(
        event=brief.event.id,
        title=brief.headline or brief.event.label,
        sources=tuple(_keep_source(s, documents[s.article], folder) for s in brief.sources),
        claims=tuple(_claims(brief, documents)),
        gaps=brief.gaps,
    )


def _keep_source(source: SourceEntry, document: Document, folder: str | None) -> KeptSource:
    page = page_key(source.path, source.article, folder)
    name = source.source or posixpath.basename(source.path) or source.article
    text = document.article.text
    sentences = dict.fromkeys(digest(text[s.start : s.end]) for s in document.sentences)
    return KeptSource(source.article, page, source.sha256, name, "".join(sentences))


def digest(sentence: str) -> str:
    """Eight characters that tell a sentence from others, however its lines are broken."""
    words = " ".join(sentence.split()).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(words, digest_size=_DIGITS // 2).hexdigest()


def held_digests(source: KeptSource) -> frozenset[str]:
    """The digests of a source's sentences then."""
    kept = source.digests
    return frozenset(kept[n : n + _DIGITS] for n in range(0, len(kept), _DIGITS))


def page_key(path: str, article: str, folder: str | None) -> str:
    """Where a page lies: its whole path with its id in the file; without a folder its id alone."""
    if folder is None:
        return article
    return f"{posixpath.normpath(posixpath.join(folder, path))}#{article}"


def _claims(brief: Brief, documents: Mapping[str, Document]) -> Iterator[Claim]:
    def claim(
        kind: ClaimKind,
        about: str,
        text: str,
        citations: Iterable[Citation],
        origins: int = 0,
        value: str = "",
    ) -> Claim:
        return Claim(kind, about, text, _places(citations, documents), origins, value)

    for fact in brief.facts:
        yield claim(ClaimKind.FACT, fact.question, fact.value, fact.citations, fact.origins)
    points = {p.citations[0]: p for p in (*brief.bluf, *brief.points)}
    for kind, told in _told(brief, points.values()):
        yield claim(kind, "", told.text, told.citations, told.origins)
    for difference in brief.differences:
        sides: dict[str, list[Citation]] = {}
        words: dict[str, str] = {}
        for v in difference.values:
            sides.setdefault(v.normalised, []).append(Citation(v.article, v.start, v.end))
            words.setdefault(v.normalised, v.text)
        for value, cited in sides.items():
            yield claim(ClaimKind.VALUE, difference.about, words[value], cited, value=value)
    for quote in brief.quotes:
        yield claim(ClaimKind.QUOTE, quote.speaker or "", quote.text, quote.citations)
    for entry in brief.timeline:
        yield claim(ClaimKind.DATE, entry.date, entry.text, entry.citations)


def _told(brief: Brief, points: Iterable[Point]) -> Iterator[tuple[ClaimKind, Point]]:
    for kind, told in (
        (ClaimKind.POINT, points),
        (ClaimKind.NEXT, brief.next),
        (ClaimKind.BACKGROUND, brief.background),
    ):
        yield from ((kind, point) for point in told)


def _places(
    citations: Iterable[Citation], documents: Mapping[str, Document]
) -> tuple[KeptPlace, ...]:
    return tuple(
        KeptPlace(
            c.article, c.start, c.end, cite_words(documents[c.article].article.text, c.start, c.end)
        )
        for c in citations
    )


def page_keys(record: BriefRecord) -> frozenset[str]:
    """What the pages of a record are known by: the hashes of their texts and where they lay."""
    return frozenset(key for s in record.sources for key in (s.sha256, s.page))


def find_bases(kept: Sequence[BriefRecord], new: BriefRecord) -> tuple[BriefRecord, ...]:
    """The records that a new one is to be compared with, out of all that were kept, oldest first.

    Each page of the event asks for the last record that tells of it: two where two events were
    merged, that of the larger event where one was split off. A record counts where most of its
    pages are in the event now, where it tells of half of the event's pages, or where it bears the
    event's id: not for a page that merely went from one event to another.
    """
    keys = [page_keys(record) for record in kept]
    told: dict[int, int] = {}
    for source in new.sources:
        of_page = (n for n in reversed(range(len(kept))) if {source.sha256, source.page} & keys[n])
        last = next(of_page, None)
        if last is not None:
            told[last] = told.get(last, 0) + 1
    there = page_keys(new)
    return tuple(
        kept[n]
        for n in sorted(told)
        if 2 * told[n] >= len(new.sources)
        or kept[n].event == new.event
        or 2 * _count_shared(kept[n], there) > len(kept[n].sources)
    )


def _count_shared(record: BriefRecord, keys: frozenset[str]) -> int:
    return sum(s.sha256 in keys or s.page in keys for s in record.sources)


def merge_records(records: Sequence[BriefRecord]) -> BriefRecord:
    """Several records of one event as one; of a page that two of them tell of, the later counts."""
    sources: dict[str, KeptSource] = {}
    for record in records:
        sources |= {source.article: source for source in record.sources}
    latest = records[-1]
    return BriefRecord(
        latest.event,
        latest.title,
        tuple(sources[article] for article in sorted(sources)),
        tuple(dict.fromkeys(claim for record in records for claim in record.claims)),
        tuple(dict.fromkeys(gap for record in records for gap in record.gaps)),
        any(record.is_cut for record in records),
    )
