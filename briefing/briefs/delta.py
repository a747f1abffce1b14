"""What is new, changed or withdrawn since an earlier brief of the same event.

Invariant: pure; every change that is not withdrawn cites where its words stand now, and a line is
called withdrawn only where no page of the event has its words any more. What the same pages say
then and now is never called new: a brief that merely chooses otherwise says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from briefing.briefs.delta_matching import (
    Alignment,
    align,
    name_sources,
    one_spaced,
    pair_claims,
    tell_words,
)
from briefing.briefs.delta_records import digest, held_digests
from briefing.briefs.delta_values import compare_values, pair_facts
from briefing.briefs.gaps import OF_CORPUS
from briefing.lexicon.folding import fold
from briefing.model import (
    BriefDelta,
    BriefRecord,
    Change,
    ChangeKind,
    Citation,
    Claim,
    ClaimKind,
    KeptPlace,
    KeptSource,
    SourceChange,
)

_Pairs = Callable[
    [Sequence[Claim], Sequence[Claim], Alignment], Iterator[tuple[Claim | None, Claim | None]]
]
_NOWHERE: Mapping[str, str] = MappingProxyType({})
_SENTENCES = frozenset(ClaimKind) - {ClaimKind.FACT, ClaimKind.VALUE}
_LABELS = frozenset({ClaimKind.FACT, ClaimKind.QUOTE, ClaimKind.DATE})
"""Kinds whose `about` is itself a claim: which question, whose words, on which day."""


def compare_briefs(
    old: BriefRecord,
    new: BriefRecord,
    texts: Mapping[str, str],
    *,
    since: str = "",
    elsewhere: Mapping[str, str] = _NOWHERE,
) -> BriefDelta:
    """What has changed from an earlier brief to a new one of the same event.

    `texts` are those of the new brief's pages, `elsewhere` gives the event of every other page of
    the corpus, by its hash and by where it lies; `since` says which brief the earlier one was.
    """
    pages = align(old, new, texts)
    comparison = _Comparison(old, new, pages, elsewhere)
    return BriefDelta(
        since=since,
        sources=tuple(comparison.sources()),
        # What a cut page left out may have been in its brief all the same.
        changes=tuple(
            c for c in comparison.changes() if c.kind is not ChangeKind.LISTED or not old.is_cut
        ),
        new_gaps=tuple(_of_event(new.gaps, old.gaps)),
        closed_gaps=tuple(_of_event(old.gaps, new.gaps)),
    )


def _of_event(gaps: Sequence[str], others: Sequence[str]) -> Iterator[str]:
    """The gaps that are not among the others, but for those that other pages make."""
    yield from (g for g in gaps if g not in others and not g.startswith(OF_CORPUS))


class _Comparison:
    """Two records of one event, their pages aligned."""

    def __init__(
        self,
        old: BriefRecord,
        new: BriefRecord,
        pages: Alignment,
        elsewhere: Mapping[str, str],
    ) -> None:
        self._old, self._new = old, new
        self._pages = pages
        self._elsewhere = elsewhere
        self._said = {
            pages.now[s.article]: held_digests(s) for s in old.sources if s.article in pages.now
        }

    def sources(self) -> Iterator[SourceChange]:
        """The sources of now that are new or changed, then those that are gone."""
        for source in self._new.sources:
            if source.article in self._pages.fresh:
                yield SourceChange(ChangeKind.NEW, source.article, source.name)
            elif source.article in self._pages.changed:
                reason = "its text is not what it was"
                yield SourceChange(ChangeKind.CHANGED, source.article, source.name, reason)
        for source in self._old.sources:
            if source.article not in self._pages.now:
                reason = self._tell_fate(source)
                yield SourceChange(ChangeKind.WITHDRAWN, source.article, source.name, reason)

    def changes(self) -> Iterator[Change]:
        """All lines that are not as they were, in the order of a brief's sections."""
        yield from self._compare(ClaimKind.FACT, pair_facts)
        yield from self._compare(ClaimKind.POINT, pair_claims)
        values = (self._of(self._old, ClaimKind.VALUE), self._of(self._new, ClaimKind.VALUE))
        yield from compare_values(*values, self._pages)
        for kind in (ClaimKind.QUOTE, ClaimKind.DATE, ClaimKind.NEXT, ClaimKind.BACKGROUND):
            yield from self._compare(kind, pair_claims)

    def _of(self, record: BriefRecord, kind: ClaimKind) -> list[Claim]:
        claims = [claim for claim in record.claims if claim.kind is kind]
        return claims if record is self._new else [c for c in claims if not self._has_left(c)]

    def _has_left(self, claim: Claim) -> bool:
        """Whether all pages of a line report another event now: it went there with them."""
        pages = (self._pages.old.get(place.article) for place in claim.places)
        return bool(claim.places) and all(p is not None and self._event_of(p) for p in pages)

    def _event_of(self, source: KeptSource) -> str:
        """The other event that a page of then belongs to now."""
        if source.article in self._pages.now:
            return ""
        return self._elsewhere.get(source.sha256) or self._elsewhere.get(source.page) or ""

    def _compare(self, kind: ClaimKind, pair: _Pairs) -> Iterator[Change]:
        for then, now in pair(self._of(self._old, kind), self._of(self._new, kind), self._pages):
            if then is None and now is not None:
                yield from self._appeared(now)
            elif now is None and then is not None:
                yield from self._vanished(then)
            elif then is not None and now is not None:
                yield from self._altered(then, now)

    def _appeared(self, claim: Claim) -> Iterator[Change]:
        pages = self._pages
        if claim.kind in _SENTENCES and any(
            pages.is_told_by(old, [claim]) for old in self._old.claims if old.kind in _SENTENCES
        ):
            return
        there = [p.article for p in claim.places]
        late = [p.article for p in claim.places if self._is_late(p)]
        # An answer that nobody asked for before is new as soon as one new page gives it.
        is_new = bool(late) if claim.kind is ClaimKind.FACT else len(late) == len(there)
        kind = ChangeKind.NEW if is_new else ChangeKind.LISTED
        numbers = sorted({pages.numbers[a] for a in late if a in pages.fresh})
        is_mixed = kind is ChangeKind.LISTED and bool(numbers)
        note = f"now also {name_sources(numbers)}" if is_mixed else ""
        yield self._change(kind, claim, note=note)

    def _is_late(self, place: KeptPlace) -> bool:
        """Whether a page says something now that it cannot be known to have said then."""
        if place.article in self._pages.fresh:
            return True
        said = self._said.get(place.article, frozenset())
        return place.article in self._pages.changed and digest(place.words) not in said

    def _vanished(self, claim: Claim) -> Iterator[Change]:
        pages = self._pages
        told = [c for c in self._new.claims if c.kind in _SENTENCES]
        if claim.kind in _SENTENCES and pages.is_told_by(claim, told):
            return
        found = tuple(c for place in claim.places if (c := pages.find(place)))
        if found:
            change = ChangeKind.UNLISTED
            yield Change(change, claim.kind, claim.about, claim.text, found)
        else:
            note = "; ".join(dict.fromkeys(self._tell_loss(p.article) for p in claim.places))
            change = ChangeKind.WITHDRAWN
            yield Change(change, claim.kind, claim.about, claim.text, (), note=note)

    def _altered(self, then: Claim, now: Claim) -> Iterator[Change]:
        before, notes = "", []
        if self._is_reworded(then, now):
            before = then.text
            if now.kind in _SENTENCES:
                notes.append(tell_words(then.text, now.text))
        if now.kind in _LABELS and fold(then.about) != fold(now.about):
            notes.append(f"was: {then.about or 'nobody named'}")
        if _are_counted_otherwise(then, now):
            origins = "1 origin" if now.origins == 1 else f"{now.origins} origins"
            notes.append(f"{origins}, was {then.origins}")
            notes.append(self._pages.tell_support(then, now))
        if before or any(notes):
            note = "; ".join(note for note in notes if note)
            yield self._change(ChangeKind.CHANGED, now, before=before, note=note)

    def _is_reworded(self, then: Claim, now: Claim) -> bool:
        if one_spaced(then.text) == one_spaced(now.text):
            return False
        if now.kind is ClaimKind.FACT:
            return True
        return bool(then.places) and self._pages.find(then.places[0]) is None

    def _change(
        self, kind: ChangeKind, claim: Claim, *, before: str = "", note: str = ""
    ) -> Change:
        cited = tuple(Citation(p.article, p.start, p.end) for p in claim.places)
        return Change(kind, claim.kind, claim.about, claim.text, cited, before, note)

    def _tell_loss(self, article: str) -> str:
        """Why a place of then no longer carries a line."""
        source = self._pages.old.get(article)
        if source is None:
            return f"{article} is not among the pages"
        if article in self._pages.now:
            return f"{source.name} no longer says so"
        return f"{source.name} {self._tell_fate(source)}"

    def _tell_fate(self, source: KeptSource) -> str:
        event = self._event_of(source)
        return f"now reports event {event}" if event else "is no longer among the pages"


def _are_counted_otherwise(then: Claim, now: Claim) -> bool:
    """Whether another number of independent origins carries a line, as far as it matters.

    For an answer to who, what, when or where only the step from one to several does: each new
    source repeats these.
    """
    if not then.origins or not now.origins or then.origins == now.origins:
        return False
    return now.kind is not ClaimKind.FACT or 1 in (then.origins, now.origins)
