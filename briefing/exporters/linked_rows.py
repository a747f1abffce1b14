"""Quotations with their other wordings, dated entries with the event that they speak of.

Invariant: a cited row shows the words of its first citation; what hangs on an entry stands one
step deeper; the name of another event is the program's word for it and closes with its id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefing.exporters.rows import Row
from briefing.model import (
    BriefQuote,
    Drift,
    EventLink,
    Point,
    QuoteVariant,
    TimelineEntry,
    WordEdit,
)

ARROW = "→"
"""Opens the line that leads to another event."""
_LINKED = re.compile(r" · e-[0-9a-z-]{1,40}$")
_MOST_EDITS = 3
_LONGEST = 60
_MUCH = 0.6
"""A translation of less than this share of the characters leaves something out."""


def is_link(lead: str, words: str) -> bool:
    """Whether a line without citations names another event, as this module writes it."""
    return lead == ARROW and _LINKED.search(words) is not None


def quote_rows(quote: BriefQuote, names: Mapping[str, str]) -> Iterator[Row]:
    """A quotation, then each of its other wordings with who has it so."""
    tail = ", ".join(part for part in (quote.speaker, quote.language) if part)
    yield Row(quote.text, quote.citations, tail=tail, language=quote.language)
    for variant in quote.variants:
        yield Row(
            variant.text,
            variant.citations,
            tail=_tell(variant, quote, names),
            depth=1,
            language=variant.language,
        )


def _tell(variant: QuoteVariant, quote: BriefQuote, names: Mapping[str, str]) -> str:
    """How a wording differs, and whose it is."""
    if variant.drift is Drift.CONTINUED:
        return Drift.CONTINUED.value
    sources = "; ".join(dict.fromkeys(names[c.article] for c in variant.citations))
    if variant.drift is Drift.TRANSLATED:
        is_short = len(variant.text) < _MUCH * len(quote.text)
        return f"{sources}: shorter" if is_short else sources
    edits = [_tell_edit(edit) for edit in variant.edits[:_MOST_EDITS]]
    more = len(variant.edits) - len(edits)
    told = "; ".join([*edits, *([f"{more} more"] if more else [])])
    return f"{sources}: {variant.drift.value}" + (f", {told}" if told else "")


def _tell_edit(edit: WordEdit) -> str:
    before, after = (_shorten(words) for words in (edit.before, edit.after))
    if not after:
        return f"without “{before}”"
    return f"“{after}” for “{before}”" if before else f"adds “{after}”"


def _shorten(words: str) -> str:
    """The words, or their two ends."""
    if len(words) <= _LONGEST:
        return words
    head, tail = words[: _LONGEST // 2], words[-_LONGEST // 2 :]
    return f"{head.rpartition(' ')[0] or head} … {tail.partition(' ')[2] or tail}"


def timeline_rows(entry: TimelineEntry) -> Iterator[Row]:
    """A dated sentence, then the event of the corpus that it speaks of."""
    tail = "background" if entry.is_background else ""
    yield Row(entry.text, entry.citations, lead=entry.date, tail=tail)
    if entry.link:
        yield link_row(entry.link)


def background_rows(point: Point) -> Iterator[Row]:
    """A sentence of the background, then the event of the corpus that it speaks of."""
    tail = f"{point.origins} origins" if point.origins > 1 else ""
    yield Row(point.text, point.citations, tail=tail, language=point.language)
    if point.link:
        yield link_row(point.link)


def link_row(link: EventLink) -> Row:
    """The line that leads to another event."""
    words = " · ".join(part for part in (link.label, link.date, link.event) if part)
    return Row(words, lead=ARROW, depth=1, link=link)
