"""The sections of a brief that holds changes only.

Invariant: what is new or changed is shown in the words of its first citation, in sections of their
own; answers to who, what, when and where, and words that no page has any more, stand in sections
that are the program's.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.exporters.rows import Row, Section
from briefing.model import Brief, BriefDelta, Change, ChangeKind, Citation, ClaimKind

CHANGED_SOURCES = "New, changed and withdrawn sources"
CHANGED_FACTS = "Who, what, when, where: changes"
NEW = "New"
CHANGED = "Changed"
WITHDRAWN = "Withdrawn"
SAME_PAGES = "Chosen otherwise from the same pages"
CHANGED_GAPS = "Gaps: changes"
NO_CHANGES = "Nothing has changed."

CHANGES_CITED = frozenset({NEW, CHANGED, SAME_PAGES})
"""Sections of changes whose rows show the words of their first citation."""
CHANGES_DERIVED = frozenset({CHANGED_SOURCES, CHANGED_FACTS, WITHDRAWN, CHANGED_GAPS})

_LEADS = {
    ClaimKind.FACT: "",
    ClaimKind.POINT: "",
    ClaimKind.VALUE: "Disputed",
    ClaimKind.QUOTE: "Quote",
    ClaimKind.DATE: "Timeline",
    ClaimKind.NEXT: "Next",
    ClaimKind.BACKGROUND: "Background",
}
_NAMED = frozenset({ClaimKind.VALUE, ClaimKind.DATE})
"""Kinds whose matter or date belongs before the words."""

_SECTIONS = (
    (NEW, (ChangeKind.NEW,)),
    (CHANGED, (ChangeKind.CHANGED,)),
    (WITHDRAWN, (ChangeKind.WITHDRAWN,)),
    (SAME_PAGES, (ChangeKind.LISTED, ChangeKind.UNLISTED)),
)
_TAILS = {ChangeKind.LISTED: "now listed", ChangeKind.UNLISTED: "no longer listed"}


def change_sections(brief: Brief, delta: BriefDelta) -> Iterator[Section]:
    """The sections of changes that have rows; one that says so where nothing has changed."""
    languages = {source.article: source.language for source in brief.sources}
    facts = [c for c in delta.changes if c.claim is ClaimKind.FACT]
    others = [c for c in delta.changes if c.claim is not ClaimKind.FACT]
    found = [
        Section(CHANGED_SOURCES, tuple(_source_rows(brief, delta))),
        Section(CHANGED_FACTS, tuple(_fact_row(c) for c in facts)),
    ]
    for title, kinds in _SECTIONS:
        rows = (_row(c, languages) for kind in kinds for c in others if c.kind is kind)
        found.append(Section(title, tuple(rows)))
    found.append(Section(CHANGED_GAPS, tuple(_gap_rows(delta))))
    if delta.is_empty:
        found = [Section(CHANGED_SOURCES, (Row(NO_CHANGES),))]
    yield from (section for section in found if section.rows)


def _source_rows(brief: Brief, delta: BriefDelta) -> Iterator[Row]:
    numbers = {source.article: source.number for source in brief.sources}
    headlines = {source.article: source.headline for source in brief.sources}
    for change in delta.sources:
        number = None
        if change.kind is not ChangeKind.WITHDRAWN:
            number = numbers.get(change.article)
        told = f"source {number}: {change.name}" if number else change.name
        headline = headlines.get(change.article) if number else None
        article = change.article if change.article != change.name else ""
        words = " · ".join(part for part in (told, headline or article) if part)
        reason = change.reason if change.kind is ChangeKind.WITHDRAWN else ""
        yield Row(words, lead=f"{change.kind.value.capitalize()}:", tail=reason)


def _fact_row(change: Change) -> Row:
    verb = _TAILS.get(change.kind, change.kind.value)
    was = f"was: {change.before}" if change.before else ""
    said = verb if change.kind is not ChangeKind.CHANGED else ""
    tail = "; ".join(part for part in (said, was, change.note) if part)
    return Row(change.text, change.citations, lead=f"{change.about.capitalize()}:", tail=tail)


def _row(change: Change, languages: dict[str, str | None]) -> Row:
    lead = _LEADS[change.claim]
    if change.claim in _NAMED:
        lead = f"{lead} {change.about}" if change.claim is ClaimKind.DATE else change.about
    speaker = change.about if change.claim is ClaimKind.QUOTE else ""
    was = f"was: “{change.before}”" if change.before else ""
    parts = (speaker, _TAILS.get(change.kind, ""), change.note, was)
    tail = "; ".join(part for part in parts if part)
    first = next(iter(change.citations), None)
    language = languages.get(first.article) if isinstance(first, Citation) else None
    return Row(change.text, change.citations, lead=lead, tail=tail, language=language)


def _gap_rows(delta: BriefDelta) -> Iterator[Row]:
    yield from (Row(gap, lead="Closed:") for gap in delta.closed_gaps)
    yield from (Row(gap, lead="New:") for gap in delta.new_gaps)
