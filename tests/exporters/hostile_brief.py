"""A brief in which an attacker chose every word that a page, a file name or a record can fill.

Invariant: the shape is the same whatever the words are, so that exports of two of them can only
differ in words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.lexicon.citing import cite_words, trim_range
from briefing.model import (
    Account,
    Article,
    Attendee,
    Block,
    BlockKind,
    Brief,
    BriefDelta,
    BriefQuote,
    Change,
    ChangeKind,
    Citation,
    ClaimKind,
    DateMention,
    Difference,
    DifferenceValue,
    Document,
    Drift,
    Event,
    EventDate,
    EventLink,
    Evidence,
    Fact,
    MatrixCell,
    MatrixRow,
    OriginNode,
    Participant,
    Place,
    Point,
    QuoteVariant,
    Sentence,
    SourceChange,
    SourceEntry,
    Stance,
    TimelineEntry,
    WordEdit,
)


@dataclass(frozen=True, slots=True)
class Words:
    """What the attacker chose: sentences of the two pages, names, and what files are called."""

    sentences: tuple[str, str, str]
    name: str
    path: str


PLAIN = Words(("One met two.", "They signed it.", "It opens."), "Ada Roe", "pages/x.txt")


def hostile_document(identifier: str, path: str, language: str, parts: Sequence[str]) -> Document:
    """An article whose sentences are the given words, one block each, the last dated ahead."""
    text, spans = "", []
    for part in parts:
        spans.append((len(text), len(text) + len(part)))
        text += part + "\n\n"
    kinds = (BlockKind.HEADLINE, BlockKind.BODY, BlockKind.BODY)
    blocks = tuple(Block(*s, k, language) for s, k in zip(spans, kinds, strict=True))
    article = Article(
        id=identifier,
        path=path,
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        language=language,
        blocks=blocks,
    )
    sentences = tuple(Sentence(b.start, b.end, b.kind, language) for b in blocks)
    last = blocks[-1]
    ahead = DateMention(last.start, last.start + 1, text[last.start], "2031-07-08")
    return Document(article, sentences, (), (ahead,), (), (), "test")


def hostile_documents(words: Words) -> dict[str, Document]:
    """Two pages with the same hostile words, in files with a hostile name."""
    one, two, three = (f"w{part}w" for part in words.sentences)
    documents = (
        hostile_document(f"a/{words.path}", f"a/{words.path}", "en", (one, two, three)),
        hostile_document(f"b/{words.path}", f"b/{words.path}", "fr", (three, one, two)),
    )
    return {d.article.id: d for d in documents}


def hostile_brief(words: Words, documents: dict[str, Document], *, is_delta: bool = False) -> Brief:
    """A brief with something in every section, or one of changes."""
    name = f"w{words.name}w"
    a, b = documents.values()
    one, two, three = (_sentence(a, 0), _sentence(b, 1), _sentence(a, 2))
    whole = Citation(b.article.id, *trim_range(b.article.text, 0, len(b.article.text)))

    def point(*cited: Citation) -> Point:
        text = documents[cited[0].article].article.text
        return Point(
            cite_words(text, cited[0].start, cited[0].end),
            "en",
            cited,
            len({c.article for c in cited}),
        )

    def value(place: Citation) -> DifferenceValue:
        text = documents[place.article].article.text
        words_there = cite_words(text, place.start, place.end)
        return DifferenceValue(words_there, name + place.article, *_parts(place))

    return Brief(
        event=_event(name, documents, one),
        headline=name,
        bluf=(point(one, two),),
        facts=(
            Fact("who", ", ".join([name] * 3), (one, two), 2),
            Fact("when", "2031-05-06", (two,), 1),
        ),
        points=(point(one, two), point(three), point(two, one)),
        differences=(Difference(name, (value(three), value(whole))),),
        quotes=(_quote(name, point(two), point(one)),),
        timeline=(
            TimelineEntry(
                "2031-05-06",
                point(two).text,
                (two,),
                is_background=True,
                link=EventLink("e-87654321", name, "2030-05-06"),
            ),
        ),
        next=(point(three),),
        background=(point(two),),
        gaps=(name,),
        sources=tuple(_source(n, d, name) for n, d in enumerate((a, b), start=1)),
        languages=("en", "fr"),
        origins=2,
        attendance=(
            Attendee(
                name,
                name,
                name,
                "e1",
                is_present=True,
                accounts=(
                    Account(one.article, name, is_titled=True, citation=one),
                    Account(two.article, name, is_titled=False, citation=two),
                ),
                origins=2,
            ),
        ),
        matrix=(
            MatrixRow(
                "who",
                name,
                (
                    MatrixCell(a.article.id, Stance.CARRIES, (one,)),
                    MatrixCell(b.article.id, Stance.OTHER, (two,), name),
                ),
                1,
                "en",
            ),
        ),
        origin_tree=(
            OriginNode(a.article.id, 1, evidence=(Evidence(name, 1.0, name, (one, two)),)),
            OriginNode(b.article.id, 2, 1, a.article.id, 0.5, (Evidence(name, 1.0, name, (two,)),)),
        ),
        delta=_delta(name, (one, two, three), point(one).text) if is_delta else None,
    )


def _quote(name: str, shown: Point, other: Point) -> BriefQuote:
    """A quotation with a wording of each kind."""
    edits = (WordEdit(name, name), WordEdit(name, ""), WordEdit("", name), WordEdit(name, name))
    variants = tuple(
        QuoteVariant(drift, other.text, "fr", other.citations[:1], edits) for drift in Drift
    )
    cited = (shown.citations[0], other.citations[0])
    return BriefQuote(name, shown.text, "fr", cited, variants)


def _delta(name: str, places: tuple[Citation, Citation, Citation], shown: str) -> BriefDelta:
    changes = tuple(
        Change(
            kind, claim, name, name if claim is ClaimKind.FACT else shown, (places[0],), name, name
        )
        for kind in (ChangeKind.NEW, ChangeKind.CHANGED, ChangeKind.LISTED, ChangeKind.UNLISTED)
        for claim in ClaimKind
    )
    gone = tuple(
        Change(ChangeKind.WITHDRAWN, claim, name, name, (), name, name) for claim in ClaimKind
    )
    sources = tuple(
        SourceChange(kind, places[0].article, name, name)
        for kind in (ChangeKind.NEW, ChangeKind.CHANGED, ChangeKind.WITHDRAWN)
    )
    return BriefDelta(name, sources, (*changes, *gone), (name,), (name,))


def _event(name: str, documents: dict[str, Document], place: Citation) -> Event:
    return Event(
        id="e-12345678",
        label=name,
        kind="meeting",
        date=EventDate("2031-05-06", (place,)),
        place=Place(name, name, (place,)),
        participants=(Participant(name, name, name, "e1", (place,)),),
        organisations=(),
        articles=tuple(documents),
    )


def _source(number: int, document: Document, name: str) -> SourceEntry:
    article = document.article
    return SourceEntry(
        number=number,
        article=article.id,
        path=article.path,
        source=name,
        origin=name,
        published="2031-05-06T07:08",
        language=article.language,
        headline=name,
        sha256=article.sha256,
        group=number,
    )


def _sentence(document: Document, number: int) -> Citation:
    sentence = document.sentences[number]
    return Citation(document.article.id, sentence.start, sentence.end)


def _parts(place: Citation) -> tuple[str, int, int]:
    return place.article, place.start, place.end
