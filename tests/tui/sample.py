"""A made-up corpus for the reader's tests: an event in three languages, a storyline, hostile words.

Invariant: everything is built from values here; opening it reads no file and runs no analysis.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from briefing.config import Settings
from briefing.errors import Cancelled
from briefing.model import (
    BlockKind,
    Brief,
    BriefQuote,
    Citation,
    Difference,
    DifferenceValue,
    Document,
    Entity,
    Event,
    EventDate,
    Evidence,
    Fact,
    GroupedCorpus,
    Label,
    MatrixCell,
    MatrixRow,
    PairScore,
    Participant,
    Place,
    Point,
    Progress,
    Rejection,
    SourceEntry,
    Stage,
    Stance,
    Storyline,
    TimelineEntry,
)
from tests.builders import build_document

ENGLISH = """Home » News » Harbour
Ostrava and Lund sign harbour accord
By Mira Castellan
Mayor Ilse Brandt of Lund signed the accord in Varna on Monday. She praised the Harbour Council.
The plan costs 40 million euros, the Harbour Council said. Tomas Reyl will lead the work.
Ilse Brandt called it "a door to the sea". Work begins in May.
Subscribe to our newsletter"""

FRENCH = """Ostrava et Lund signent un accord portuaire
La maire Ilse Brandt à Varna.
La maire de Lund, Ilse Brandt, a signé lundi à Varna un accord avec Tomas Reyl.
Le projet coûte 42 millions d’euros, selon le Conseil portuaire.
"""

SPANISH = """Lund y Ostrava firman un acuerdo portuario
Ilse Brandt firmó el acuerdo en Varna. Tomas Reyl dirigirá las obras.
"""

LATER = """Lund ferry line opens
The ferry from Lund to Varna made its first crossing on Friday. Ilse Brandt was on board.
"""

HOSTILE = """[bold red]Not markup[/]
Escape \x1b[31m here and \u202eoverride\u202c there. Wide 漢字かな and 👩‍👩‍👧 here.
مرحبا بالعالم is Arabic.
"""


def find(document: Document, words: str, number: int = 0) -> Citation:
    """The place where `words` stand in a document for the `number`-th time."""
    start = -1
    for _ in range(number + 1):
        start = document.article.text.index(words, start + 1)
    return Citation(document.article.id, start, start + len(words))


def build_documents() -> tuple[Document, ...]:
    """The pages, analysed."""
    people, places = ("Ilse Brandt", "Tomas Reyl"), ("Varna", "Lund")
    clutter = (BlockKind.CLUTTER, BlockKind.HEADLINE, BlockKind.BYLINE)
    english = build_document(
        "a.txt",
        ENGLISH,
        published="2031-04-07T09:30",
        source="Harbour Post",
        origin="WNA",
        kinds=(*clutter, BlockKind.BODY, BlockKind.BODY, BlockKind.BODY, BlockKind.CLUTTER),
        people=people,
        places=(*places, "Ostrava"),
        organisations=("Harbour Council",),
    )
    french = build_document(
        "b.txt",
        FRENCH,
        language="fr",
        published="2031-04-07",
        source="Le Quai",
        kinds=(BlockKind.HEADLINE, BlockKind.CAPTION),
        people=people,
        places=(*places, "Ostrava"),
        organisations=("Conseil portuaire",),
    )
    spanish = build_document("c.txt", SPANISH, language="es", people=people, places=places)
    later = build_document(
        "d.txt", LATER, source="Harbour Post", people=("Ilse Brandt",), places=places
    )
    return english, french, spanish, later, build_document("e.txt", HOSTILE)


def build_corpus() -> GroupedCorpus:
    """Three events, two of them in a storyline, and a rejected file."""
    documents = build_documents()
    accord = Event(
        "ev1",
        "Ostrava and Lund sign harbour accord",
        "signing",
        EventDate("2031-04-07"),
        Place("Varna", "Bulgaria"),
        (Participant("Ilse Brandt", "mayor", "Sweden", "p1"),),
        (),
        ("a.txt", "b.txt", "c.txt"),
        "s1",
        (
            PairScore(
                "a.txt",
                "b.txt",
                0.984,
                (
                    Evidence("people", 2.4, "both name Ilse Brandt and Tomas Reyl"),
                    Evidence("date", 1.1, "both are of 7 April 2031"),
                    Evidence("figures", -0.6, "40 million here, 42 million there"),
                ),
            ),
        ),
    )
    ferry = Event(
        "ev2", "Lund ferry line opens", "opening", None, Place("Lund"), (), (), ("d.txt",), "s1"
    )
    odd = Event("ev3", "[bold red]Not markup[/]", "other", None, Place(), (), (), ("e.txt",))
    return GroupedCorpus(
        documents,
        tuple(_entities(documents)),
        (accord, ferry, odd),
        (Storyline("s1", "Harbours of Lund", ("ev1", "ev2")),),
        (Rejection("pages/broken.txt", 3, "not text"),),
    )


def _entities(documents: Sequence[Document]) -> list[Entity]:
    found: dict[tuple[str, Label], list[Citation]] = {}
    for document in documents:
        for mention in document.mentions:
            place = Citation(document.article.id, mention.start, mention.end)
            found.setdefault((mention.text, mention.label), []).append(place)
    return [
        Entity(f"p{n}", name, label, (name,), None, None, tuple(places))
        for n, ((name, label), places) in enumerate(sorted(found.items()), 1)
    ]


def fake_brief(corpus: GroupedCorpus, event: Event) -> Brief:
    """A brief with every section for the first event, nearly none for the others."""
    documents = {d.article.id: d for d in corpus.documents}
    used = [documents[a] for a in event.articles]
    sources = tuple(
        SourceEntry(
            n,
            d.article.id,
            d.article.path,
            d.article.source,
            d.article.origin,
            d.article.published,
            d.article.language,
            d.article.headline,
            d.article.sha256,
            n,
        )
        for n, d in enumerate(used, 1)
    )
    languages = tuple(dict.fromkeys(d.article.language or "" for d in used))
    rich = _rich_sections(*used) if event.id == "ev1" else {}
    empty: dict[str, object] = dict.fromkeys(
        ("bluf", "facts", "points", "differences", "quotes", "timeline", "next", "background"), ()
    )
    parts = {**empty, "gaps": ("No source says why.",), **rich}
    return Brief(
        event=event,
        headline=event.label,
        sources=sources,
        languages=languages,
        origins=len(used),
        **parts,  # type: ignore[arg-type]  # sections by name
    )


LONG_FACT = " ".join(["The plan of the harbour is to be paid in eleven parts by both towns."] * 4)


def compare_facts(corpus: GroupedCorpus, event: Event) -> Brief:
    """The brief with its table of facts by source, one of them longer than its window is wide."""
    documents = {d.article.id: d for d in corpus.documents}
    used = [documents[a] for a in event.articles]
    english, french, _ = used
    cost, cout = find(english, "40 million euros"), find(french, "42 millions d’euros")
    told = find(english, "The plan costs 40 million euros, the Harbour Council said.")
    there = find(english, "Varna"), find(french, "Varna")

    def row(kind: str, fact: str, *cells: MatrixCell) -> MatrixRow:
        return MatrixRow(kind, fact, cells, sum(c.stance is Stance.CARRIES for c in cells))

    def silent(number: int) -> MatrixCell:
        return MatrixCell(used[number].article.id, Stance.SILENT)

    def carries(place: Citation) -> MatrixCell:
        return MatrixCell(place.article, Stance.CARRIES, (place,))

    other = MatrixCell(cout.article, Stance.OTHER, (cout,), "42 millions d’euros")
    matrix = (
        row("where", "Varna", *map(carries, there), silent(2)),
        row("figure", "40 million euros", carries(cost), other, silent(2)),
        row("point", LONG_FACT, carries(told), silent(1), silent(2)),
    )
    return replace(fake_brief(corpus, event), matrix=matrix)


def _rich_sections(english: Document, french: Document, spanish: Document) -> dict[str, object]:
    signed = find(english, "Mayor Ilse Brandt of Lund signed the accord in Varna on Monday.")
    signe = find(french, "La maire de Lund, Ilse Brandt, a signé lundi à Varna")
    leads = find(english, "Tomas Reyl will lead the work.")
    work = find(english, "Work begins in May.")
    cost, cout = find(english, "40 million euros"), find(french, "42 millions d’euros")
    quote = find(english, "a door to the sea")

    def point(words: Citation, *more: Citation) -> Point:
        document = next(d for d in (english, french, spanish) if d.article.id == words.article)
        text = document.article.text[words.start : words.end]
        return Point(text, document.article.language or "", (words, *more), 1 + len(more))

    return {
        "bluf": (point(signed, signe),),
        "facts": (
            Fact("who", "Ilse Brandt, mayor, Sweden", (find(english, "Ilse Brandt"),), 2),
            Fact("where", "Varna", (find(english, "Varna"), find(french, "Varna")), 3),
        ),
        "points": (
            point(find(spanish, "Tomas Reyl dirigirá las obras."), leads),
            point(find(english, "She praised the Harbour Council.")),
        ),
        "differences": (
            Difference(
                "cost",
                (
                    DifferenceValue(
                        "40 million euros", "EUR 40,000,000", cost.article, cost.start, cost.end
                    ),
                    DifferenceValue(
                        "42 millions d’euros", "EUR 42,000,000", cout.article, cout.start, cout.end
                    ),
                ),
            ),
        ),
        "quotes": (BriefQuote("Ilse Brandt", "a door to the sea", "en", (quote,)),),
        "timeline": (TimelineEntry("2031-04-07", "Signed in Varna.", (signed,)),),
        "next": (point(work),),
        "gaps": ("Nobody says how.",),
    }


def fake_opener(
    paths: Sequence[str],
    settings: Settings,
    *,
    on_progress: Callable[[Progress], None],
    is_cancelled: Callable[[], bool],
    preview: object = None,
) -> GroupedCorpus:
    """Opens the made-up corpus at once."""
    del paths, settings, preview
    on_progress(Progress(Stage.LOAD, 5, 5, "e.txt"))
    if is_cancelled():
        raise Cancelled("stopped", "what was analysed is kept")
    return build_corpus()
