"""A brief as Markdown: readable as plain text, with front matter and footnotes.

Invariant: the file is a function of the brief and its documents. Every cited row reads
`- **lead** words [^1][^2] — tail` and every footnote
`[^1]: [2] fr · pages/x.txt · 123–245 · “words”`; `verification` reads exactly these forms back.
The facts by source are a table; what two printed pages have no room for is counted at the end of
its section.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.exporters.escaping import escape_markdown, quote_yaml
from briefing.exporters.layout import (
    BOTTOM_LINE,
    COMMENT,
    NOTES,
    QUOTES,
    SINCE,
    SOURCES,
    Note,
    Page,
    describe_source,
    lay_out,
)
from briefing.exporters.markdown_table import write_table
from briefing.exporters.rows import Row, Section, tell_left_out
from briefing.exporters.seal import seal_lines
from briefing.exporters.side_by_side import MATRIX
from briefing.model import Brief, Document, SourceEntry

_SEALED_BEFORE = "sources:"
"""The line of the front matter before which the seal stands."""


class MarkdownExporter:
    """Writes a brief as CommonMark with the footnotes and front matter that Obsidian reads."""

    suffix = ".md"

    def export(self, brief: Brief, documents: Mapping[str, Document], root: str) -> str:
        """The file's text; `root` is what the paths of the sources are relative to."""
        page = lay_out(brief, documents, root, is_on_paper=True)
        lines = [*_front_matter(brief, page), f"# {escape_markdown(page.title)}", ""]
        lines += [escape_markdown(page.summary), ""]
        for section in page.sections:
            if section.title == COMMENT:
                lines += [f"## {COMMENT}", ""]
            else:
                lines += [*_section_lines(section, page), ""]
        lines += [f"## {SOURCES}", "", *_source_lines(brief, page), ""]
        if page.notes:
            lines += [f"## {NOTES}", "", *map(write_note, page.notes.values())]
        lines.insert(lines.index(_SEALED_BEFORE), seal_lines(lines))
        return "\n".join(lines).rstrip("\n") + "\n"


def _front_matter(brief: Brief, page: Page) -> Iterator[str]:
    event = brief.event
    yield "---"
    yield f"title: {quote_yaml(page.title)}"
    yield f"event: {quote_yaml(event.id)}"
    if brief.delta:
        yield f"{SINCE}: {quote_yaml(brief.delta.since)}"
    yield f"date: {quote_yaml(event.date.value) if event.date else 'null'}"
    yield f"place: {quote_yaml(event.place.words) if event.place.words else 'null'}"
    people = [p.words for p in event.participants]
    yield from _yaml_list("participants", people)
    yield from _yaml_list("languages", list(brief.languages))
    yield f"origins: {brief.origins}"
    yield _SEALED_BEFORE
    for source in brief.sources:
        yield f"  - number: {source.number}"
        yield f"    article: {quote_yaml(source.article)}"
        yield f"    path: {quote_yaml(page.paths[source.article])}"
        yield f"    language: {quote_yaml(source.language or '')}"
        yield f"    sha256: {quote_yaml(source.sha256)}"
    yield "---"
    yield ""


def _yaml_list(key: str, values: list[str]) -> Iterator[str]:
    yield f"{key}:" if values else f"{key}: []"
    yield from (f"  - {quote_yaml(value)}" for value in values)


def _section_lines(section: Section, page: Page) -> Iterator[str]:
    yield f"## {section.title}"
    yield ""
    if section.title == MATRIX:
        yield from write_table(section, page)
        return
    for position, row in enumerate(section.rows):
        if section.title == BOTTOM_LINE:
            if position:
                yield ""
            yield _row_text(row, page, is_quoted=False)
        else:
            marker = "  " * row.depth + "- "
            yield marker + _row_text(row, page, is_quoted=section.title == QUOTES)
    if section.left_out:
        yield f"- {tell_left_out(section.left_out)}"


def _row_text(row: Row, page: Page, *, is_quoted: bool) -> str:
    words = escape_markdown(row.words)
    parts = [
        f"**{escape_markdown(row.lead)}**" if row.lead else "",
        f"“{words}”" if is_quoted else words,
        "".join(f"[^{page.notes[c].number}]" for c in row.citations),
        f"— {escape_markdown(row.tail)}" if row.tail else "",
    ]
    return " ".join(part for part in parts if part)


def write_note(note: Note) -> str:
    """The footnote line of a note."""
    language = escape_markdown(note.source.language or "?")
    return (
        f"[^{note.number}]: [{note.source.number}] {language} · {escape_markdown(note.path)}"
        f" · {note.start}–{note.end} · “{escape_markdown(note.words)}”"
    )


def _source_lines(brief: Brief, page: Page) -> Iterator[str]:
    for source in brief.sources:
        yield f"{source.number}. {write_source(source, page.paths[source.article])}"


def write_source(source: SourceEntry, path: str) -> str:
    """A source in one line: headline, outlet, origin, date, language, path, hash."""
    return " · ".join(map(escape_markdown, describe_source(source, path)))
