"""Places: English names, towns of one name, exonyms; pages are made up."""

from __future__ import annotations

import pytest

from briefing.model import Document, Entity
from tests.builders import build_document
from tests.entities.pages import places


def doc(name: str, text: str, *where: str, language: str = "en") -> Document:
    return build_document(f"{name}.txt", f"News\n{text}", language=language, places=where)


def named(found: list[Entity]) -> list[tuple[str, str | None]]:
    return sorted((e.name, e.country) for e in found)


EXONYMS = [
    ("Vienna", "Austria", [("Wien", "de"), ("Vienne", "fr"), ("Viena", "es"), ("فيينا", "ar")]),
    ("The Hague", "Netherlands", [("Den Haag", "nl"), ("La Haye", "fr"), ("لاهاي", "ar")]),
    ("Milan", "Italy", [("Mailand", "de"), ("Milano", "it"), ("Milán", "es")]),
    ("Netherlands", "Netherlands", [("Pays-Bas", "fr"), ("Niederlande", "de"), ("هولندا", "ar")]),
    ("North Sea", None, [("Nordsee", "de"), ("mer du Nord", "fr"), ("بحر الشمال", "ar")]),
]


@pytest.mark.parametrize(("name", "country", "forms"), EXONYMS, ids=lambda x: str(x)[:9])
def test_exonyms_are_one_place_with_an_english_name(
    name: str, country: str | None, forms: list[tuple[str, str]]
) -> None:
    pages = [doc(str(n), f"{w}.", w, language=code) for n, (w, code) in enumerate(forms)]
    assert named(places(*pages)) == [(name, country)]


def test_of_towns_of_one_name_the_page_means_the_one_whose_country_it_names() -> None:
    pages = [
        doc("a", "Fire in Valencia. Spain sends help.", "Valencia", "Spain"),
        doc("b", "Fire in Valencia. Venezuela sends help.", "Valencia", "Venezuela"),
        doc("c", "The Spanish police came to Córdoba.", "Córdoba"),
    ]
    found = named(places(*pages))
    assert ("Valencia", "Spain") in found
    assert ("Valencia", "Venezuela") in found
    assert ("Córdoba", "Spain") in found


def test_a_country_or_region_beside_a_town_tells_most() -> None:
    text = "From Paris, Texas, to Cambridge (Canada) in France and Britain."
    assert named(places(doc("a", text, "Paris", "Cambridge"))) == [
        ("Cambridge", "Canada"),
        ("Paris", "United States"),
    ]


def test_a_famous_town_is_not_a_village_of_its_name() -> None:
    pages = doc("a", "Talks in Paris. American envoys came from Texas.", "Paris", "Texas")
    assert ("Paris", "France") in named(places(pages))


def test_a_small_town_far_from_every_country_of_the_page_is_not_meant() -> None:
    (far,) = places(doc("a", "Norway’s Sava is a firm. Norway grows.", "Sava"))
    assert (far.name, far.country) == ("Sava", None)


def test_what_one_page_leaves_open_the_others_tell() -> None:
    pages = [
        doc("a", "Italy: rain in Sava.", "Sava"),
        doc("b", "Norway asked about Sava.", "Sava"),
    ]
    assert named(places(*pages)) == [("Sava", "Italy")]


def test_a_building_has_one_name_in_two_languages() -> None:
    pages = [
        doc("a", "The Quillby Hospital closed.", "Quillby Hospital"),
        doc("b", "L’hôpital Quillby ferme.", "hôpital Quillby", language="fr"),
    ]
    assert named(places(*pages)) == [("Quillby Hospital", None)]


def test_a_town_far_from_the_countries_named_is_not_meant_unless_it_is_large() -> None:
    text = "They met in Copacabana. Peru and Bolivia signed."
    assert ("Copacabana", None) in named(places(doc("a", text, "Copacabana", language="es")))
    text = "They met in Lisbon. Peru and Bolivia signed."
    assert ("Lisbon", "Portugal") in named(places(doc("a", text, "Lisbon", language="es")))
