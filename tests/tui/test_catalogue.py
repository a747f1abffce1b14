from __future__ import annotations

from dataclasses import replace

from briefing.model import Span, Storyline
from briefing.tui.catalogue import build_catalogue, mentions_in, sections
from tests.tui.sample import build_corpus


def test_a_mention_leads_to_its_entity() -> None:
    corpus = build_corpus()
    catalogue = build_catalogue(corpus)
    text = catalogue.documents["a.txt"].article.text
    start = text.index("Ilse Brandt")
    entity = catalogue.entity_at("a.txt", Span(start, start + len("Ilse Brandt")))
    assert entity is not None
    assert entity.name == "Ilse Brandt"
    assert catalogue.entity_at("a.txt", Span(0, 4)) is None
    places = mentions_in(entity, "a.txt")
    assert [text[p.start : p.end] for p in places] == ["Ilse Brandt"] * 2


def test_sources_are_numbered_from_one() -> None:
    catalogue = build_catalogue(build_corpus())
    numbered = catalogue.sources(catalogue.events["ev1"])
    assert [(s.number, s.document.article.id) for s in numbered] == [
        (1, "a.txt"),
        (2, "b.txt"),
        (3, "c.txt"),
    ]


def test_storylines_and_lone_events_follow_their_first_event() -> None:
    shown = sections(build_corpus())
    assert [[e.id for e in section.events] for section in shown] == [["ev1", "ev2"], ["ev3"]]
    assert shown[0].storyline is not None
    assert shown[1].storyline is None


def test_a_storyline_of_one_event_is_no_heading() -> None:
    corpus = replace(build_corpus(), storylines=(Storyline("s1", "Alone", ("ev1",)),))
    assert [section.storyline for section in sections(corpus)] == [None] * 3
