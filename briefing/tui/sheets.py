"""The words of the reader's sheets: keys, reasons for grouping, rejected files, sources.

Invariant: pure functions from values to text; nothing of a page is read as markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from textual.content import Content

from briefing.escaping import one_line
from briefing.model import Event, Evidence, PairScore, Rejection
from briefing.tui.catalogue import NumberedSource
from briefing.tui.event_entries import shown_date
from briefing.tui.keys import COMMANDS, Place
from briefing.tui.source_pane import source_name

_KEY_WIDTH = 13
_FULL_BAR = 4.0
"""Log-odds at which a bar of evidence is full: odds of about 55 to 1."""


def help_sheet(first: Sequence[Place]) -> Content:
    """All keys by place, the places where the reader is first."""
    order = [*first, *(place for place in Place if place not in first)]
    return Content("\n\n").join(_place_help(place) for place in order)


def _place_help(place: Place) -> Content:
    lines = [Content.styled(place.value, ".sheet--heading")]
    lines += [
        Content.styled(f"  {command.shown:<{_KEY_WIDTH}}", ".sheet--key") + Content(command.tells)
        for command in COMMANDS
        if command.place is place and command.is_listed
    ]
    return Content("\n").join(lines)


def evidence_sheet(event: Event, sources: Sequence[NumberedSource]) -> Content:
    """Why the articles of an event stand together: each pair with its reasons, strongest first."""
    if not event.evidence:
        words = "One article: there is nothing it was compared with and joined to."
        return Content(words if len(sources) < 2 else "No reasons were kept.")  # noqa: PLR2004  # a pair
    numbers = {s.document.article.id: s for s in sources}
    within = [p for p in event.evidence if p.left in numbers and p.right in numbers]
    across = [p for p in event.evidence if p not in within]
    parts = [_pair(score, numbers) for score in within]
    if across:
        parts.append(Content.styled("Compared and kept apart", "bold underline"))
        parts += [_pair(score, numbers) for score in across]
    return Content("\n\n").join(parts)


def _pair(score: PairScore, numbers: Mapping[str, NumberedSource]) -> Content:
    names = " and ".join(
        f"{numbers[a].number} {source_name(numbers[a].document.article)}"
        if a in numbers
        else one_line(a)
        for a in (score.left, score.right)
    )
    heading = Content.assemble(
        (names, ".sheet--heading"), f"\nsame event: {_percent(score.probability)}"
    )
    strongest = sorted(score.evidence, key=lambda e: (-abs(e.weight), e.feature, e.words))
    return Content("\n").join((heading, *(_reason(evidence) for evidence in strongest)))


def _percent(probability: float) -> str:
    """A probability in per cent, never rounded up to certainty."""
    return f"{min(99.9, probability * 100):.1f} %" if probability < 1 else "100 %"


def _reason(evidence: Evidence) -> Content:
    filled = min(5, max(1, round(5 * abs(evidence.weight) / _FULL_BAR)))
    sign, style = ("+", ".sheet--for") if evidence.weight >= 0 else ("−", ".sheet--against")
    return Content.assemble(
        (f"  {sign * filled:<6}", style),
        one_line(evidence.words),
        (
            f"  ({one_line(evidence.feature).replace('_', ' ')}, {evidence.weight:+.1f})",
            ".sheet--quiet",
        ),
    )


def rejection_sheet(rejections: Sequence[Rejection]) -> Content:
    """The inputs that could not be read, and why."""
    if not rejections:
        return Content("Every file could be read.")
    return Content("\n").join(
        Content.assemble(
            (one_line(r.path) + (f", line {r.line}" if r.line else ""), "bold"),
            f"\n  {one_line(r.reason)}",
        )
        for r in rejections
    )


def source_choices(sources: Sequence[NumberedSource]) -> Iterator[tuple[str, Content]]:
    """One line of choice per source: number, outlet, agency, date, language, file, hash."""
    for source in sources:
        article = source.document.article
        told = (
            article.origin and f"from {article.origin}",
            shown_date(article.published),
            article.language,
        )
        yield (
            str(source.number),
            Content("\n").join(
                (
                    Content.styled(f"[{source.number}] {source_name(article)}", "bold"),
                    Content(one_line(article.headline or "")),
                    Content(" · ".join(one_line(part) for part in told if part)),
                    Content.styled(
                        f"{one_line(article.path)} · sha256 {article.sha256[:12]}", ".list--quiet"
                    ),
                )
            ),
        )
