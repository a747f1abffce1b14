"""A brief made by hand, with any words in every place that a page can fill."""

from __future__ import annotations

from dataclasses import replace

from briefing.lexicon.citing import cite_words, trim_range
from briefing.model import (
    Account,
    Article,
    Attendee,
    Brief,
    BriefQuote,
    Citation,
    Difference,
    DifferenceValue,
    Document,
    Event,
    EventDate,
    Evidence,
    Fact,
    MatrixCell,
    MatrixRow,
    OriginNode,
    Participant,
    Place,
    Point,
    SourceEntry,
    Stance,
    TimelineEntry,
)
from tests.builders import build_document

FIRST = "Harbour talks end in Port Alva\nMinister Ada Roe met her guest. They set up a fund of 30."
SECOND = "Accord à Port Alva\nLa ministre Ada Roe a reçu son hôte. Un fonds de 20 est créé."


def _range(document: Document, number: int) -> Citation:
    sentence = document.sentences[number]
    return Citation(document.article.id, sentence.start, sentence.end)


def _words(document: Document, citation: Citation) -> str:
    return cite_words(document.article.text, citation.start, citation.end)


def make_documents(first: str = FIRST, second: str = SECOND) -> dict[str, Document]:
    """Two articles; each text needs a headline and two sentences."""
    return {
        "pages/a.txt": build_document(
            "pages/a.txt", first, language="en", source="The Quay", published="2031-05-06"
        ),
        "pages/b.txt": build_document("pages/b.txt", second, language="fr", origin="ABC"),
    }


def make_event(words: str = "Talks in Port Alva") -> Event:
    """An event of the two articles; `words` stand wherever a page's words could."""
    here = (Citation("pages/a.txt", 0, 7),)
    return Event(
        id="2031-05-06-port-alva",
        label=words,
        kind="meeting",
        date=EventDate("2031-05-06", here),
        place=Place("Port Alva", "Nowhere", here),
        participants=(Participant(words, "harbour minister", "Nowhere", "e1", here),),
        organisations=(),
        articles=("pages/a.txt", "pages/b.txt"),
    )


def make_brief(
    documents: dict[str, Document] | None = None, words: str = "Talks in Port Alva"
) -> Brief:
    """A brief with something in every section."""
    docs = documents or make_documents()
    a, b = docs["pages/a.txt"], docs["pages/b.txt"]
    one, two, three = _range(a, 1), _range(b, 1), _range(a, 2)
    value = Citation("pages/b.txt", *trim_range(b.article.text, 0, len(b.article.text)))
    return Brief(
        event=make_event(words),
        headline=words,
        bluf=(Point(_words(a, one), "en", (one, two), 2),),
        facts=(Fact("who", words, (one,), 1), Fact("what", words, (one,), 1)),
        points=(
            Point(_words(a, one), "en", (one, two), 2),
            Point(_words(a, three), "en", (three,), 1),
        ),
        differences=(
            Difference(
                words,
                (
                    DifferenceValue(_words(a, three), words, three.article, three.start, three.end),
                    DifferenceValue(_words(b, value), words, value.article, value.start, value.end),
                ),
            ),
        ),
        quotes=(BriefQuote(words, _words(b, two), "fr", (two, one)),),
        timeline=(TimelineEntry("2031-05-06", _words(b, two), (two,), is_background=True),),
        next=(Point(_words(a, three), "en", (three,), 1),),
        background=(Point(_words(b, two), "fr", (two,), 1),),
        gaps=(words,),
        sources=tuple(
            SourceEntry(
                number=n,
                article=d.article.id,
                path=d.article.path,
                source=words,
                origin=words,
                published=d.article.published,
                language=d.article.language,
                headline=words,
                sha256=d.article.sha256,
                group=n,
            )
            for n, d in enumerate((a, b), start=1)
        ),
        languages=("en", "fr"),
        origins=2,
        attendance=make_attendance(words, one, two),
        matrix=make_matrix(words, one, two),
        origin_tree=(
            OriginNode("pages/a.txt", 1, evidence=(Evidence("credit", 0.0, words, (one,)),)),
            OriginNode(
                "pages/b.txt", 1, 1, "pages/a.txt", 0.9, (Evidence("copy", 0.9, words, (two, one)),)
            ),
        ),
    )


def make_attendance(words: str, one: Citation, two: Citation) -> tuple[Attendee, ...]:
    """Somebody with an account in each of two sources."""
    accounts = (
        Account(one.article, words, is_titled=True, citation=one),
        Account(two.article, words, is_titled=False, citation=two),
    )
    return (Attendee(words, words, words, "e1", is_present=True, accounts=accounts, origins=2),)


def make_matrix(words: str, one: Citation, two: Citation) -> tuple[MatrixRow, ...]:
    """A fact that both carry, one that the second disputes, one on which it is silent."""
    first = MatrixCell(one.article, Stance.CARRIES, (one,))
    return (
        MatrixRow("who", words, (first, MatrixCell(two.article, Stance.CARRIES, (two,))), 2),
        MatrixRow(
            "disputed", words, (first, MatrixCell(two.article, Stance.OTHER, (two,), words)), 1
        ),
        MatrixRow("point", words, (first, MatrixCell(two.article, Stance.SILENT)), 1, "en"),
    )


def open_from(documents: dict[str, Document]) -> dict[str, Article]:
    """What a verifier finds at each path."""
    return {d.article.path: d.article for d in documents.values()}


def move_sources(brief: Brief, folder: str) -> Brief:
    """The same brief with its sources' paths below a folder."""
    return replace(brief, sources=tuple(replace(s, path=folder + s.path) for s in brief.sources))
