"""Organisations across spellings, acronyms and languages, on made-up pages."""

from __future__ import annotations

import random

from briefing.entities.resolve import resolve_entities
from briefing.model import Document, Entity, Label
from tests.builders import build_document
from tests.entities.pages import organisations


def doc(name: str, text: str, *bodies: str, language: str = "en", **names: list[str]) -> Document:
    return build_document(
        f"{name}.txt",
        f"News\n{text}",
        language=language,
        organisations=bodies,
        places=names.get("places", []),
        people=names.get("people", []),
    )


def names(found: list[Entity]) -> list[str]:
    return sorted(e.name for e in found)


def test_a_union_of_countries_is_one_body_in_all_languages_even_taken_for_a_place() -> None:
    pages = [
        doc("a", "The European Union paid.", "European Union"),
        doc("b", "L’Union européenne (UE) paie.", "Union européenne", "UE", language="fr"),
        doc("c", "Pagó la Unión Europea.", language="es", places=["Unión Europea"]),
        doc("d", "دفع الاتحاد الأوروبي المال.", language="ar", places=["الاتحاد الأوروبي"]),
    ]
    (union,) = organisations(*pages)
    assert (union.name, union.kind, union.country) == ("European Union", Label.ORG, None)
    assert {m.article for m in union.mentions} == {"a.txt", "b.txt", "c.txt", "d.txt"}


def test_an_acronym_joins_a_name_and_its_translation_in_another_language() -> None:
    pages = [
        doc("a", "The Federal Bureau of Tides (BGZ) met.", "Federal Bureau of Tides"),
        doc("b", "Das Bundesgezeitenzentrum (BGZ) tagt.", "Bundesgezeitenzentrum", language="de"),
        doc("c", "La BGZ observe.", "BGZ", language="fr"),
    ]
    (bureau,) = organisations(*pages)
    assert {m.article for m in bureau.mentions} == {"a.txt", "b.txt", "c.txt"}
    assert bureau.name == "Federal Bureau of Tides"


def test_one_acronym_of_two_bodies_joins_neither() -> None:
    pages = [
        doc("a", "The Kelp Farmers Alliance (KFA) met.", "Kelp Farmers Alliance"),
        doc("b", "The Korvian Fencing Academy (KFA) won.", "Korvian Fencing Academy"),
        doc("c", "The KFA was silent.", "KFA"),
    ]
    assert names(organisations(*pages)) == [
        "KFA",
        "Kelp Farmers Alliance",
        "Korvian Fencing Academy",
    ]


def test_on_its_own_page_an_acronym_means_what_that_page_says() -> None:
    pages = [
        doc("a", "The Kelp Farmers Alliance (KFA) met. KFA won.", "Kelp Farmers Alliance", "KFA"),
        doc("b", "The Korvian Fencing Academy (KFA) won.", "Korvian Fencing Academy", "KFA"),
    ]
    found = {e.name: set(e.variants) for e in organisations(*pages)}
    assert found["Kelp Farmers Alliance"] == {"Kelp Farmers Alliance", "KFA"}


def test_acronyms_are_explained_by_commas_and_brackets_before_too() -> None:
    pages = [
        doc("a", "The KPT, Kelp and Pearl Trust, met.", "KPT", "Kelp and Pearl Trust"),
        doc("b", "The KPT (Kelp and Pearl Trust) met.", "KPT"),
        doc("c", "KPT paid.", "KPT"),
    ]
    (trust,) = organisations(*pages)
    assert set(trust.variants) == {"KPT", "Kelp and Pearl Trust"}


def test_a_mention_that_holds_name_and_acronym_is_both() -> None:
    pages = [
        doc("a", "The Kelp Trust (KT) met.", "Kelp Trust (KT"),
        doc("b", "The Kelp Trust met. KT paid.", "Kelp Trust", "KT"),
    ]
    assert len(organisations(*pages)) == 1


def test_ministries_join_across_languages_where_subject_and_country_agree() -> None:
    pages = [
        doc("a", "Norway’s Interior Ministry replied.", "Interior Ministry"),
        doc("b", "Le ministère norvégien de l’Intérieur.", "ministère norvégien de l’Intérieur"),
        doc("c", "Das norwegische Innenministerium.", "Innenministerium", language="de"),
        doc("d", "أعلنت وزارة الداخلية النرويجية ذلك.", "وزارة الداخلية النرويجية", language="ar"),
    ]
    (ministry,) = organisations(*pages)
    assert (ministry.name, ministry.country) == ("Interior Ministry", "Norway")


def test_ministries_of_two_countries_or_subjects_stay_apart() -> None:
    pages = [
        doc("a", "Norway’s Interior Ministry replied.", "Interior Ministry"),
        doc("b", "Peru’s Interior Ministry replied.", "Interior Ministry"),
        doc("c", "Norway’s Defence Ministry replied.", "Defence Ministry"),
    ]
    found = sorted((e.name, e.country) for e in organisations(*pages))
    assert found == [
        ("Defence Ministry", "Norway"),
        ("Interior Ministry", "Norway"),
        ("Interior Ministry", "Peru"),
    ]


def test_a_ministry_of_unknown_country_joins_none() -> None:
    pages = [
        doc("a", "Norway’s Interior Ministry replied.", "Interior Ministry"),
        doc("b", "The Interior Ministry of Peru met Chile.", "Interior Ministry"),
        doc("c", "Chile and Peru wrote to the Interior Ministry.", "Interior Ministry"),
    ]
    countries = [e.country for e in organisations(*pages)]
    assert sorted(c or "" for c in countries) == ["", "Norway", "Peru"]


def test_the_only_country_of_a_page_is_that_of_its_police() -> None:
    pages = [
        doc("a", "La Policía Nacional de España actuó.", "Policía Nacional", language="es"),
        doc("b", "In Spain the National Police waited.", "National Police", places=["Spain"]),
        doc("c", "En Ecuador la Policía Nacional esperó.", "Policía Nacional", language="es"),
    ]
    assert sorted(e.country or "" for e in organisations(*pages)) == ["Ecuador", "Spain"]


def test_words_in_another_order_and_language_name_one_university() -> None:
    pages = [
        doc("a", "Selkirk University opened.", "Selkirk University"),
        doc("b", "L’Université de Selkirk ouvre.", "Université de Selkirk", language="fr"),
        doc("c", "The University of Brodick opened.", "University of Brodick"),
    ]
    assert len(organisations(*pages)) == 2


def test_a_legal_form_and_an_article_make_no_other_firm() -> None:
    pages = [
        doc("a", "Varnex SA grew.", "Varnex SA"),
        doc("b", "Die Varnex wuchs.", "Die Varnex", language="de"),
    ]
    assert len(organisations(*pages)) == 1


def test_the_same_in_any_order() -> None:
    pages = [
        doc("a", "The Kelp Trust (KT) met in Norway.", "Kelp Trust", "KT"),
        doc("b", "KT paid Norway’s Interior Ministry.", "KT", "Interior Ministry"),
        doc("c", "The Interior Ministry and the Kite Team (KT).", "Interior Ministry", "Kite Team"),
    ]
    expected = resolve_entities(pages)
    for seed in range(4):
        random.Random(seed).shuffle(pages)
        assert resolve_entities(pages) == expected
