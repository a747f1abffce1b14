"""The crowd a page stands in: measured among look-alikes of its own language alone."""

from __future__ import annotations

import pytest

from briefing.events.blocking import candidate_pairs
from briefing.events.crowding import CROWDED, LIKEST, place_in_crowd
from briefing.events.features import LEAST_LEVEL, Comparable, crowd_share, make_comparable
from briefing.events.scoring import Odds, Weights
from briefing.model import Document
from tests.builders import build_document
from tests.events.test_features import profiles_of

SUBJECTS = "harbour dredging contract tender ministry pilots tariff quay ballast customs".split()


def crowd(pages: int, language: str = "en") -> list[Document]:
    """Pages on one matter, each with a word of its own."""
    return [
        build_document(
            f"{language}{n:02}.txt",
            f"Harbour story\nThe {' '.join(SUBJECTS)} story went on as item{n} told readers.",
            language=language,
        )
        for n in range(pages)
    ]


def placed(documents: list[Document]) -> dict[str, Comparable]:
    profiles, corpus = profiles_of(documents)
    pages = {a: make_comparable(p, corpus) for a, p in profiles.items()}
    return place_in_crowd(pages, candidate_pairs(list(profiles.values())))


def test_many_look_alikes_make_a_crowd_and_few_do_not() -> None:
    assert {p.crowded for p in placed(crowd(LIKEST + 2)).values()} == {1.0}
    assert {p.crowded for p in placed(crowd(3)).values()} == {0.0}


def test_pages_in_other_languages_are_no_crowd() -> None:
    few = crowd(3) + crowd(3, "fr") + crowd(3, "de") + crowd(3, "es")
    found = placed(few)
    assert {p.crowded for p in found.values()} == {0.0}
    assert crowd_share(found["en00.txt"], found["fr00.txt"]) == 0


def test_an_unrelated_page_leaves_the_measures_as_they_are() -> None:
    stranger = build_document("zz.txt", "Zebra\nQuiet zebras graze beneath yonder acacias.")
    before, after = placed(crowd(12)), placed([*crowd(12), stranger])
    for article, page in before.items():
        assert after[article].crowded == page.crowded
        assert after[article].level == pytest.approx(page.level, rel=0.1)
    assert after["zz.txt"].level == LEAST_LEVEL < CROWDED


def test_weights_are_mixed_by_the_share_of_the_crowd() -> None:
    weights = Weights(Odds(-1.0, -2.0, {"copy": 4.0}), Odds(-3.0, -5.0, {"copy": 2.0}))
    assert weights.log_odds({"copy": 1.0}, 0.0) == 3.0
    assert weights.log_odds({"copy": 1.0}, 1.0) == -1.0
    assert weights.log_odds({"copy": 1.0}, 0.5) == 1.0
