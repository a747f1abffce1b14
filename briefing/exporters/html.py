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
    describe_source,
    lay_out,
)
from briefing.exporters.naming import linked_name
from briefing.exporters.rows import Row, Section, tell_left_out
from briefing.exporters.side_by_side import LEGEND, MATRIX
from briefing.model import Brief, Document, EventLink, MatrixCell, SourceEntry, Stance

_STYLE = """
body { font: 1rem/1.5 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.05rem; border-bottom: 1px solid; margin-top: 1.6rem; }
ul, ol { padding-left: 1.3rem; }
li.depth-1 { margin-left: 1.3rem; }
li.depth-2 { margin-left: 2.6rem; }
li.depth-3 { margin-left: 3.9rem; }
.matrix { border-collapse: collapse; font-size: .85em; }
.matrix th, .matrix td { padding: 0 .4rem; border-bottom: 1px solid #bbb; }
.matrix th { text-align: left; font-weight: normal; }
.matrix td { text-align: center; white-space: nowrap; }
.matrix a { text-decoration: none; }
sup a { text-decoration: none; }
.tail, .notes { font-size: .85em; }
sup + sup::before { content: ","; }
.notes li, .sources li { overflow-wrap: anywhere; }
.on-paper { display: none; }
.comment { min-height: 5rem; border: 1px solid; }
@page { size: A4; margin: 15mm 17mm; }
@media print {
  body { font-size: 8.8pt; line-height: 1.22; margin: 0; max-width: none; }
  h1 { font-size: 13pt; margin: 0 0 2pt; }
  h2 { font-size: 9.5pt; margin: 5pt 0 1pt; break-after: avoid; }
  p, ul, ol, table { margin-top: 1pt; margin-bottom: 1pt; }
  li, tr { break-inside: avoid; }
  sup { line-height: 0; font-size: 6pt; }
  .matrix { font-size: 7.6pt; }
  .comment { min-height: 1.5rem; }
  .sources { font-size: 7.4pt; }
  .notes { columns: 6; column-gap: 8pt; font-size: 5.8pt; padding-left: 12pt; }
  .words { display: none; }
  .on-paper { display: block; }
}
"""
_DEEPEST = 3
_ON_PAPER = "Source and characters; the file itself also has the words of each."


class HtmlExporter:
    """Writes a brief as a self-contained HTML page."""

    suffix = ".html"

    def export(self, brief: Brief, documents: Mapping[str, Document], root: str) -> str:
        """The file's text; `root` is what the paths of the sources are relative to."""
        page = lay_out(brief, documents, root, is_on_paper=True)
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
        lines += ["</ol>", f"<h2>{NOTES}</h2>", f'<p class="tail on-paper">{_ON_PAPER}</p>']
        lines += ['<ol class="notes">']
        lines += [_note_line(note) for note in page.notes.values()]
        lines += ["</ol>", "</body>", "</html>", ""]
        return "\n".join(lines)


def _section_lines(section: Section, page: Page) -> Iterator[str]:
    yield f"<h2>{section.title}</h2>"
    if section.title == COMMENT:
        yield '<div class="comment"></div>'
        return
    if section.title == MATRIX:
        yield from _table_lines(section, page)
    else:
        yield "<ul>"
        for row in section.rows:
            yield _row_line(row, page, is_quoted=section.title == QUOTES)
        yield "</ul>"
    if section.left_out:
        yield f'<p class="tail">{tell_left_out(section.left_out)}</p>'


def _table_lines(section: Section, page: Page) -> Iterator[str]:
    """A column for each source, headed by its number."""
    heads = "".join(f"<th>{n}</th>" for n in range(1, len(section.rows[0].cells) + 1))
    yield f'<p class="tail">{LEGEND}</p>'
    yield f'<table class="matrix"><tr><th></th>{heads}</tr>'
    for row in section.rows:
        cells = "".join(f"<td>{_cell(cell, page)}</td>" for cell in row.cells)
        fact = f'<b>{escape_html(row.lead)}</b> <span dir="auto">{escape_html(row.words)}</span>'
        yield f"<tr><th>{fact}</th>{cells}</tr>"
    yield "</table>"


def _cell(cell: MatrixCell, page: Page) -> str:
    if not cell.citations:
        return "–"
    number = page.notes[cell.citations[0]].number
    sign = "≠&nbsp;" if cell.stance is Stance.OTHER else ""
    return f'<a href="#n{number}">{sign}{number}</a>'


def _row_line(row: Row, page: Page, *, is_quoted: bool) -> str:
    if row.link:
        return _link_line(row, row.link)
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
    depth = min(row.depth, _DEEPEST)
    opening = f'<li class="value depth-{depth}">' if depth else "<li>"
    return opening + " ".join(part for part in parts if part) + "</li>"


def _link_line(row: Row, link: EventLink) -> str:
    """The line that leads to the brief of another event, where it lies beside this one."""
    label = f'<span dir="auto">{escape_html(row.words)}</span>'
    place = f'<a href="{linked_name(link, ".html")}">{label}</a>'
    return f'<li class="value depth-1">{row.lead} {place}</li>'


def _note_line(note: Note) -> str:
    path = f'<span class="words">{escape_html(note.path)} · </span>'
    words = f'<span class="words"> · <q dir="auto">{escape_html(note.words)}</q></span>'
    place = f"[{note.source.number}] {path}{note.start}–{note.end}"
    return f'<li id="n{note.number}">{place}{words}</li>'


def _source_line(source: SourceEntry, path: str) -> str:
    words = " · ".join(describe_source(source, path))
    return f'<li value="{source.number}" dir="auto">{escape_html(words)}</li>'
