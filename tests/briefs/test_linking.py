"""Dated sentences lead to the other event of the corpus that they speak of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.briefs.compose import write_brief
from briefing.model import Citation, Event, EventDate, EventLink, Participant, Place
from tests.briefs.corpus import (
    ENGLISH,
    build_documents,
    build_english,
    find_entities,
    make_event,
)
from tests.builders import spans_of

DOCUMENTS = build_documents()
ENTITIES = find_entities(DOCUMENTS)
OWN = replace(make_event(DOCUMENTS), storyline="s-1")
STONE = Participant("Ben Stone", None, None, "e-stone")


def _event(
    name: str,
    day: str | None,
    *people: Participant,
    city: str | None = None,
    storyline: str | None = None,
) -> Event:
    date = EventDate(day) if day else None
    return Event(name, name, "visit", date, Place(city), people, (), ("old.txt",), storyline)


def _links(*others: Event) -> dict[str, EventLink | None]:
    brief = write_brief(OWN, DOCUMENTS, ENTITIES, events=(OWN, *others))
    return {entry.date: entry.link for entry in brief.timeline}


def test_a_month_and_somebody_named_lead_to_the_event() -> None:
    visit = _event("e-visit", "2030-10-07", STONE)
    assert _links(visit) == {
        "2030-10": EventLink("e-visit", "e-visit", "2030-10-07"),
        "2031-05-05": None,
    }


def test_a_month_and_the_town_lead_to_the_event() -> None:
    assert _links(_event("e-visit", "2030-10-07", city="Lunde"))["2030-10"] is not None


@pytest.mark.parametrize(
    "other",
    [
        _event("e-other", "2030-10-07"),
        _event("e-other", "2030-10-07", storyline="s-1"),
        _event("e-other", "2030-11-07", STONE),
        _event("e-other", "2030", STONE),
        _event("e-other", None, STONE),
    ],
)
def test_a_month_alone_or_another_day_leads_nowhere(other: Event) -> None:
    assert set(_links(other).values()) == {None}


def test_of_two_events_the_one_of_the_storyline_is_meant_and_none_where_both_fit() -> None:
    one = _event("e-one", "2030-10-07", STONE)
    two = _event("e-two", "2030-10-09", STONE, storyline="s-1")
    assert (_links(one, two)["2030-10"] or EventLink("", "")).event == "e-two"
    assert _links(one, replace(two, storyline=None))["2030-10"] is None


def _background_links(sentence: str, *others: Event) -> list[str | None]:
    text = f"{ENGLISH}\nBackground\n{sentence}\n"
    documents = {"a.txt": build_english(text)}
    entities = find_entities(documents)
    guest = replace(entities[0], id="e-guest", name="Cy Dunn", variants=("Cy Dunn",))
    spans = [Citation("a.txt", *span) for span in spans_of(text, "Cy Dunn")]
    found = (*entities, replace(guest, mentions=tuple(spans)))
    brief = write_brief(make_event(documents), documents, found, events=others)
    (point,) = [p for p in brief.background if p.text == sentence]
    return [point.link.event if point.link else None]


def test_an_undated_sentence_of_the_background_names_its_event() -> None:
    dunn = Participant("Cy Dunn", None, None, "e-guest")
    visit = _event("e-visit", "2031-05-04", dunn, STONE)
    sentence = "Cy Dunn had previously visited Ben Stone and left him a barometer."
    assert _background_links(sentence, visit) == ["e-visit"]
    later = _event("e-visit", "2031-05-08", dunn, STONE)
    assert _background_links(sentence, later) == [None]
    known = _event("e-visit", "2031-05-04", STONE, Participant("Ada Roe", None, None, "e-roe"))
    assert _background_links(sentence, known) == [None]
    assert _background_links(sentence, visit, replace(visit, id="e-twin")) == [None]
