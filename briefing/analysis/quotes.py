"""Quotations and whom the page gives them to.

Invariant: a quotation is what stands between marks, never the marks; a speaker is a mention of
the page, taken from the words beside the quotation, and where those do not say who speaks the
speaker is None.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.quotes_marks import Quoted, pair_marks, paragraphs
from briefing.analysis.quotes_people import fullest_form, know_people
from briefing.analysis.quotes_speakers import Page, find_speaker
from briefing.analysis.titles import attach_titles
from briefing.model import Label, Mention, Quote, Sentence, Span

_FEWEST_WORDS = 2


def _quote(page: Page, quoted: Quoted, speaker: Mention | None) -> Quote:
    words = page.text[quoted.start : quoted.end]
    if speaker is None:
        return Quote(quoted.start, quoted.end, words)
    name = fullest_form(page.people, speaker) if speaker.label is Label.PER else speaker.text
    return Quote(quoted.start, quoted.end, words, name, Span(speaker.start, speaker.end))


def find_quotes(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[Quote, ...]:
    """All quotations of two words or more, and shorter ones that somebody is given, in order."""
    if not any(m.title for m in mentions):
        mentions = attach_titles(text, sentences, mentions)
    page = Page(text, tuple(sorted(sentences, key=lambda s: s.start)), know_people(text, mentions), mentions)
    found: list[Quote] = []
    for start, end in paragraphs(text, sentences):
        pairs = pair_marks(text, start, end)
        previous: Mention | None = None
        for number, quoted in enumerate(pairs):
            floor = pairs[number - 1].closing if number else start
            ceiling = pairs[number + 1].opening if number + 1 < len(pairs) else end
            previous = find_speaker(page, quoted, floor, ceiling, previous)
            quote = _quote(page, quoted, previous)
            if quote.speaker or len(quote.text.split()) >= _FEWEST_WORDS:
                found.append(quote)
    return tuple(found)
