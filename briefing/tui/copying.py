"""What is copied to the clipboard, and where a source's original is.

Invariant: copied words are the page's own, line breaks folded to spaces and nothing in them that
could steer a terminal; only an address of the web is ever opened as one.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from briefing.escaping import one_line
from briefing.model import Article, Citation, Document, Span
from briefing.tui.brief_entries import BriefEntry
from briefing.tui.event_entries import shown_date
from briefing.tui.source_pane import shown_file, source_name


def words_at(document: Document, span: Span | Citation) -> str:
    """The words of a range."""
    return one_line(document.article.text[span.start : span.end])


def cited(document: Document, span: Span | Citation) -> str:
    """The words in quotation marks with outlet, date, file and range: they can be found again."""
    article = document.article
    told = (
        source_name(article),
        shown_date(article.published),
        shown_file(article) if shown_file(article) != source_name(article) else "",
        f"{span.start}-{span.end}",
        f"sha256 {article.sha256[:12]}",
    )
    return f"“{words_at(document, span)}” ({', '.join(part for part in told if part)})"


def entry_words(entry: BriefEntry) -> str:
    """A row of the brief as it is shown, without its numbers."""
    return " ".join(part for part in (entry.lead, entry.words) if part)


def web_address(article: Article) -> str | None:
    """The address of the original, if the page gives one that a browser may be sent to."""
    try:
        parts = urlsplit(article.url or "")
    except ValueError:
        return None
    # What stands before an @ is no host, but looks like one: https://known.example@other.example
    is_web = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    return article.url if is_web and (article.url or "").isprintable() else None
