"""What a brief's page holds, section by section, before it is Markdown or HTML.

Invariant: rows carry words as the sources have them; nothing here is escaped, and the order of
sections, rows and notes depends on the brief alone. A section that is not derived shows, in each
cited row, exactly the words of the row's first citation.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefing.exporters.fitting import fit
from briefing.exporters.layout_delta import CHANGES_DERIVED, change_sections
from briefing.exporters.linked_rows import background_rows, quote_rows, timeline_rows
from briefing.exporters.rows import Row, Section, source_name
from briefing.exporters.side_by_side import (
    ATTENDANCE,
    MATRIX,
    ORIGINS,
    attendance_section,
    matrix_section,
    origins_section,
)
from briefing.lexicon.citing import cite_words
from briefing.model import (
    Brief,
    Citation,
    Difference,
    DifferenceValue,
    Document,
    Fact,
    Point,
    SourceEntry,
)

BOTTOM_LINE = "Bottom line"
FACTS = "Who, what, when, where"
CIRCUMSTANCES = "What, when, where"
"""The facts, where the attendance has said who."""
AGREED = "Agreed"
SINGLE_SOURCE = "Single source"
KEY_POINTS = "Key points"
DISPUTED = "Disputed"
QUOTES = "Quotes"
TIMELINE = "Timeline"
NEXT = "Next"
BACKGROUND = "Background"
GAPS = "Gaps"
COMMENT = "Comment"
SOURCES = "Sources"
NOTES = "Notes"
NO_GAPS = "None found."
SINCE = "since"
"""The field of the front matter by which a brief says that it holds changes only."""
DERIVED = (
    frozenset({FACTS, CIRCUMSTANCES, ATTENDANCE, MATRIX, ORIGINS, GAPS, COMMENT, SOURCES})
    | CHANGES_DERIVED
)
"""Sections whose rows are the program's words; their citations say what the words rest on."""
_LEAST = {
    BACKGROUND: (2, 1),
    SINGLE_SOURCE: (4, 2),
    KEY_POINTS: (6, 4),
    TIMELINE: (4, 2),
    QUOTES: (3, 2),
    NEXT: (2, 1),
    MATRIX: (14, 12),
    ATTENDANCE: (6, 4),
    AGREED: (5, 3),
    DISPUTED: (4, 3),
}
"""What a page keeps of each section when it is cut to two printed ones; first cut first."""

HASH_SHOWN = 12
DOUBT = "⚠"


@dataclass(frozen=True, slots=True)
class Note:
    """One numbered citation: the source, the range and the words that stand there."""

    number: int
    source: SourceEntry
    path: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Page:
    """A brief laid out; `notes` maps each citation to its note, in order of appearance."""

    title: str
    summary: str
    sections: tuple[Section, ...]
    notes: Mapping[Citation, Note]
    paths: Mapping[str, str]


def relative_path(path: str, root: str) -> str:
    """The POSIX path as seen from `root` where it lies below it, else as it is."""
    if not root:
        return path
    base = posixpath.normpath(root)
    full = posixpath.normpath(path)
    if base == ".":
        return path
    return full[len(base.rstrip("/")) + 1 :] if full.startswith(base.rstrip("/") + "/") else path


def describe_source(source: SourceEntry, path: str) -> tuple[str, ...]:
    """A source's headline, outlet, agency, origin, date, language, record, path and hash.

    Behind a mark what makes one doubt that it is who it seems to be.
    """
    is_record = not source.path.endswith(source.article) and not source.article.endswith(path)
    parts = (
        source.headline or "no headline",
        source.source,
        *(f"{DOUBT} {doubt}" for doubt in source.doubts),
        f"credits {source.origin}" if source.origin else None,
        f"origin {source.group}",
        source.published,
        source.language,
        f"record {source.article}" if is_record else None,
        path,
        f"sha256 {source.sha256[:HASH_SHOWN]}",
    )
    return tuple(part for part in parts if part)


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 origin", "3 origins"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def lay_out(
    brief: Brief, documents: Mapping[str, Document], root: str, *, is_on_paper: bool = False
) -> Page:
    """The page of a brief; `root` is what the sources' paths are written relative to.

    On paper it is cut to two pages; on the screen and of changes it has everything.
    """
    sections = tuple(_changes(brief) if brief.delta else _sections(brief))
    if is_on_paper and not brief.delta:
        sections = fit(sections, len(brief.sources), _LEAST, frozenset({QUOTES}))
    paths = {s.article: relative_path(s.path, root) for s in brief.sources}
    cited = [c for s in sections for row in s.rows for c in row.citations]
    return Page(
        title=_title(brief),
        summary=_summary(brief),
        sections=sections,
        notes=_number(cited, brief.sources, documents, paths),
        paths=paths,
    )


def _title(brief: Brief) -> str:
    title = brief.headline or brief.event.label or brief.event.id
    return f"Changes: {title}" if brief.delta else title


