"""Two reports of one invented meeting, in two languages, with entities and the event by hand."""

from __future__ import annotations

from dataclasses import replace

from briefing.model import (
    Citation,
    DateMention,
    Document,
    Entity,
    Event,
    EventDate,
    Figure,
    Label,
    Participant,
    Place,
    Qualifier,
    Span,
)
from tests.builders import build_document, spans_of

ENGLISH = (
    "Ministers agree fund in Port Alva\n"
    "Interior Minister Ada Roe and her guest Ben Stone agreed on Monday in Port Alva to set up "
    "a fund of 30 million euros for the fishing towns of the coast.\n"
    "The 12 delegations also signed a declaration on patrols against drug trafficking. "
    "“We will count every boat that comes home,” Roe said after the talks.\n"
    "In October, Stone had visited the capital Lunde for a conference on migration. "
    "Experts will meet in Lunde in August to draft the rules of the fund.\n"
)
FRENCH = (
    "Un fonds pour la côte\n"
    "Ada Roe et Ben Stone ont décidé lundi à Port Alva la création d’un fonds de 20 millions "
    "d’euros pour les communes de pêche.\n"
    "Les 12 délégations ont signé une déclaration sur des patrouilles contre le trafic de drogue. "
    "« Nous compterons chaque bateau qui rentre au port », a dit Roe.\n"
)
_NAMES = {
    "e-roe": ("Ada Roe", Label.PER, ("Ada Roe", "Roe")),
    "e-stone": ("Ben Stone", Label.PER, ("Ben Stone", "Stone")),
    "e-alva": ("Port Alva", Label.LOC, ("Port Alva",)),
    "e-lunde": ("Lunde", Label.LOC, ("Lunde",)),
}


def figure(text: str, words: str, value: float, *, unit: str | None = None, **kinds: str) -> Figure:
    """A figure where its words first stand."""
    start, end = spans_of(text, words)[0]
    return Figure(
        start, end, words, value, unit, kinds.get("counted"), Qualifier(kinds.get("how", "exact"))
    )


def build_english(text: str = ENGLISH, identifier: str = "a.txt") -> Document:
    """The English report; other words may be put into its text."""
    return build_document(
        identifier,
        text,
        published="2031-05-06",
        people=["Ada Roe", "Ben Stone"],
        places=["Port Alva"],
        dates={"Monday": "2031-05-05", "October": "2030-10", "August": "2031-08"},
        figures=[
            figure(text, "30 million euros", 3e7, unit="EUR"),
            figure(text, "12", 12, counted="delegations"),
        ],
        quotes={"We will count every boat that comes home": "Roe"},
    )


def build_french(text: str = FRENCH, identifier: str = "b.txt") -> Document:
    """The French report of the same meeting."""
    return build_document(
        identifier,
        text,
        language="fr",
        published="2031-05-05",
        people=["Ada Roe", "Ben Stone"],
        places=["Port Alva"],
        dates={"lundi": "2031-05-05"},
        figures=[
            figure(text, "20 millions d’euros", 2e7, unit="EUR"),
            figure(text, "12", 12, counted="delegations"),
        ],
        quotes={"Nous compterons chaque bateau qui rentre au port": "Roe"},
    )


def with_speakers(document: Document) -> Document:
    """The same document, each quotation given to the last "Roe" of its article."""
    text = document.article.text
    start = text.rindex("Roe")
    quotes = tuple(replace(q, speaker_span=Span(start, start + 3)) for q in document.quotes)
    return replace(document, quotes=quotes)


def build_documents() -> dict[str, Document]:
    """Both reports by article id."""
    return {d.article.id: with_speakers(d) for d in (build_english(), build_french())}


def find_entities(documents: dict[str, Document]) -> tuple[Entity, ...]:
    """The four entities with every place where one of their names stands."""
    found = []
    for identifier, (name, kind, variants) in _NAMES.items():
        mentions = [
            Citation(article, *span)
            for article, document in sorted(documents.items())
            for span in _longest_spans(document.article.text, variants)
        ]
        found.append(
            Entity(identifier, name, kind, variants, None, "Aland", tuple(sorted(mentions)))
        )
    return tuple(found)


def _longest_spans(text: str, variants: tuple[str, ...]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for variant in variants:
        if variant in text:
            for start, end in spans_of(text, variant):
                if not any(s <= start and end <= e for s, e in spans):
                    spans.append((start, end))
    return spans


def make_event(documents: dict[str, Document], day: str | None = "2031-05-05") -> Event:
    """The meeting of Roe and Stone."""
    return Event(
        id="e-1",
        label="Roe–Stone meeting, Port Alva",
        kind="meeting",
        date=EventDate(day) if day else None,
        place=Place("Port Alva", "Aland"),
        participants=(
            Participant("Ada Roe", "interior minister", "Aland", "e-roe"),
            Participant("Ben Stone", None, None, "e-stone"),
        ),
        organisations=(),
        articles=tuple(sorted(documents)),
    )


def undated(mention: DateMention, partial: str) -> DateMention:
    """The same words with no known value."""
    return DateMention(mention.start, mention.end, mention.text, None, partial)
