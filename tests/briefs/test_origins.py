"""Copies count once; two texts stay two, whatever agency they credit."""

from __future__ import annotations

from briefing.briefs.origins import count_origins, find_origins
from briefing.model import Document
from tests.builders import build_document

WIRE = (
    "Dam opens\nThe river dam at Oldford opened on Monday after nine years of building work. "
    "Engineers said the lake behind it would take three winters to fill. Farmers downstream fear "
    "that their fields will dry out before the first turbine turns."
)
EDITED = (
    "New dam at Oldford\nThe river dam at Oldford opened on Monday after nine years of building "
    "work. Engineers said the lake behind it would take three winters to fill. Farmers fear that "
    "their fields will dry out, the paper has learnt."
)
OTHER = (
    "Lake will take years to fill\nWith a brass band and a long speech the Oldford authorities "
    "put their dam into service this week. Nobody could say when the turbines would start, and "
    "the valley's growers kept away from the party."
)


def _groups(*documents: Document) -> dict[str, int]:
    forward = find_origins(documents)
    assert forward == find_origins(documents[::-1])
    return forward


def test_a_reprint_is_one_origin_with_its_original() -> None:
    found = _groups(
        build_document("a", WIRE), build_document("b", OTHER), build_document("c", EDITED)
    )
    assert found == {"a": 1, "b": 2, "c": 1}
    assert count_origins(["a", "c"], found) == 1
    assert count_origins(["a", "b", "c"], found) == 2


def test_a_credit_alone_does_not_join_two_texts() -> None:
    found = _groups(
        build_document("a", WIRE, origin="ABC"), build_document("b", OTHER, origin="ABC")
    )
    assert found == {"a": 1, "b": 2}


def test_a_credit_and_half_of_the_words_do() -> None:
    cut = "Dam\n" + WIRE.split("\n")[1].split(". ", maxsplit=1)[0] + ". " + OTHER.split("\n")[1]
    apart = _groups(build_document("a", WIRE), build_document("b", cut))
    joined = _groups(
        build_document("a", WIRE, origin="ABC"), build_document("b", cut, origin="abc")
    )
    assert (apart["b"], joined["b"]) == (2, 1)


def test_short_texts_with_a_common_phrase_stay_apart() -> None:
    found = _groups(
        build_document("a", "A\nThe talks ended on Monday."),
        build_document("b", "B\nThe talks ended on Monday."),
    )
    assert found == {"a": 1, "b": 2}
