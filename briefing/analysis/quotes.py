"""Quotations and whom the page gives them to.

Invariant: a quotation is what stands between marks, never the marks; a speaker is a mention of
the page, taken from the words beside the quotation, and where those do not say who speaks the
speaker is None.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.analysis.quotes_marks import Quoted, pair_marks, paragraphs
from briefing.analysis.quotes_people import fullest_form, know_people
from briefing.analysis.quotes_sides import Page
from briefing.analysis.quotes_speakers import find_speaker
from briefing.analysis.titles import attach_titles
from briefing.model import Label, Mention, Quote, Sentence, Span

_FEWEST_WORDS = 2
_SPLIT = 40


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
    page = Page(
        text, tuple(sorted(sentences, key=lambda s: s.start)), know_people(text, mentions), mentions
    )
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
    return tuple(_share_speakers(page, found))


def _share_speakers(page: Page, quotes: list[Quote]) -> list[Quote]:
    """Give the first half of a split quotation the speaker named behind the second half."""
    shared = list(quotes)
    for at in range(len(quotes) - 2, -1, -1):
        quote, following = shared[at], shared[at + 1]
        span = following.speaker_span
        if quote.speaker or span is None or span.start < following.end:
            continue
        is_one = page.sentence_at(quote.start) == page.sentence_at(following.start)
        between = page.between(quote.end, following.start)
        if is_one and not between and following.start - quote.end < _SPLIT:
            shared[at] = replace(quote, speaker=following.speaker, speaker_span=span)
    return shared
