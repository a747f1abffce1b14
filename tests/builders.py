"""Small documents for tests: spans are found by their words, so that no test counts characters.

Invariant: what these return is what the analysis would return for so plain a page: the first
paragraph is the headline, the others are body, a sentence ends at a full stop.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from briefing.model import (
    Article,
    Block,
    BlockKind,
    DateMention,
    Document,
    Figure,
    Label,
    Mention,
    Quote,
    Sentence,
    Title,
)


def spans_of(text: str, words: str) -> list[tuple[int, int]]:
    """Every whole-word range of `words` in `text`; a test that names absent words fails here."""
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    assert found, f"{words!r} does not stand in the text"
    return found


def build_article(
    identifier: str,
    text: str,
    *,
    language: str = "en",
    published: str | None = None,
    source: str | None = None,
    origin: str | None = None,
    kinds: Sequence[BlockKind] = (),
) -> Article:
    """An article whose paragraphs have the given kinds (default: headline, then body)."""
    blocks = []
    for number, match in enumerate(re.finditer(r"[^\n]+", text)):
        default = BlockKind.BODY if number else BlockKind.HEADLINE
        kind = kinds[number] if number < len(kinds) else default
        blocks.append(Block(match.start(), match.end(), kind, language))
    headline = next((text[b.start : b.end] for b in blocks if b.kind is BlockKind.HEADLINE), None)
    return Article(
        id=identifier,
        path=identifier,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        source=source,
        origin=origin,
        headline=headline,
        published=published,
        language=language,
        blocks=tuple(blocks),
    )


def build_document(
    identifier: str,
    text: str,
    *,
    language: str = "en",
    published: str | None = None,
    source: str | None = None,
    origin: str | None = None,
    kinds: Sequence[BlockKind] = (),
    people: Sequence[str] = (),
    places: Sequence[str] = (),
    organisations: Sequence[str] = (),
    titles: dict[str, Title] | None = None,
    dates: dict[str, str | None] | None = None,
    figures: Sequence[Figure] = (),
    quotes: dict[str, str | None] | None = None,
) -> Document:
    """A document; `people`, `places`, `organisations` mark every place where the words stand.

    `dates` maps words to ISO values, `quotes` quoted words to their speaker, `titles` a person's
    words to the title that each mention of them carries.
    """
    article = build_article(
        identifier,
        text,
        language=language,
        published=published,
        source=source,
        origin=origin,
        kinds=kinds,
    )
    labelled = [(Label.PER, people), (Label.LOC, places), (Label.ORG, organisations)]
    mentions = {
        start: Mention(start, end, name, label, (titles or {}).get(name))
        for label, names in labelled
        for name in sorted(names, key=len)
        for start, end in spans_of(text, name)
    }
    sentences = [
        Sentence(b.start + m.start(), b.start + m.end(), b.kind, language)
        for b in article.blocks
        for m in re.finditer(r"\S.*?(?:[.!?](?=\s|$)|$)", text[b.start : b.end])
    ]
    return Document(
        article=article,
        sentences=tuple(sentences),
        mentions=tuple(mentions[s] for s in sorted(mentions)),
        dates=tuple(
            DateMention(*spans_of(text, words)[0], words, value)
            for words, value in (dates or {}).items()
        ),
        figures=tuple(figures),
        quotes=tuple(
            Quote(text.index(words), text.index(words) + len(words), words, speaker)
            for words, speaker in (quotes or {}).items()
        ),
        analyser="test",
    )
