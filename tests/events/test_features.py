"""Pair features: symmetric, silent about what pages do not say, explained in words."""

from __future__ import annotations

from itertools import combinations_with_replacement

import numpy as np
import pytest

from briefing.entities.resolve import resolve_entities
from briefing.events.blocking import SMALL_BLOCK, candidate_pairs
from briefing.events.comparing import make_comparable, measure_likeness
from briefing.events.corpus import Corpus, lay_out
from briefing.events.explaining import explain
from briefing.events.features import FEATURES, measure_pairs
from briefing.events.grouping import read_page
from briefing.events.profile import Profile
from briefing.events.reasons import day_in_words, listed
from briefing.events.scoring import shipped_weights
from briefing.events.statistics import count_corpus
from briefing.events.wording import Wording
from briefing.indexing import index_mentions
from briefing.model import Document, Title
from tests.builders import build_document
from tests.events.test_grouping import CORPUS, FIRST_ENGLISH, FIRST_FRENCH, LATER, OTHER_GUEST

Features = dict[str, float]


def pages_of(documents: list[Document]) -> list[tuple[Profile, Wording]]:
    """Profiles and words by article."""
    entities = resolve_entities(documents)
    entity_of, by_id = index_mentions(entities), {e.id: e for e in entities}
    ordered = sorted(documents, key=lambda d: d.article.id)
    return [read_page(d, entity_of, by_id) for d in ordered]


def corpus_of(documents: list[Document]) -> Corpus:
    return lay_out(pages_of(documents))


def features_of(one: Document, two: Document, among: list[Document] | None = None) -> Features:
    """The features of a pair that are not 0, within the small corpus unless another is given."""
    corpus = corpus_of(among or CORPUS)
    left, right = (np.array([corpus.articles.index(d.article.id)], np.intp) for d in (one, two))
    pages = make_comparable(corpus, count_corpus(corpus))
    (found,) = measure_pairs(pages, left, right, measure_likeness(pages, left, right)).tolist()
    return {name: value for name, value in zip(FEATURES, found, strict=True) if value}


def test_features_are_symmetric_and_known() -> None:
    for one, two in combinations_with_replacement(CORPUS, 2):
        assert features_of(one, two) == features_of(two, one)
        assert set(features_of(one, two)) <= set(FEATURES)


def test_the_other_guest_speaks_against() -> None:
    features = features_of(FIRST_ENGLISH, OTHER_GUEST)
    assert features["other_counterpart"] == 1
    assert "other_counterpart" not in features_of(FIRST_ENGLISH, FIRST_FRENCH)


def test_another_day_speaks_against_and_the_same_day_for() -> None:
    assert features_of(FIRST_ENGLISH, LATER)["other_day"] > 1
    assert features_of(FIRST_ENGLISH, FIRST_FRENCH)["same_day"] == 1


def test_pages_without_dates_or_people_say_nothing_about_them() -> None:
    bare = [
        build_document("x.txt", "Rain in the hills\nIt rained for hours and hours."),
        build_document("y.txt", "Rain in the hills\nIt rained for hours and hours."),
    ]
    features = features_of(bare[0], bare[1], bare)
    silent = {
        "same_day",
        "other_day",
        "other_people",
        "same_people",
        "published_near",
        "other_city",
    }
    assert not silent & set(features)
    assert features["copy"] == 1


def test_every_feature_has_a_weight_and_words() -> None:
    (one, _), _, (two, _), _ = pages_of(CORPUS)
    for odds in (shipped_weights().alone, shipped_weights().crowd):
        assert set(odds.weights) == set(FEATURES)
    ones = [1.0] * len(FEATURES)
    everything = explain(one, one, ones, ones, {})
    assert [e.feature for e in everything] == sorted(FEATURES)
    told = explain(
        one, two, ones, [float(f in {"same_people", "other_counterpart"}) for f in FEATURES], {}
    )
    assert {e.feature for e in told} == {"same_people", "other_counterpart"}
    assert all(e.words for e in told)


def test_small_corpora_are_compared_whole_and_large_ones_by_shared_keys() -> None:
    assert len(candidate_pairs(corpus_of(CORPUS))) == 6
    strangers = [
        build_document(f"{n:03}.txt", f"Story{n} alpha{n}\nBeta{n} saw gamma{n} and delta{n}.")
        for n in range(SMALL_BLOCK + 5)
    ]
    assert not len(candidate_pairs(corpus_of(strangers)))


