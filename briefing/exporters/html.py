"""A brief as one HTML file: no script, nothing loaded, a style for paper.

Invariant: the tags depend on the brief's shape alone, never on the words of a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.exporters.escaping import escape_html
from briefing.exporters.layout import (
    COMMENT,
    NOTES,
    QUOTES,
    SOURCES,
    Note,
    Page,
    Row,
    Section,
    describe_source,
    lay_out,
)
from briefing.model import Brief, Document, SourceEntry

_STYLE = """
body { font: 1rem/1.5 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.05rem; border-bottom: 1px solid; margin-top: 1.6rem; }
ul, ol { padding-left: 1.3rem; }
li.value { margin-left: 1.3rem; }
sup a { text-decoration: none; }
.tail, .notes { font-size: .85rem; }
.notes li, .sources li { overflow-wrap: anywhere; }
.comment { min-height: 5rem; border: 1px solid; }
@media print {
  body { font-size: 10pt; margin: 0; max-width: none; }
  h2, li { break-inside: avoid; }
  h2 { break-after: avoid; }
}
"""


class HtmlExporter:
    """Writes a brief as a self-contained HTML page."""

    suffix = ".html"

    def export(self, brief: Brief, documents: Mapping[str, Document], root: str) -> str:
        """The file's text; `root` is what the paths of the sources are relative to."""
        page = lay_out(brief, documents, root)
        title = escape_html(page.title)
        lines = [
            "<!DOCTYPE html>",
            '<html lang="en">',
            f'<head><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style></head>',
            "<body>",
            f'<h1 dir="auto">{title}</h1>',
            f"<p>{escape_html(page.summary)}</p>",
        ]
        for section in page.sections:
            lines += _section_lines(section, page)
        lines += [f'<h2>{SOURCES}</h2><ol class="sources">']
        lines += [_source_line(s, page.paths[s.article]) for s in brief.sources]
        lines += ["</ol>", f'<h2>{NOTES}</h2><ol class="notes">']
        lines += [_note_line(note) for note in page.notes.values()]
        lines += ["</ol>", "</body>", "</html>", ""]
        return "\n".join(lines)


def _section_lines(section: Section, page: Page) -> Iterator[str]:
    yield f"<h2>{section.title}</h2>"
    if section.title == COMMENT:
        yield '<div class="comment"></div>'
        return
    yield "<ul>"
    for row in section.rows:
        yield _row_line(row, page, is_quoted=section.title == QUOTES)
    yield "</ul>"


def _row_line(row: Row, page: Page, *, is_quoted: bool) -> str:
    tag = "q" if is_quoted else "span"
    language = f' lang="{escape_html(row.language)}"' if row.language else ""
    notes = "".join(
        f'<sup><a href="#n{page.notes[c].number}">{page.notes[c].number}</a></sup>'
        for c in row.citations
    )
    parts = [
        f"<b>{escape_html(row.lead)}</b>" if row.lead else "",
        f'<{tag} dir="auto"{language}>{escape_html(row.words)}</{tag}>' if row.words else "",
        notes,
        f'<span class="tail">— {escape_html(row.tail)}</span>' if row.tail else "",
    ]
    opening = '<li class="value">' if row.depth else "<li>"
    return opening + " ".join(part for part in parts if part) + "</li>"


def _note_line(note: Note) -> str:
    place = escape_html(f"[{note.source.number}] {note.path} · {note.start}–{note.end} · ")
    words = f'<q dir="auto">{escape_html(note.words)}</q>'
    return f'<li id="n{note.number}">{place}{words}</li>'


def _source_line(source: SourceEntry, path: str) -> str:
    words = " · ".join(describe_source(source, path))
    return f'<li value="{source.number}" dir="auto">{escape_html(words)}</li>'
