"""What a person is, with the words that say so; people and bodies are invented."""

from __future__ import annotations

import pytest

from briefing.model import Document, Entity
from tests.builders import build_document
from tests.entities.pages import people, title


def doc(
    name: str, text: str, person: str, words: str, role: str | None, country: str | None = None
) -> Document:
    return build_document(
        f"{name}.txt",
        text,
        people=[person],
        organisations=[b for b in ("Kelp Trust", "Port Authority of Brodick") if b in text],
        titles={person: title(text, words, role, country)},
    )


def person(*documents: Document) -> Entity:
    (found,) = people(*documents)
    return found


def test_an_office_of_state_is_of_its_country_and_cites_its_words() -> None:
    text = "Talks\nNorway’s Interior Minister, Ada Lorn, spoke."
    found = person(
        doc("a", text, "Ada Lorn", "Norway’s Interior Minister", "interior minister", "Norway")
    )
    assert found.office == "interior minister of Norway"
    (cited,) = found.titles
    assert text[cited.start : cited.end] == "Norway’s Interior Minister"


@pytest.mark.parametrize(
    ("role", "country", "office"),
    [
        ("president", "United States", "president of the United States"),
        ("prime minister", "Czech Republic", "prime minister of the Czech Republic"),
        ("coach", "Norway", "coach, Norway"),
        ("lawyer", None, "lawyer"),
    ],
)
def test_offices_in_words(role: str, country: str | None, office: str) -> None:
    found = person(doc("a", "News\nThe lead, Ada Lorn.", "Ada Lorn", "lead", role, country))
    assert found.office == office


def test_a_director_is_of_the_body_that_the_title_names() -> None:
    text = "News\nAda Lorn, director of the Port Authority of Brodick, left."
    words = "director of the Port Authority of Brodick"
    found = person(doc("a", text, "Ada Lorn", words, "director"))
    assert found.office == "director of the Port Authority of Brodick"
    assert found.organisation == "org-port-authority-of-brodick"


def test_a_possessive_looks_back_to_the_body() -> None:
    text = "News\nThe Kelp Trust grew. Its director, Ada Lorn, smiled."
    assert person(doc("a", text, "Ada Lorn", "director", "director")).office == (
        "director of Kelp Trust"
    )


def test_without_a_possessive_a_body_nearby_is_not_theirs() -> None:
    text = "News\nThe Kelp Trust grew. The director, Ada Lorn, smiled."
    assert person(doc("a", text, "Ada Lorn", "director", "director")).organisation is None


def test_a_short_role_counts_for_the_fuller_one() -> None:
    pages = [
        doc("a", "News\nThe minister Ada Lorn.", "Ada Lorn", "minister", "minister"),
        doc("b", "News\nThe minister Ada Lorn.", "Ada Lorn", "minister", "minister"),
        doc("c", "News\nThe minister Ada Lorn.", "Ada Lorn", "minister", "defence minister"),
    ]
    found = person(*pages)
    assert found.role == "defence minister"
    assert len(found.titles) == 3


def test_who_has_no_title_has_no_office() -> None:
    (found,) = people(build_document("a.txt", "News\nAda Lorn.", people=["Ada Lorn"]))
    assert (found.office, found.titles, found.role) == (None, (), None)