def test_between_long_pages_a_common_word_alone_puts_no_pair_up() -> None:
    def page(number: int, words: int) -> Document:
        own = " ".join(f"q{n:02}x{number:03}" for n in range(words))
        shared = " harpoon" * (number in (20, 40))
        return build_document(f"{number:03}.txt", f"Page{number}\n{own}{shared}.")

    for words, pairs in ((50, 0), (8, 1)):
        few = corpus_of([page(n, words) for n in range(SMALL_BLOCK)])
        assert len(candidate_pairs(few)) == SMALL_BLOCK * 39 // 2
        more = corpus_of([page(n, words) for n in (20, 40, *range(41, 80), *range(1, 5))])
        found = list(candidate_pairs(more))
        assert [(p.left, p.right) for p in found] == [("020.txt", "040.txt")] * pairs


@pytest.mark.parametrize(
    ("published", "pairs"), [("2031-03-20", 1), (None, 1), ("2031-05-20", 0)], ids=str
)
def test_pages_of_other_months_that_share_a_word_alone_are_no_pair(
    published: str | None, pairs: int
) -> None:
    def page(number: int, shared: str, published: str | None) -> Document:
        text = f"Page{number}\nA{number} b{number} c{number}{shared}."
        return build_document(f"{number:03}.txt", text, published=published)

    first = page(0, " harpoon", "2031-03-10")
    strangers = [page(n, "", "2031-03-10") for n in range(1, SMALL_BLOCK)]
    corpus = corpus_of([first, *strangers, page(SMALL_BLOCK, " harpoon", published)])
    assert len(candidate_pairs(corpus)) == pairs


@pytest.mark.parametrize(
    ("words", "expected"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (list("ABCDE"), "A, B and 3 more")],
)
def test_lists_in_words(words: list[str], expected: str) -> None:
    assert listed(words) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("2024-03-04", "4 March 2024"), ("2024-03", "March 2024"), ("2024", "2024")],
)
def test_dates_in_words(value: str, expected: str) -> None:
    assert day_in_words(value) == expected


def test_one_host_with_two_guests_whom_each_page_mentions() -> None:
    titles = {
        "Birna Olsen": Title(0, 1, "fisheries minister", "Iceland"),
        "Kjell Aasen": Title(0, 1, "fisheries minister", "Norway"),
        "Mette Dahl": Title(0, 1, "fisheries minister", "Denmark"),
    }
    pages = [
        build_document(
            name,
            f"Talks on {topic}\nMinister {guest} met on {topic} in Reykjavik. It was long. It was "
            f"dry. The host was Birna Olsen. Earlier that day {other} had come.",
            people=["Birna Olsen", "Kjell Aasen", "Mette Dahl"],
            places=["Reykjavik"],
            titles=titles,
        )
        for name, guest, other, topic in (
            ("cod.txt", "Kjell Aasen", "Mette Dahl", "cod"),
            ("ferry.txt", "Mette Dahl", "Kjell Aasen", "ferries"),
        )
    ]
    features = features_of(pages[0], pages[1], pages)
    assert features["other_counterpart"] == 1
    assert "same_city" not in features


def test_a_takeover_and_a_protest_are_different_acts() -> None:
    pages = [
        build_document(
            "deal.txt",
            "Lira buys Quist\nThe takeover was signed that day.",
            dates={"that day": "2024-03-04"},
        ),
        build_document(
            "march.txt",
            "Protest against Lira\nThousands of strikers marched that day.",
            dates={"that day": "2024-03-07"},
        ),
    ]
    assert features_of(pages[0], pages[1], pages)["other_kind"] == 2
    assert "other_kind" not in features_of(pages[0], pages[0], pages)


def test_editions_speak_for_and_against_in_words() -> None:
    second, again, third = (
        build_document(f"{name}.txt", f"{head} round of talks on salt opens\nThey met in Quell.")
        for name, head in (("a", "Second"), ("b", "2nd"), ("c", "Third"))
    )
    among = [second, again, third]
    assert features_of(second, again, among)["same_edition"] == 1
    assert features_of(second, third, among)["other_edition"] == 1
    assert "other_edition" not in features_of(second, again, among)
    (one, _), _, (two, _) = pages_of(among)
    ones = [1.0] * len(FEATURES)
    told = explain(one, two, ones, [-float(f == "other_edition") for f in FEATURES], {})
    assert [e.words for e in told] == ["2nd round here, 3rd round there"]
