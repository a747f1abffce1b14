"""Attendance: participants only, those who took part first, each with what every source says."""

from __future__ import annotations

from dataclasses import replace

from briefing.briefs.attendance import list_attendance
from briefing.briefs.material import Material, gather
from briefing.briefs.origins import find_origins
from briefing.model import Attendee, Citation, Document, Entity, Label, Participant
from tests.briefs.corpus import build_documents, find_entities, make_event


def attend(
    documents: dict[str, Document], entities: tuple[Entity, ...], *more: Participant
) -> tuple[Attendee, ...]:
    event = make_event(documents)
    event = replace(event, participants=(*event.participants, *more))
    material: Material = gather(event, documents, entities)
    return list_attendance(material, find_origins(material.documents))


def test_each_source_says_who_took_part_in_its_own_words() -> None:
    documents = build_documents()
    found = attend(documents, find_entities(documents))
    assert [(a.name, a.role, a.country, a.is_present) for a in found] == [
        ("Ada Roe", "interior minister", "Aland", True),
        ("Ben Stone", None, None, True),
    ]
    for attendee in found:
        assert [a.article for a in attendee.accounts] == ["a.txt", "b.txt"]
        assert attendee.origins == 2
        for account in attendee.accounts:
            text = documents[account.article].article.text
            assert text[account.citation.start : account.citation.end] == account.words


def test_who_is_only_mentioned_does_not_attend() -> None:
    documents = build_documents()
    text = documents["a.txt"].article.text
    start = text.index("Experts")
    stranger = Entity(
        "e-x", "Experts", Label.PER, ("Experts",), None, None,
        (Citation("a.txt", start, start + len("Experts")),),
    )  # fmt: skip
    found = attend(documents, (*find_entities(documents), stranger))
    assert [a.name for a in found] == ["Ada Roe", "Ben Stone"]


def test_who_is_named_far_down_only_speaks_of_it() -> None:
    documents = build_documents()
    text = documents["a.txt"].article.text
    start = text.index("Experts")
    expert = Entity(
        "e-x", "Experts", Label.PER, ("Experts",), None, None,
        (Citation("a.txt", start, start + len("Experts")),),
    )  # fmt: skip
    participant = Participant("Experts", None, None, "e-x")
    found = attend(documents, (*find_entities(documents), expert), participant)
    assert [(a.name, a.is_present) for a in found][-1] == ("Experts", False)


def test_one_office_in_two_scripts_is_one_attendee() -> None:
    documents = build_documents()
    roe, stone, *rest = find_entities(documents)
    apart = [
        replace(roe, mentions=tuple(c for c in roe.mentions if c.article == "a.txt")),
        replace(
            roe, id="e-ar", name="آدا رو",
            mentions=tuple(c for c in roe.mentions if c.article == "b.txt"),
        ),
    ]  # fmt: skip
    arabic = Participant("آدا رو", "interior minister", "Aland", "e-ar")
    found = attend(documents, (*apart, stone, *rest), arabic)
    assert [a.name for a in found] == ["Ada Roe", "Ben Stone"]
    assert [a.article for a in found[0].accounts] == ["a.txt", "b.txt"]


def test_two_names_in_one_script_stay_two() -> None:
    documents = build_documents()
    other = Participant("Eve Roe", "interior minister", "Aland", "e-stone")
    found = attend(documents, find_entities(documents), other)
    assert [a.name for a in found] == ["Ada Roe", "Ben Stone", "Eve Roe"]
