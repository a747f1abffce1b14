"""What was decided, in words: for the command line and for the reader alike.

Invariant: pure; a decision about other pages than the corpus has is not told, one whose places are
not found in its pages is told as dormant: it is kept, and holds again once they are there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing.anchoring import Anchorage
from briefing.model import (
    Correction,
    CorrectionKind,
    GroupedCorpus,
    Label,
    NameCorrection,
    NameCorrectionKind,
    SpanMark,
)
from briefing.store.decisions import About, Decided, Decision

KIND_WORDS: Mapping[Label, str] = {
    Label.PER: "a person",
    Label.LOC: "a place",
    Label.ORG: "an organisation",
    Label.MISC: "another name",
}
"""The kinds of names, as something is one."""

_EVENT_WORDS = {
    CorrectionKind.TOGETHER: "one event: {0}",
    CorrectionKind.APART: "not one event: {0} | {1}",
    CorrectionKind.LOCKED: "locked: {0}",
    CorrectionKind.UNLOCKED: "unlocked: {0}",
}
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision in words; those of one `number` are taken back together."""

    number: int
    about: About
    words: str
    is_dormant: bool = False


def decision_lines(decided: Iterable[Decided], corpus: GroupedCorpus) -> tuple[DecisionLine, ...]:
    """What was decided about the pages of a corpus and their names, the latest last."""
    pages = Anchorage(d.article for d in corpus.documents)
    ids: dict[str, str] = {}
    for document in reversed(corpus.documents):
        ids[document.article.sha256] = document.article.id
    return tuple(
        DecisionLine(step.number, step.about, *told)
        for step in decided
        for decision in step.decisions
        for told in _tell(decision, corpus, pages, ids)
    )


def _tell(
    decision: Decision, corpus: GroupedCorpus, pages: Anchorage, ids: Mapping[str, str]
) -> Iterator[tuple[str, bool]]:
    if isinstance(decision, Correction):
        there = [h for h in (*decision.articles, *decision.others) if h in ids]
        if there:
            yield _event_words(decision, ids), _is_idle(decision, ids)
    elif isinstance(decision, NameCorrection):
        if any(map(pages.holds, (*decision.mentions, *decision.others))):
            yield name_words(decision), decision in corpus.dormant
    elif isinstance(decision, SpanMark) and pages.holds(decision.place):
        yield mark_words(decision), not pages.find_anywhere(decision.place)


def name_words(correction: NameCorrection) -> str:
    """A decision about a name."""
    was, name = f"“{correction.was}”", f"“{correction.name}”"
    if correction.kind is NameCorrectionKind.RENAMED:
        return f"{was} is shown as {name}"
    if correction.kind is NameCorrectionKind.MERGED:
        return f"{was} is the same as {name}"
    if correction.kind is NameCorrectionKind.DELETED:
        return f"{was} is no name"
    if correction.kind is NameCorrectionKind.RETYPED and correction.label:
        return f"{was} is {KIND_WORDS[correction.label]}"
    articles = list(dict.fromkeys(a.page or a.article for a in correction.mentions))
    called = f", called {name}" if correction.name else ""
    return f"{was} is somebody else in {_listed(articles)}{called}"


def mark_words(mark: SpanMark) -> str:
    """A mark of a span."""
    words = f"“{mark.place.words}”"
    if mark.is_erased:
        return f"no longer marked: {words}"
    return f"marked: {words}" + (f": {mark.note}" if mark.note else "")


def _event_words(correction: Correction, ids: Mapping[str, str]) -> str:
    articles = ([ids[h] for h in side if h in ids] for side in _sides(correction))
    return _EVENT_WORDS[correction.kind].format(*map(_listed, articles))


def _sides(correction: Correction) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return correction.articles, correction.others


def _is_idle(correction: Correction, ids: Mapping[str, str]) -> bool:
    """Whether too few of the pages are there for the decision to mean anything."""
    one, others = ([h for h in side if h in ids] for side in _sides(correction))
    if correction.kind is CorrectionKind.APART:
        return not (one and others)
    return correction.kind is CorrectionKind.TOGETHER and len(one) < len(("one", "other"))


def _listed(articles: list[str]) -> str:
    more = f" and {len(articles) - _SHOWN} more" if len(articles) > _SHOWN else ""
    return (", ".join(sorted(articles)[:_SHOWN]) + more) or "pages that are not here"
