"""People across pages: spellings join, namesakes stay apart; all names are invented."""

from __future__ import annotations

import pytest

from briefing.model import Document, Title
from tests.builders import build_document
from tests.entities.pages import people


def doc(
    name: str, text: str, *who: str, title: Title | None = None, language: str = "en"
) -> Document:
    """A page on some people, the first of whom bears the title."""
    return build_document(
        f"{name}.txt",
        text,
        language=language,
        people=who,
        titles={who[0]: title} if title else {},
    )


def office(role: str | None, country: str | None = None) -> Title:
    return Title(0, 4, role, country)


SPELLINGS = [
    ("Sidi Ahmed Ould Brehim", "Sidi Ahmed Uld Brehim", "سيدي أحمد ولد ابراهيم"),
    ("Karim Benzaoui", "Karim Ben Zaoui", "كريم بنزاوي"),
    ("Abd al-Rahman Jabri", "Abderrahmane Djabri", "عبد الرحمن الجابري"),
    ("Khaled Mansouri", "Jaled Mansuri", "خالد منصوري"),
    ("Youcef Tahrawi", "Yusuf Tahraoui", "يوسف طحراوي"),
    ("Volodymyr Tkachenko", "Wolodymyr Tkatschenko", "Volodymyr Tkačenko"),
    ("Dragan Petrović", "Dragan Petrowitsch", "Dragan Petrovitch"),
    ("Giorgos Papadimas", "Yorgos Papadimas", "Georgios Papadimas"),
    ("Jörg Müllenbach", "Joerg Muellenbach", "Jorg Mullenbach"),
    ("Marit Håkonsund", "Marit Haakonsund", "ماريت هوكونسند"),
    ("Pieter van der Loo", "Pieter Vanderloo", "Pieter Van Der Loo"),
    ("Kim Yong-sun", "Kim Yong Sun", "Kim Yongsun"),
    ("Jean-Luc Marchadour", "Jean Luc Marchadour", "J.-L. Marchadour"),
]


@pytest.mark.parametrize("spellings", SPELLINGS, ids=lambda s: s[0])
def test_spellings_of_three_languages_are_one_person(spellings: tuple[str, ...]) -> None:
    pages = [doc(str(n), f"Talks\n{name} spoke.", name) for n, name in enumerate(spellings)]
    (person,) = people(*pages)
    assert len({m.article for m in person.mentions}) == len(spellings)


OTHERS = [
    ("Maria Perol", "Mario Perol"),
    ("Paul Sartin", "Paula Sartin"),
    ("Juan Garmo", "Juana Garmo"),
    ("Karim Tahiri", "Karim Zahiri"),
    ("Omar Said", "Omar Saad"),
    ("Sory Kanouté", "Sory Konaté"),
    ("Hassan Rouhi", "Hussein Rouhi"),
    ("Liesbet Vandorp", "Pieter Vandorp"),
]


@pytest.mark.parametrize("names", OTHERS, ids=lambda n: n[1])
def test_other_names_are_other_people(names: tuple[str, str]) -> None:
    pages = [doc(str(n), f"Talks\n{name} spoke.", name) for n, name in enumerate(names)]
    assert len(people(*pages)) == 2


def test_the_surname_may_stand_first() -> None:
    one = doc("a", "Talks\nJean Laporte met Ada Lorn.", "Jean Laporte", "Ada Lorn")
    two = doc("b", "Talks\nLAPORTE Jean saw Ada Lorn.", "LAPORTE Jean", "Ada Lorn")
    assert len(people(one, two)) == 2


def test_another_role_and_company_make_another_person() -> None:
    director = doc(
        "a",
        "Port opens\nAda Quillby met Ivo Tamm and Lea Roux.",
        "Ada Quillby", "Ivo Tamm", "Lea Roux",
        title=office("director"),
    )  # fmt: skip
    captain = doc(
        "b",
        "Cup final\nAda Quillby beat Rolf Morse and Pia Holm.",
        "Ada Quillby", "Rolf Morse", "Pia Holm",
        title=office("captain"),
    )  # fmt: skip
    found = [p.role for p in people(director, captain) if p.name == "Ada Quillby"]
    assert sorted(r or "" for r in found) == ["captain", "director"]


