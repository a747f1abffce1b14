"""The crowd a page stands in: measured among look-alikes of its own language alone."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.events.blocking import candidate_pairs
from briefing.events.comparing import Pages, crowd_shares, measure_likeness
from briefing.events.crowding import LIKEST, NEAREST
from briefing.events.features import FEATURES, measure_pairs
from briefing.events.scoring import Odds, Weights, compare_pages
from briefing.model import Document
from tests.builders import build_document
from tests.events.test_features import corpus_of

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


def placed(documents: list[Document]) -> Pages:
    corpus = corpus_of(documents)
    return compare_pages(corpus, candidate_pairs(corpus))[0]


def test_many_look_alikes_make_a_crowd_and_few_do_not() -> None:
    assert set(placed(crowd(LIKEST + 2)).crowded) == {1.0}
    assert set(placed(crowd(3)).crowded) == {0.0}


def test_pages_in_other_languages_are_no_crowd() -> None:
    few = crowd(3) + crowd(3, "fr") + crowd(3, "de") + crowd(3, "es")
    found = placed(few)
    assert set(found.crowded) == {0.0}


def test_no_crowd_is_shared_across_languages() -> None:
    pages = placed(crowd(LIKEST + 2) + crowd(LIKEST + 2, "fr"))
    one, two = np.array([0, 0]), np.array([1, LIKEST + 2])
    assert set(pages.crowded) == {1.0}
    assert crowd_shares(pages, one, two).tolist() == [1.0, 0.0]


def test_an_unrelated_page_leaves_the_measures_as_they_are() -> None:
    stranger = build_document("zz.txt", "Zebra\nQuiet zebras graze beneath yonder acacias.")
    before, after = placed(crowd(12)), placed([*crowd(12), stranger])
    assert after.crowded[:12].tolist() == before.crowded.tolist()
    assert after.crowded[12] == 0.0
    known = len(before.neighbours.weights)
    assert after.neighbours.rows.keys.tolist() == [*before.neighbours.rows.keys, 12]
    assert after.neighbours.weights[:known] == pytest.approx(before.neighbours.weights, rel=0.1)


def test_weights_are_mixed_by_the_share_of_the_crowd() -> None:
    none = dict.fromkeys(FEATURES, 0.0)
    weights = Weights(
        Odds(-1.0, -2.0, {**none, "copy": 4.0}), Odds(-3.0, -5.0, {**none, "copy": 2.0})
    )
    features = np.zeros((len(FEATURES), 3))
    features[FEATURES.index("copy")] = 1.0
    assert weights.log_odds(features, np.array([0.0, 1.0, 0.5])).tolist() == [3.0, -1.0, 1.0]


def test_pages_of_a_crowd_are_known_by_those_that_they_stand_out_against() -> None:
    """Of two events told in the same words, each page's neighbours are of its own event."""
    halves = [
        build_document(
            f"{half}{n:02}.txt",
            f"Harbour story\nThe {' '.join(SUBJECTS)} story went on with {words} as item{n} told.",
        )
        for half, words in (("a", "anchors sinking slowly"), ("b", "lanterns burning brightly"))
        for n in range(NEAREST + 1)
    ]
    pages = placed(halves)
    total = NEAREST + 1
    assert set(pages.crowded) == {1.0}
    assert pages.neighbours.rows.keys[:total].tolist() == list(range(total))
    one, two = np.array([0, 0]), np.array([1, total])
    found = measure_pairs(pages, one, two, measure_likeness(pages, one, two))
    assert found[:, FEATURES.index("shared_neighbours")].tolist() == pytest.approx([1.0, 0.0])


def test_who_stands_alone_has_no_neighbours() -> None:
    pages = placed(crowd(3))
    assert pages.neighbours.rows.lengths.tolist() == [1, 1, 1]
    one, two = np.array([0]), np.array([1])
    found = measure_pairs(pages, one, two, measure_likeness(pages, one, two))
    assert found[0, FEATURES.index("shared_neighbours")] == 0.0


def test_pages_of_one_event_share_neighbours_without_sharing_words() -> None:
    """Two pages with nothing but the matter in common are both likest to those between them."""
    words = "anchors buoys cables davits engines fenders gangways hatches ingots jetties".split()
    chain = [
        build_document(
            f"a{n}.txt",
            f"Harbour story\nThe {' '.join(SUBJECTS)} story went on with"
            f" {' '.join(words[n : n + 4])} as they told.",
        )
        for n in range(7)
    ]
    others = [
        build_document(
            f"b{n:02}.txt",
            f"Harbour story\nThe {' '.join(SUBJECTS)} story went on with lanterns burning brightly"
            f" as item{n} told.",
        )
        for n in range(NEAREST + 1)
    ]
    pages = placed([*chain, *others])
    one, two = np.array([0, 0]), np.array([6, 7])
    found = measure_pairs(pages, one, two, measure_likeness(pages, one, two))
    ends, across = found[:, FEATURES.index("shared_neighbours")]
    assert found[0, FEATURES.index("words")] == pytest.approx(
        found[1, FEATURES.index("words")], rel=0.5
    )
    assert ends > 2 * across


def test_of_pages_that_are_as_like_the_first_are_neighbours() -> None:
    same = [
        build_document(f"{n:02}.txt", f"Harbour story\nThe {' '.join(SUBJECTS)} story went on.")
        for n in range(NEAREST + 3)
    ]
    pages = placed(same)
    assert pages.neighbours.rows.keys[: NEAREST + 1].tolist() == list(range(NEAREST + 1))
