"""Places: one act in two towns is a conflict; a country, a region, a district of it is none."""

from __future__ import annotations

from briefing.briefs.background import find_background
from briefing.briefs.material import gather
from briefing.briefs.places_ledger import PLACE_OF_EVENT, compare_places
from briefing.model import (
    Citation,
    Difference,
    Document,
    Entity,
    Event,
    EventDate,
    Label,
    Place,
)
from tests.builders import build_document

DAY = "2031-05-05"
COUNTRIES = {"Hamburg": "Germany", "Bilbao": "Spain", "Lyon": "France", "Turin": "Italy"}


def page(identifier: str, language: str, *sentences: str, places: list[str]) -> Document:
    text = "\n".join(("***", *sentences))
    return build_document(
        identifier, text, language=language, published="2031-05-06", places=places
    )


def differences(*documents: Document, kind: str = "meeting") -> list[Difference]:
    names = sorted({m.text for d in documents for m in d.mentions})
    entities = [
        Entity(
            f"loc-{name}", name, Label.LOC, (name,), None, COUNTRIES.get(name),
            tuple(
                Citation(d.article.id, m.start, m.end)
                for d in documents
                for m in d.mentions
                if m.text == name
            ),
        )
        for name in names
    ]  # fmt: skip
    event = Event(
        "e", "Talks", kind, EventDate(DAY), Place(), (), (),
        tuple(sorted(d.article.id for d in documents)),
    )  # fmt: skip
    material = gather(event, {d.article.id: d for d in documents}, entities)
    return list(compare_places(material, find_background(material)))


def told(found: list[Difference]) -> list[tuple[str, list[str]]]:
    return [(d.about, [v.text for v in d.values]) for d in found]


EN = "The ministers met on Monday in Hamburg to speak about the river and its banks."


def test_one_meeting_in_two_towns_is_a_conflict() -> None:
    found = differences(
        page("a", "en", EN, places=["Hamburg"]),
        page(
            "b", "es", "Los ministros se reunieron el lunes en Bilbao para hablar del río.",
            places=["Bilbao"],
        ),
    )  # fmt: skip
    assert told(found) == [(PLACE_OF_EVENT, ["Hamburg", "Bilbao"])]


def test_a_contract_signed_in_two_towns_is_told_apart_from_the_event() -> None:
    found = differences(
        page("a", "en", "The contract was signed on Monday in Bilbao.", places=["Bilbao"]),
        page("b", "de", "Der Vertrag wurde in Hamburg unterschrieben.", places=["Hamburg"]),
        kind="merger",
    )
    assert told(found) == [("place (signed)", ["Bilbao", "Hamburg"])]


def test_the_country_or_a_part_of_it_is_no_other_place() -> None:
    wide = "Die Minister trafen sich am Montag in Deutschland, in Norddeutschland."
    found = differences(
        page("a", "en", EN, places=["Hamburg"]),
        page("b", "de", wide, places=["Norddeutschland"]),
    )
    assert found == []


def test_a_district_called_after_its_town_is_the_town() -> None:
    found = differences(
        page("a", "en", EN, places=["Hamburg"]),
        page("b", "en", EN.replace("Hamburg", "Hamburg-Altona"), places=["Hamburg-Altona"]),
    )
    assert found == []


def test_a_source_that_has_both_towns_disputes_neither() -> None:
    both = EN.replace("in Hamburg", "in Hamburg and met again in Bilbao")
    found = differences(
        page("a", "en", EN, places=["Hamburg"]),
        page("b", "en", both, places=["Hamburg", "Bilbao"]),
    )
    assert found == []


def test_where_somebody_comes_from_or_meets_next_is_no_place_of_the_act() -> None:
    others = (
        "The minister of the state flew from Bilbao to a meeting with his guest.",
        "The ministers will meet again in Bilbao in August.",
    )
    for other in others:
        found = differences(
            page("a", "en", EN, places=["Hamburg"]), page("b", "en", other, places=["Bilbao"])
        )
        assert found == [], other


def test_near_two_towns_is_a_conflict_only_if_a_source_tells_them_apart() -> None:
    one = "Gunmen attacked a bus near Lyon on Monday evening."
    two = "Gunmen attacked a bus near Turin on Monday evening."
    apart = "Gunmen attacked a bus near Turin on Monday evening. A year ago buses burned at Lyon."
    pages = page("a", "en", one, places=["Lyon"])
    assert differences(pages, page("b", "en", two, places=["Turin"]), kind="attack") == []
    found = differences(pages, page("b", "en", apart, places=["Turin", "Lyon"]), kind="attack")
    assert told(found) == [(PLACE_OF_EVENT, ["Lyon", "Turin"])]


def test_what_lies_in_a_town_is_not_set_against_it() -> None:
    inside = "The ministers met on Monday in Bilbao, Hamburg, to speak about the river."
    found = differences(
        page("a", "en", EN, places=["Hamburg"]),
        page("b", "en", EN.replace("Hamburg", "Bilbao"), places=["Bilbao"]),
        page("c", "en", inside, places=["Bilbao", "Hamburg"]),
    )
    assert found == []


def test_a_storm_comes_ashore_on_one_of_two_islands_that_a_page_tells_apart() -> None:
    one = page(
        "a",
        "en",
        "The eye made landfall on Orsay on Monday night, forecasters said.",
        places=["Orsay"],
    )
    two = page(
        "b",
        "fr",
        "L’œil a touché terre sur l’île de Mulko avant de remonter vers Orsay.",
        places=["Mulko", "Orsay"],
    )
    untold = page("b", "fr", "L’œil a touché terre sur l’île de Mulko lundi.", places=["Mulko"])
    assert told(differences(one, two)) == [("place (landfall)", ["Orsay", "Mulko"])]
    assert differences(one, untold) == []
