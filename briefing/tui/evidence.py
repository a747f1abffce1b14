"""Why articles stand together, and what keeps the nearest others apart, in plain words.

Invariant: a pure function of the event's evidence: a reason is given once, however many pairs it
holds for, and what says the same of the same matter is left to the strongest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from textual.content import Content

from briefing.escaping import one_line
from briefing.exporters.layout import count
from briefing.model import Event, Evidence, PairScore
from briefing.tui.catalogue import Catalogue
from briefing.tui.event_entries import shown_date
from briefing.tui.source_pane import source_name

_FULL_BAR = 2.0
"""Log-odds at which a bar of evidence is full: odds of about 7 to 1."""
_BARS = 5
_MOST_REASONS = 6
_MOST_PAIRS = 8
_MATTERS = {
    "people": "people",
    "counterpart": "people",
    "names": "wording",
    "words": "wording",
    "title": "wording",
    "copy": "copy",
    "city": "place",
    "countries": "place",
    "day": "date",
    "weekday": "date",
    "published": "publication",
    "apart": "publication",
}
"""Of what matter a feature speaks, by a part of its name; any other is a matter of its own."""


@dataclass(frozen=True, slots=True)
class _Reason:
    weight: float
    words: str
    pairs: int


def evidence_sheet(event: Event, catalogue: Catalogue, decided: Sequence[str] = ()) -> Content:
    """What joins the event's articles, what speaks against it, and the nearest other articles.

    `decided` are the words for the reader's own corrections, which go before all reasons.
    """
    members = frozenset(event.articles)
    within = [p for p in event.evidence if p.left in members and p.right in members]
    across = [p for p in event.evidence if p not in within]
    parts = [_together(event, within)]
    if decided:
        lines = [Content(f"  {one_line(words)}") for words in decided]
        heading = Content.styled("Your corrections", ".sheet--heading")
        parts.insert(0, Content("\n").join((heading, *lines)))
    if len(within) > 1:
        parts.append(_pairs(within, catalogue))
    if across:
        parts.append(Content.styled("Looked at, and kept apart", ".sheet--heading"))
        parts += [_apart(score, members, catalogue) for score in across]
    return Content("\n\n").join(parts)


def _together(event: Event, scores: Sequence[PairScore]) -> Content:
    if not scores:
        words = "One article: there is nothing it was compared with and joined to."
        return Content(words if len(event.articles) == 1 else "No reasons were kept.")
    heading = Content.styled("Why these articles are one event", ".sheet--heading")
    return Content("\n").join((heading, *_lines(scores, len(scores))))


def _lines(scores: Sequence[PairScore], pairs: int) -> Iterator[Content]:
    """The reasons for, then those against, each with the share of pairs that it holds for."""
    reasons = _reasons(scores)
    for sign in (1, -1):
        told = [r for r in reasons if r.weight * sign > 0]
        for reason in told[:_MOST_REASONS]:
            share = f"  {reason.pairs} of {pairs} pairs" if pairs > 1 else ""
            yield _line(reason) + Content.styled(share, ".sheet--quiet")


def _reasons(scores: Sequence[PairScore]) -> list[_Reason]:
    """One reason per matter and sign: the words of the heaviest feature, the weight on average."""
    found: defaultdict[tuple[str, bool], list[list[Evidence]]] = defaultdict(list)
    for score in scores:
        by_matter: defaultdict[tuple[str, bool], list[Evidence]] = defaultdict(list)
        for evidence in score.evidence:
            by_matter[_matter(evidence.feature), evidence.weight > 0].append(evidence)
        for key, same in by_matter.items():
            found[key].append(same)
    reasons = []
    for groups in found.values():
        weight = fmean(sum(e.weight for e in same) for same in groups)
        ranked = sorted(
            (e for same in groups for e in same), key=lambda e: (-abs(e.weight), e.words)
        )
        words = max(
            dict.fromkeys(e.words for e in ranked),
            key=lambda w: (
                sum(e.words == w for e in ranked)
                * max(abs(e.weight) for e in ranked if e.words == w)
            ),
        )
        reasons.append(_Reason(weight, words, len(groups)))
    return sorted(reasons, key=lambda r: (-abs(r.weight) * r.pairs, r.words))


def _matter(feature: str) -> str:
    parts = feature.split("_")
    return next((_MATTERS[part] for part in parts if part in _MATTERS), feature)


def _line(reason: _Reason) -> Content:
    filled = min(_BARS, max(1, round(_BARS * abs(reason.weight) / _FULL_BAR)))
    sign, style = ("+", ".sheet--for") if reason.weight > 0 else ("−", ".sheet--against")
    return Content.assemble((f"  {sign * filled:<6}", style), one_line(reason.words))


def _pairs(scores: Sequence[PairScore], catalogue: Catalogue) -> Content:
    """How sure each pair is, the weakest first: where a split would be looked for."""
    lines = [Content.styled("Pair by pair, the least sure first", ".sheet--heading")]
    ranked = sorted(scores, key=lambda s: (s.probability, s.left, s.right))
    for score in ranked[:_MOST_PAIRS]:
        names = " and ".join(_name(a, catalogue) for a in (score.left, score.right))
        lines.append(Content.assemble((f"  {_percent(score.probability):>7}  ", "bold"), names))
    if others := ranked[_MOST_PAIRS:]:
        words = f"  {count(len(others), 'more pair')}, {_percent(others[0].probability)} and over"
        lines.append(Content.styled(words, ".sheet--quiet"))
    return Content("\n").join(lines)


def _apart(score: PairScore, members: frozenset[str], catalogue: Catalogue) -> Content:
    inside, outside = (
        (score.left, score.right) if score.left in members else (score.right, score.left)
    )
    other = catalogue.event_of.get(outside)
    date = shown_date(other.date.value if other and other.date else None)
    told = ", ".join(part for part in (one_line(other.label) if other else "", date) if part)
    heading = Content.assemble((_name(outside, catalogue), "bold"), f" · {told}" if told else "")
    sure = f"{_percent(score.probability)} like {_name(inside, catalogue)}"
    if score.probability > 1 / 2:
        sure += "; less so like the others of the two events"
    lines = [heading, Content.styled(f"  {sure}", ".sheet--quiet"), *_lines([score], 1)]
    return Content("\n").join(lines)


def _name(article: str, catalogue: Catalogue) -> str:
    document = catalogue.documents.get(article)
    return source_name(document.article) if document else one_line(article)


def _percent(probability: float) -> str:
    """A probability in per cent, never rounded up to certainty."""
    return f"{min(99.9, probability * 100):.1f} %" if probability < 1 else "100 %"
