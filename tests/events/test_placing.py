"""Where an event was: the town of the act, not the town that it is about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.entities.resolve import resolve_entities
from briefing.events.facts import event_kind
from briefing.events.placing import event_place
from briefing.events.profile import build_profile
from briefing.events.sources import as_source
from briefing.indexing import index_mentions
from briefing.model import BlockKind, Document, Place
from tests.builders import build_document


def place_of(*documents: Document) -> Place:
    entities = resolve_entities(documents)
    by_id = {e.id: e for e in entities}
    entity_of = index_mentions(entities)
    sources = [as_source(d, build_profile(d, entity_of, by_id)) for d in documents]
    return event_place(sources, entity_of, by_id, event_kind(sources))


@pytest.mark.parametrize(
    ("language", "sentence", "places", "expected"),
    [
        ("en", "They met in Oslo on a road to Bergen.", ["Oslo", "Bergen"], "Oslo"),
        ("en", "The man from Oslo was tried in Bergen.", ["Oslo", "Bergen"], "Bergen"),
        ("en", "They met in the capital, Oslo, without Bergen.", ["Oslo", "Bergen"], "Oslo"),
        (
            "it",
            "La ministra ha incontrato oggi a Oslo il collega: nasce una scuola a Bergen.",
            ["Oslo", "Bergen"],
            "Oslo",
        ),
        (
            "de",
            "Die Ministerin hat in Oslo ein Abkommen für ein Werk in Bergen unterzeichnet.",
            ["Oslo", "Bergen"],
            "Oslo",
        ),
        (
            "es",
            "Firmaron en Oslo un acuerdo para abrir una oficina en Bergen.",
            ["Oslo", "Bergen"],
            "Oslo",
        ),
    ],
)
def test_the_place_of_the_act_goes_before_its_subject(
    language: str, sentence: str, places: list[str], expected: str
) -> None:
    document = build_document("a.txt", f"1 2 3\n{sentence}", language=language, places=places)
    place = place_of(document)
    assert (place.city, place.country) == (expected, "Norway")
    assert all(document.article.text[c.start : c.end] == expected for c in place.citations)


def test_the_place_beside_the_day_goes_first() -> None:
    text = "A deal\nThe works in Bergen were sold and the papers signed on Monday in Oslo."
    document = build_document(
        "a.txt", text, places=["Bergen", "Oslo"], dates={"Monday": "2024-03-04"}
    )
    assert place_of(document).city == "Oslo"


def test_an_accident_is_not_where_it_is_told_from() -> None:
    text = (
        "Train crash kills four\nOSLO (NTB) –\n"
        "Four people died in a train crash near Voss, officials in Bergen said."
    )
    kinds = [BlockKind.HEADLINE, BlockKind.DATELINE, BlockKind.BODY]
    crash = build_document("a.txt", text, kinds=kinds, places=["OSLO", "Voss", "Bergen"])
    assert place_of(crash).city == "Voss"
    talks = build_document(
        "b.txt",
        "Fish talks end\nOSLO (NTB) –\nMinisters met on cod for Bergen.",
        kinds=kinds,
        places=["OSLO", "Bergen"],
    )
    assert place_of(talks).city == "Oslo"


def test_who_comes_from_where_and_what_lies_between_is_no_place_of_the_act() -> None:
    text = "Bus attacked\nGunmen attacked a bus travelling from Oslo to Bergen near Voss."
    assert place_of(build_document("a.txt", text, places=["Oslo", "Bergen", "Voss"])).city == "Voss"


def test_an_election_of_a_country_is_in_no_town() -> None:
    text = (
        "Norway votes\nThe opposition won the election in Norway on Monday. It took 80 seats. "
        "Ada Lorn told a crowd in Bergen that she would govern."
    )
    place = place_of(build_document("a.txt", text, places=["Norway", "Bergen"]))
    assert (place.city, place.country) == (None, "Norway")


def test_sources_agree_on_a_place() -> None:
    one = build_document("1.txt", "Talks\nThey met in Oslo.", places=["Oslo"])
    two = build_document("2.txt", "Talks\nThey met in Bergen.", places=["Bergen"])
    three = replace(one, article=replace(one.article, id="3.txt", path="3.txt"))
    assert place_of(one, two, three).city == "Oslo"
    assert place_of(three, two, one).city == "Oslo"


def test_a_building_stands_in_the_town_it_is_called_after() -> None:
    hospital = build_document("a.txt", "Fire at the Hospital of Lyon", places=["Hospital of Lyon"])
    place = place_of(hospital)
    assert (place.city, place.country) == ("Lyon", "France")


def test_no_place_is_guessed() -> None:
    assert place_of(build_document("a.txt", "A day of talks\nThey met.")) == Place()


def test_a_building_gives_way_to_the_town_that_it_stands_in() -> None:
    text = "Cup final goes to the hosts\nThey won at the estadio Valdoro. Oslo sang in Oslo."
    document = build_document("a.txt", text, places=["estadio Valdoro", "Oslo"])
    assert place_of(document).city == "Oslo"


@pytest.mark.parametrize(("published", "town"), [("2024-03-04", "Voss"), ("2024-06-04", "Bergen")])
def test_where_something_will_be_next_is_not_where_the_act_was(published: str, town: str) -> None:
    text = (
        "Fish talks end\nThe cod is safe. It was late. All were calm. "
        "They sat in Voss. They sat in Bergen that day."
    )
    document = build_document(
        "a.txt",
        text,
        places=["Voss", "Bergen"],
        dates={"that day": "2024-05-02"},
        published=published,
    )
    assert place_of(document).city == town


@pytest.mark.parametrize(
    ("sentence", "places", "expected"),
    [
        ("She won the Oslo marathon on her way from Bergen.", ["Oslo", "Bergen"], "Oslo"),
        ("Dockers were on strike at the port of Oslo, not Bergen.", ["Oslo", "Bergen"], "Oslo"),
        ("The dump in Bergen: the court of Oslo convicted three.", ["Oslo", "Bergen"], "Oslo"),
    ],
)
def test_what_bears_a_towns_name_puts_the_act_there(
    sentence: str, places: list[str], expected: str
) -> None:
    document = build_document("a.txt", f"1 2 3\n{sentence}", places=places)
    assert place_of(document).city == expected


def test_a_court_named_as_a_body_sits_in_its_town() -> None:
    text = "1 2 3\nThe Tribunal of Bergen sentenced three men over a dump in Oslo."
    document = build_document("a.txt", text, places=["Oslo"], organisations=["Tribunal of Bergen"])
    place = place_of(document)
    assert place.city == "Bergen"
    assert [text[c.start : c.end] for c in place.citations] == ["Tribunal of Bergen"]


@pytest.mark.parametrize("region", ["Jalisco", "Karnataka", "Francophone West Africa"])
def test_a_region_is_no_town(region: str) -> None:
    text = f"1 2 3\nThey met in {region} on Monday. They had met in Oslo."
    assert place_of(build_document("a.txt", text, places=[region, "Oslo"])).city != region


def test_a_region_tells_the_country() -> None:
    document = build_document(
        "a.txt", "1 2 3\nA bus fell in Jalisco, in Jalisco.", places=["Jalisco"]
    )
    assert place_of(document) == Place(None, "Mexico", ())


def test_the_name_of_the_outlet_is_no_place() -> None:
    document = build_document(
        "a.txt", "1 2 3\nThey met in Oslo Eco, in Bergen.", places=["Oslo Eco", "Bergen"]
    )
    named = replace(document, article=replace(document.article, source="Oslo Eco"))
    assert place_of(named).city == "Bergen"


def test_english_pages_spell_the_town_as_they_do() -> None:
    document = build_document("a.txt", "1 2 3\nThey met in Basra.", places=["Basra"])
    assert (place_of(document).city, place_of(document).country) == ("Basra", "Iraq")


def test_a_small_town_is_shown_as_its_pages_spell_it() -> None:
    text = "1 2 3\nUn feu a pris à Sitra. Bahreïn enquête."
    document = build_document("a.txt", text, language="fr", places=["Sitra", "Bahreïn"])
    assert place_of(document).city == "Sitra"


def test_a_match_that_names_no_place_was_in_the_town_of_one_of_its_clubs() -> None:
    text = "Bergen win the cup match\nBergen won the match. Their coach wept."
    document = build_document("a.txt", text, organisations=["Bergen"])
    assert place_of(document).city == "Bergen"
    text = "Bergen sign merger\nBergen signed the merger. Their chief wept."
    document = build_document("a.txt", text, organisations=["Bergen"])
    assert place_of(document).city is None


def test_where_shares_are_traded_is_not_where_a_contract_was_won() -> None:
    text = (
        "Bergen chooses a builder\nThe shares rose in Oslo by 6 per cent. The city of Bergen spoke."
    )
    place = place_of(build_document("a.txt", text, places=["Bergen", "Oslo"]))
    assert place.city == "Bergen"


def test_spellings_of_a_place_that_no_table_holds_vote_together() -> None:
    pages = [
        build_document(
            f"{number}.txt",
            f"Tomb found\nA tomb was found in {name}. The team went to Oslo.",
            places=[name, "Oslo"],
        )
        for number, name in enumerate(("Quorbeni Hasan", "Quorbeni Hassan"))
    ]
    town = build_document("2.txt", "Tomb found\nIn Oslo a tomb was found.", places=["Oslo"])
    place = place_of(*pages, town)
    assert place.city in {"Quorbeni Hasan", "Quorbeni Hassan"}
    assert {c.article for c in place.citations} == {"0.txt", "1.txt"}


def test_a_small_namesake_of_a_country_that_no_page_names_is_the_town_of_the_one_named() -> None:
    text = "Strike in Acobamba ends\nThe strike in Acobamba ended. Workers in Bolivia cheered."
    place = place_of(build_document("a.txt", text, places=["Acobamba", "Bolivia"]))
    assert (place.city, place.country) == ("Acobamba", "Bolivia")
