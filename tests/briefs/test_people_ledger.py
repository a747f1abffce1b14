"""Offices and names of persons that sources give differently."""

from __future__ import annotations

import pytest

from briefing.lexicon.roles import role_named
from briefing.model import Document, Title
from tests.briefs.reports import differences, report

NAME = "Ada Roe"


def _titled(identifier: str, words: str, name: str = NAME, language: str = "en") -> Document:
    sentence = f"{words} {name} spoke."
    start = len("***\n")
    title = Title(start, start + len(words), role_named(words))
    return report(identifier, language, sentence, people=[name], titles={name: title})


@pytest.mark.parametrize(
    ("one", "two", "is_rival"),
    [
        ("Water Minister", "Agriculture Minister", True),
        ("Water Minister", "Minister", False),
        ("Energy Minister", "Environment and Energy Minister", False),
        ("chairman", "chief executive", True),
        ("chairman", "president", False),
        ("judge", "prosecutor", True),
        ("mayor", "coach", False),
        ("deputy minister", "minister", True),
        ("port director", "deputy director", True),
        ("State Secretary", "Minister", True),
        ("vice-minister", "Deputy Minister", False),
        ("former minister", "Deputy Minister", False),
    ],
)
def test_offices_that_nobody_holds_at_once_differ(one: str, two: str, *, is_rival: bool) -> None:
    found = differences(_titled("a", one), _titled("b", two))
    assert [d.about for d in found] == (["office of Ada Roe"] if is_rival else [])


def test_one_office_and_family_name_with_two_first_names_differ() -> None:
    one, two = _titled("a", "Mayor", "Rui Alves Neto"), _titled("b", "Mayor", "Raúl Alves Neto")
    (found,) = differences(one, two)
    assert (found.about, sorted(v.text for v in found.values)) == (
        "name of the mayor",
        ["Raúl Alves Neto", "Rui Alves Neto"],
    )
    assert differences(one, _titled("b", "Coach", "Raúl Alves Neto")) == []
