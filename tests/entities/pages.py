"""Pages for tests of the resolution, made of small documents as the analysis would leave them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.entities.pages import Page, read_pages
from briefing.entities.resolve import resolve_entities
from briefing.model import Document, Entity, Title
from tests.builders import build_document, spans_of


def page(text: str, name: str = "a.txt", language: str = "en", **names: Sequence[str]) -> Page:
    """The page of one document, its names marked wherever they stand."""
    (found,) = read_pages([build_document(name, text, language=language, **names)])  # type: ignore[arg-type] # only names are passed
    return found


def without_nested(document: Document) -> Document:
    """The document without mentions inside longer ones ("Quillby" in "Ada Quillby")."""
    kept = tuple(
        m
        for m in document.mentions
        if not any(o is not m and o.start <= m.start and m.end <= o.end for o in document.mentions)
    )
    return replace(document, mentions=kept)


def title(text: str, words: str, role: str | None, country: str | None = None) -> Title:
    """A title where its words first stand."""
    start, end = spans_of(text, words)[0]
    return Title(start, end, role, country)


def organisations(*documents: Document) -> list[Entity]:
    """The organisations of some documents."""
    return [e for e in resolve_entities(documents) if e.kind == "ORG"]


def people(*documents: Document) -> list[Entity]:
    """The people of some documents."""
    return [e for e in resolve_entities(documents) if e.kind == "PER"]


def places(*documents: Document) -> list[Entity]:
    """The places of some documents."""
    return [e for e in resolve_entities(documents) if e.kind == "LOC"]
