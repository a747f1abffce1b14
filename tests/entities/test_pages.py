"""What is known of one page: its names by kind, the countries that it names."""

from __future__ import annotations

from briefing.entities.pages import lies_in, read_pages
from briefing.model import Document, Label, Title
from tests.builders import build_document
from tests.entities.pages import page, title


def texts(found: Document, kind: str) -> list[str]:
    (read,) = read_pages([found])
    return [m.text for m in getattr(read, kind)]


def test_every_mention_is_in_one_list() -> None:
    found = page(
        "News\nAda Lorn saw Peru and Kelp Trust.",
        people=["Ada Lorn"],
        places=["Peru"],
        organisations=["Kelp Trust"],
    )
    assert [m.text for m in found.people] == ["Ada Lorn"]
    assert [m.text for m in found.places] == ["Peru"]
    assert [m.text for m in found.organisations] == ["Kelp Trust"]


def test_countries_are_counted_by_name_people_and_large_towns() -> None:
    found = page(
        "News\nThe Norwegian envoy left Oslo for Peru. Norway waits.", places=["Oslo", "Peru"]
    )
    assert found.countries == {"Norway": 3, "Peru": 1}
    assert found.main_country == "Norway"


def test_a_town_that_several_countries_have_is_no_country() -> None:
    assert page("News\nFire in Valencia.", places=["Valencia"]).countries == {}
    assert page("News\nFire in Valencia.", places=["Valencia"]).main_country is None


def test_a_country_taken_for_a_body_is_a_place_and_a_body_taken_for_a_place_none() -> None:
    document = build_document(
        "a.txt",
        "News\nPeru met the United Nations.",
        places=["United Nations"],
        organisations=["Peru"],
    )
    assert texts(document, "places") == ["Peru"]
    assert texts(document, "organisations") == ["United Nations"]


def test_a_city_that_something_happens_in_is_a_place_a_club_is_not() -> None:
    town = build_document("a.txt", "News\nTalks in Oslo ended.", organisations=["Oslo"])
    club = build_document("b.txt", "News\nThe title went to Oslo.", organisations=["Oslo"])
    assert texts(town, "places") == ["Oslo"]
    assert texts(club, "organisations") == ["Oslo"]


def test_a_surname_taken_for_a_place_is_the_persons_whom_another_page_names() -> None:
    whole = build_document("a.txt", "One\nAda Quillby spoke.", people=["Ada Quillby"])
    alone = build_document("b.txt", "Two\nQuillby left.", places=["Quillby"])
    _, page_b = read_pages([whole, alone])
    assert [m.text for m in page_b.people] == ["Quillby"]


def test_a_town_taken_for_a_person_is_the_place_that_the_corpus_knows() -> None:
    documents = [
        build_document("a.txt", "One\nRain in Antwerp. Sun in Antwerp.", places=["Antwerp"]),
        build_document("b.txt", "Deux\nAnvers attend.", language="fr", people=["Anvers"]),
    ]
    _, second = read_pages(documents)
    assert [(m.text, m.label) for m in second.places] == [("Anvers", Label.PER)]


def test_a_titled_surname_that_is_a_towns_name_stays_a_person() -> None:
    text = "One\nMinister Antwerp left."
    document = build_document(
        "b.txt",
        text,
        people=["Antwerp"],
        titles={"Antwerp": title(text, "Minister", "minister")},
    )
    towns = build_document("a.txt", "Two\nRain in Antwerp. Sun in Antwerp.", places=["Antwerp"])
    _, second = read_pages([towns, document])
    assert [m.text for m in second.people] == ["Antwerp"]


def test_what_somebody_heads_is_no_person() -> None:
    text = "One\nThe head of Varnex, Ada Lorn, left. Varnex grew."
    start = text.index("head")
    document = build_document(
        "a.txt",
        text,
        people=["Varnex", "Ada Lorn"],
        titles={"Ada Lorn": Title(start, start + len("head of Varnex"), "head", None)},
    )
    assert texts(document, "people") == ["Ada Lorn"]
    assert texts(document, "organisations") == ["Varnex", "Varnex"]


def test_ranges_are_half_open() -> None:
    assert lies_in(3, [(0, 2), (3, 5)])
    assert not lies_in(2, [(0, 2), (3, 5)])
    assert not lies_in(5, [(0, 2), (3, 5)])
    assert not lies_in(0, [])


def test_a_surname_that_is_a_far_towns_name_does_not_become_that_town() -> None:
    whole = build_document("a.txt", "One\nAda Antwerp spoke.", people=["Ada Antwerp"])
    far = build_document("b.txt", "Two\nPeru thanked Antwerp.", places=["Antwerp", "Peru"])
    near = build_document("c.txt", "Two\nBelgium opened Antwerp.", places=["Antwerp", "Belgium"])
    _, second, third = read_pages([whole, far, near])
    assert [m.text for m in second.people] == ["Antwerp"]
    assert [m.text for m in third.places] == ["Belgium", "Antwerp"]


def test_a_lone_name_that_another_page_has_for_a_place_is_one() -> None:
    place = build_document("a.txt", "One\nThe isle of Orvanti waits.", places=["Orvanti"])
    other = build_document("b.txt", "Two\nBoats for Orvanti.", people=["Orvanti"])
    whole = build_document("c.txt", "Three\nAda Orvanti spoke.", people=["Ada Orvanti"])
    _, read = read_pages([place, other])
    assert [m.text for m in read.places] == ["Orvanti"]
    _, read, _ = read_pages([place, other, whole])
    assert [m.text for m in read.people] == ["Orvanti"]


def test_an_organisation_may_go_without_its_first_word() -> None:
    whole = build_document(
        "a.txt", "One\nEolica Kelp Bright sold.", organisations=["Eolica Kelp Bright"]
    )
    short = build_document("b.txt", "Two\nKelp Bright sold.", people=["Kelp Bright"])
    _, read = read_pages([whole, short])
    assert [m.text for m in read.organisations] == ["Kelp Bright"]
    called = build_document(
        "c.txt", "One\nHospital Ada Lorn closed.", organisations=["Hospital Ada Lorn"]
    )
    bearer = build_document("d.txt", "Two\nAda Lorn spoke.", people=["Ada Lorn"])
    _, read = read_pages([called, bearer])
    assert [m.text for m in read.people] == ["Ada Lorn"]