def _number(
    cited: Iterable[Citation],
    sources: Sequence[SourceEntry],
    documents: Mapping[str, Document],
    paths: Mapping[str, str],
) -> dict[Citation, Note]:
    by_article = {s.article: s for s in sources}
    notes: dict[Citation, Note] = {}
    for citation in cited:
        if citation not in notes:
            text = documents[citation.article].article.text
            notes[citation] = Note(
                number=len(notes) + 1,
                source=by_article[citation.article],
                path=paths[citation.article],
                start=citation.start,
                end=citation.end,
                words=cite_words(text, citation.start, citation.end),
            )
    return notes


def _summary(brief: Brief) -> str:
    parts = [
        f"changes since {brief.delta.since}" if brief.delta else "",
        brief.event.date.value if brief.event.date else "date not known",
        brief.event.place.words or "place not known",
        count(len(brief.sources), "article"),
        count(brief.origins, "independent origin"),
        ", ".join(brief.languages),
    ]
    return " · ".join(part for part in parts if part)


def _changes(brief: Brief) -> Iterable[Section]:
    """What the event is, in its bottom line, and what has changed since an earlier brief."""
    if brief.bluf:
        yield Section(BOTTOM_LINE, tuple(_point_row(p) for p in brief.bluf))
    if brief.delta:
        yield from change_sections(brief, brief.delta)
    yield Section(COMMENT, ())


def _sections(brief: Brief) -> Iterable[Section]:
    names = {s.article: _short_source(s) for s in brief.sources}
    bluf = {p.citations[0] for p in brief.bluf}
    rest = [p for p in brief.points if p.citations[0] not in bluf]
    disputed = [Citation(v.article, v.start, v.end) for d in brief.differences for v in d.values]
    agreed = tuple(_point_row(p, disputed) for p in rest if p.origins > 1)
    single = tuple(_point_row(p, disputed) for p in rest if p.origins <= 1)
    found = [
        Section(BOTTOM_LINE, tuple(_point_row(p, disputed) for p in brief.bluf)),
        attendance_section(brief),
        _facts_section(brief),
        Section(AGREED, agreed),
        Section(DISPUTED, tuple(r for d in brief.differences for r in _difference_rows(d, names))),
        Section(SINGLE_SOURCE if brief.origins > 1 else KEY_POINTS, single),
        Section(QUOTES, tuple(row for q in brief.quotes for row in quote_rows(q, names))),
        Section(TIMELINE, tuple(row for t in brief.timeline for row in timeline_rows(t))),
        Section(NEXT, tuple(_point_row(p) for p in brief.next)),
        Section(BACKGROUND, tuple(row for p in brief.background for row in background_rows(p))),
        matrix_section(brief),
    ]
    yield from (section for section in found if section.rows)
    yield Section(GAPS, tuple(Row(g) for g in brief.gaps) or (Row(NO_GAPS),))
    origins = origins_section(brief)
    if origins.rows:
        yield origins
    yield Section(COMMENT, ())


def _facts_section(brief: Brief) -> Section:
    told = bool(brief.attendance)
    rows = (_fact_row(f) for f in brief.facts if not (told and f.question == "who"))
    return Section(CIRCUMSTANCES if told else FACTS, tuple(rows))


def _short_source(source: SourceEntry) -> str:
    return ", ".join(part for part in (source_name(source), source.language) if part)


def _point_row(point: Point, disputed: Sequence[Citation] = ()) -> Row:
    shown = point.citations[0]
    is_disputed = any(
        d.article == shown.article and shown.start <= d.start < shown.end for d in disputed
    )
    parts = (
        count(point.origins, "origin") if point.origins > 1 else "",
        "a figure is disputed" if is_disputed else "",
    )
    tail = ", ".join(part for part in parts if part)
    return Row(point.text, point.citations, tail=tail, language=point.language)


def _fact_row(fact: Fact) -> Row:
    return Row(
        fact.value,
        fact.citations,
        lead=f"{fact.question.capitalize()}:",
        tail=count(fact.origins, "origin") if fact.citations else "",
    )


def _difference_rows(difference: Difference, names: Mapping[str, str]) -> Iterable[Row]:
    yield Row("", lead=difference.about)
    sides: dict[str, list[DifferenceValue]] = {}
    for value in difference.values:
        sides.setdefault(value.normalised, []).append(value)
    for normalised, values in sides.items():
        sources = "; ".join(names[v.article] for v in values)
        yield Row(
            values[0].text,
            tuple(Citation(v.article, v.start, v.end) for v in values),
            tail=f"{sources} ({normalised})" if _adds(normalised, values[0].text) else sources,
            depth=1,
        )


def _adds(normalised: str, words: str) -> bool:
    """Whether the comparable form says more than the words themselves do."""
    digits = "".join(c for c in words if c.isascii() and c.isdigit())
    return digits != "".join(c for c in normalised if c.isdigit())
