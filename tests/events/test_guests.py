"""Who was at another event, though an event's pages name him."""

from __future__ import annotations

from briefing.entities.resolve import resolve_entities
from briefing.events.grouping import group_events
from briefing.model import Document, Title
from tests.builders import build_document


def talks(name: str, guest: str, country: str, aside: str = "", speaker: str = "") -> Document:
    text = (
        f"Host meets {guest} in Oslo\nPremier Ada Lorn received {guest} of {country} in Oslo. "
        f"They signed a pact on ships. The lunch was long. Fish was served. {aside}"
    )
    people = [p for p in ("Ada Lorn", "Ole Brun", "Ida Falk") if p in text]
    return build_document(
        name,
        text,
        people=people,
        places=["Oslo", country],
        titles={p: Title(0, 7, "minister", None) for p in people if p != "Ada Lorn"},
        quotes={"We were first,": speaker} if speaker else {},
    )


def people_of(*documents: Document) -> dict[str, set[str]]:
    grouping = group_events(documents, resolve_entities(documents))
    return {e.articles[0]: {p.name for p in e.participants} for e in grouping.events}


def test_the_guest_of_the_day_before_took_no_part() -> None:
    one = talks("one.txt", "Ole Brun", "Denmark")
    two = talks("two.txt", "Ida Falk", "Finland", "The day before she had seen Ole Brun.")
    found = people_of(one, two)
    assert "Ole Brun" in found["one.txt"]
    assert found["two.txt"] == {"Ada Lorn", "Ida Falk"}


def test_who_is_named_nowhere_else_stays() -> None:
    two = talks("two.txt", "Ida Falk", "Finland", "The day before she had seen Ole Brun.")
    assert people_of(two)["two.txt"] == {"Ada Lorn", "Ida Falk", "Ole Brun"}


def test_a_guest_who_speaks_stays() -> None:
    one = talks("one.txt", "Ole Brun", "Denmark")
    said = "“We were first,” said Ole Brun."
    two = talks("two.txt", "Ida Falk", "Finland", said, speaker="Ole Brun")
    assert "Ole Brun" in people_of(one, two)["two.txt"]
