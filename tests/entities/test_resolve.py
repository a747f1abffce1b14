"""Mentions to entities, on small made-up pages."""

from __future__ import annotations

import random

from briefing.entities.resolve import resolve_entities
from briefing.model import Citation, Document, Entity, Label, Title
from tests.builders import build_document

FRENCH = build_document(
    "a.txt",
    "La ministre reçue à Alger\nLa ministre belge Anne Delvaux a vu Karim Benzaoui à Alger. "
    "Mme Delvaux a parlé. L’Office du gaz (ODG) aussi.",
    language="fr",
    people=["Anne Delvaux", "Delvaux", "Karim Benzaoui"],
    places=["Alger"],
    organisations=["Office du gaz", "ODG"],
    titles={"Anne Delvaux": Title(28, 45, "minister", "Belgium")},
)
ARABIC = build_document(
    "b.txt",
    "لقاء في الجزائر\nالتقى كريم بنزاوي الوزيرة. وقال بنزاوي.",
    language="ar",
    people=["كريم بنزاوي", "بنزاوي"],
)
ENGLISH = build_document(
    "c.txt",
    "Gas talks\nKarim Benzaoui met Belgium's Anne Delvaux in Algiers. ODG was there.",
    people=["Karim Benzaoui", "Anne Delvaux"],
    places=["Belgium", "Algiers"],
    organisations=["ODG"],
)


def named(entities: tuple[Entity, ...], name: str) -> Entity:
    (found,) = [e for e in entities if e.name == name]
    return found


def resolve(*documents: Document) -> tuple[Entity, ...]:
    return resolve_entities(documents)


def test_one_person_across_forms_languages_and_scripts() -> None:
    person = named(resolve(FRENCH, ARABIC, ENGLISH), "Karim Benzaoui")
    assert set(person.variants) == {"Karim Benzaoui", "كريم بنزاوي", "بنزاوي"}
    assert {m.article for m in person.mentions} == {"a.txt", "b.txt", "c.txt"}


def test_a_surname_joins_its_full_name_and_the_title_gives_role_and_country() -> None:
    person = named(resolve(FRENCH), "Anne Delvaux")
    assert set(person.variants) == {"Anne Delvaux", "Delvaux"}
    assert (person.role, person.country) == ("minister", "Belgium")


def test_a_city_has_one_english_name_in_all_languages() -> None:
    city = named(resolve(FRENCH, ENGLISH), "Algiers")
    assert city.country == "Algeria"
    assert set(city.variants) == {"Alger", "Algiers"}


def test_an_acronym_joins_the_name_that_a_page_explains_it_by() -> None:
    office = named(resolve(FRENCH, ENGLISH), "Office du gaz")
    assert {m.article for m in office.mentions} == {"a.txt", "c.txt"}


def test_namesakes_with_other_roles_in_other_company_stay_apart() -> None:
    referee = build_document(
        "d.txt",
        "Cup final\nThe referee, Rachid Hamdi, stopped the game. Ali Toumi protested.",
        people=["Rachid Hamdi", "Ali Toumi"],
        titles={"Rachid Hamdi": Title(10, 21, "referee", None)},
    )
    director = build_document(
        "e.txt",
        "Port opens\nRachid Hamdi, director of the port, cut the ribbon with Lea Roux.",
        people=["Rachid Hamdi", "Lea Roux"],
        titles={"Rachid Hamdi": Title(25, 45, "director", None)},
    )
    found = [e for e in resolve(referee, director) if e.name == "Rachid Hamdi"]
    assert sorted(e.role or "" for e in found) == ["director", "referee"]
    assert len({e.id for e in found}) == 2


def test_a_short_role_does_not_contradict_the_full_one() -> None:
    pages = [
        build_document(
            f"{n}.txt",
            f"Talks end\nThe minister Ivo Tammsaar spoke with {guest}.",
            people=["Ivo Tammsaar", guest],
            titles={"Ivo Tammsaar": Title(14, 22, role, None)},
        )
        for n, (guest, role) in enumerate(
            [("Lea Roux", "minister"), ("Ali Toumi", "defence minister")]
        )
    ]
    assert len([e for e in resolve(*pages) if e.name == "Ivo Tammsaar"]) == 1


def test_a_german_initial_j_is_a_y() -> None:
    pages = [
        build_document(f"{n}.txt", f"Talks end\nSalim {name} spoke.", people=[f"Salim {name}"])
        for n, name in enumerate(["al-Yahmidi", "al-Jahmidi"])
    ]
    assert len([e for e in resolve(*pages) if e.kind is Label.PER]) == 1


def test_a_particle_may_be_written_as_one_with_the_name() -> None:
    one = build_document("i.txt", "One\nPieter Van Loo spoke.", people=["Pieter Van Loo"])
    two = build_document("j.txt", "Two\nPieter Vanloo spoke.", people=["Pieter Vanloo"])
    (person,) = resolve(one, two)
    assert {m.article for m in person.mentions} == {"i.txt", "j.txt"}


def test_a_lone_surname_that_two_people_share_joins_neither() -> None:
    first = build_document("f.txt", "One\nAnne Morel spoke.", people=["Anne Morel"])
    second = build_document("g.txt", "Two\nPaul Morel spoke.", people=["Paul Morel"])
    alone = build_document("h.txt", "Three\nMorel spoke.", people=["Morel"])
    assert named(resolve(first, second, alone), "Morel").mentions == (Citation("h.txt", 6, 11),)


def test_every_mention_belongs_to_exactly_one_entity_in_any_order() -> None:
    documents = [FRENCH, ARABIC, ENGLISH]
    expected = resolve_entities(documents)
    mentions = [m for e in expected for m in e.mentions]
    wanted = [
        Citation(d.article.id, m.start, m.end)
        for d in documents
        for m in d.mentions
        if m.label is not Label.MISC
    ]
    assert sorted(mentions) == sorted(wanted)
    for seed in range(5):
        random.Random(seed).shuffle(documents)
        assert resolve_entities(documents) == expected