def test_a_page_without_roles_does_not_bridge_two_namesakes() -> None:
    pages = [
        doc("a", "Port opens\nAda Quillby met Ivo Tamm.", "Ada Quillby", "Ivo Tamm",
            title=office("director")),
        doc("b", "Cup final\nAda Quillby beat Rolf Morse.", "Ada Quillby", "Rolf Morse"),
        doc("c", "Cup final\nAda Quillby beat Rolf Morse.", "Ada Quillby", "Rolf Morse",
            title=office("captain")),
    ]  # fmt: skip
    found = {p.role: {m.article for m in p.mentions} for p in people(*pages) if "Quill" in p.name}
    assert found == {"director": {"a.txt"}, "captain": {"b.txt", "c.txt"}}


def test_a_convict_without_a_role_is_not_the_director_of_that_name() -> None:
    pages = [
        doc("a", "Cable deal\nAda Quillby praised Ivo Tamm and Lea Roux.",
            "Ada Quillby", "Ivo Tamm", "Lea Roux", title=office("director", "Norway")),
        doc("b", "Court jails clerk\nThe court convicted Ada Quillby. Rolf Morse, Pia Holm.",
            "Ada Quillby", "Rolf Morse", "Pia Holm"),
    ]  # fmt: skip
    assert len([p for p in people(*pages) if p.name == "Ada Quillby"]) == 2


def test_a_head_of_state_without_a_title_is_still_known() -> None:
    pages = [
        doc("a", "Talks\nAda Quillby met Ivo Tamm and Lea Roux in Norway.",
            "Ada Quillby", "Ivo Tamm", "Lea Roux", title=office("president", "Norway")),
        doc("b", "Norway waits\nAda Quillby saw Rolf Morse and Pia Holm in Norway.",
            "Ada Quillby", "Rolf Morse", "Pia Holm"),
    ]  # fmt: skip
    assert len([p for p in people(*pages) if p.name == "Ada Quillby"]) == 1


def test_pages_with_no_country_in_common_and_other_offices_are_of_two_people() -> None:
    pages = [
        doc("a", "Fire in Spain\nAda Quillby came.", "Ada Quillby", title=office("mayor")),
        doc("b", "Fire in Peru\nAda Quillby came.", "Ada Quillby", title=office("governor")),
    ]
    assert len(people(*pages)) == 2


def test_a_lone_surname_goes_to_its_only_bearer() -> None:
    whole = doc("a", "Talks\nAda Quillby spoke.", "Ada Quillby")
    alone = doc("b", "Talks\nQuillby spoke.", "Quillby")
    (person,) = people(whole, alone)
    assert set(person.variants) == {"Ada Quillby", "Quillby"}


def test_a_lone_surname_with_another_role_stays_alone() -> None:
    whole = doc("a", "Talks\nAda Quillby spoke.", "Ada Quillby", title=office("judge"))
    alone = doc("b", "Cup final\nQuillby scored.", "Quillby", title=office("player"))
    assert len(people(whole, alone)) == 2


def test_a_lone_surname_goes_to_the_bearer_in_whose_company_it_stands() -> None:
    pages = [
        doc("a", "One\nAda Quillby met Ivo Tamm.", "Ada Quillby", "Ivo Tamm"),
        doc("b", "Two\nRolf Quillby met Lea Roux.", "Rolf Quillby", "Lea Roux"),
        doc("c", "Three\nQuillby met Lea Roux.", "Quillby", "Lea Roux"),
    ]
    found = {p.name: {m.article for m in p.mentions} for p in people(*pages)}
    assert found["Rolf Quillby"] == {"b.txt", "c.txt"}


def test_a_surname_spelt_nearly_alike_is_another_bearers() -> None:
    pages = [
        doc("a", "One\nSory Kanouté ran.", "Sory Kanouté"),
        doc("b", "Two\nBako Konaté sat.", "Bako Konaté"),
        doc("c", "Three\nKonaté smiled.", "Konaté"),
    ]
    found = {p.name: {m.article for m in p.mentions} for p in people(*pages)}
    assert found["Bako Konaté"] == {"b.txt", "c.txt"}
