"""Pair features: symmetric, silent about what pages do not say, explained in words."""

from __future__ import annotations

from itertools import combinations_with_replacement

import pytest

from briefing.entities.resolve import resolve_entities
from briefing.events.blocking import SMALL_BLOCK, candidate_pairs
from briefing.events.explaining import day_in_words, explain, listed
from briefing.events.features import FEATURES, make_comparable, pair_features
from briefing.events.profile import Profile, build_profile
from briefing.events.scoring import shipped_weights
from briefing.events.statistics import CorpusStatistics, count_corpus
from briefing.indexing import index_mentions
from briefing.model import Document, Title
from tests.builders import build_document
from tests.events.test_grouping import CORPUS, FIRST_ENGLISH, FIRST_FRENCH, LATER, OTHER_GUEST


def profiles_of(documents: list[Document]) -> tuple[dict[str, Profile], CorpusStatistics]:
    entities = resolve_entities(documents)
    entity_of = index_mentions(entities)
    by_id = {e.id: e for e in entities}
    found = {d.article.id: build_profile(d, entity_of, by_id) for d in documents}
    return found, count_corpus(list(found.values()))


def features_of(one: Document, two: Document) -> dict[str, float]:
    profiles, corpus = profiles_of(CORPUS)
    left, right = (make_comparable(profiles[d.article.id], corpus) for d in (one, two))
    return pair_features(left, right, corpus)


def test_features_are_symmetric_and_known() -> None:
    for one, two in combinations_with_replacement(CORPUS, 2):
        assert features_of(one, two) == pytest.approx(features_of(two, one))
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
    profiles, corpus = profiles_of(bare)
    left, right = (make_comparable(profiles[name], corpus) for name in ("x.txt", "y.txt"))
    features = pair_features(left, right, corpus)
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
    profiles, _ = profiles_of(CORPUS)
    one, two = profiles["first-en.txt"], profiles["guest.txt"]
    for odds in (shipped_weights().alone, shipped_weights().crowd):
        assert set(odds.weights) == set(FEATURES)
    everything = explain(one, one, dict.fromkeys(FEATURES, 1.0), {})
    assert [e.feature for e in everything] == sorted(FEATURES)
    told = explain(one, two, dict.fromkeys(("same_people", "other_counterpart"), 1.0), {})
    assert {e.feature for e in told} == {"same_people", "other_counterpart"}
    assert all(e.words for e in told)


def test_small_corpora_are_compared_whole_and_large_ones_by_shared_keys() -> None:
    profiles, _ = profiles_of(CORPUS)
    assert len(candidate_pairs(list(profiles.values()))) == 6
    strangers = [
        build_document(f"{n:03}.txt", f"Story{n} alpha{n}\nBeta{n} saw gamma{n} and delta{n}.")
        for n in range(SMALL_BLOCK + 5)
    ]
    many, _ = profiles_of(strangers)
    assert not len(candidate_pairs(list(many.values())))


def test_between_long_pages_a_common_word_alone_puts_no_pair_up() -> None:
    def page(number: int, words: int) -> Document:
        own = " ".join(f"q{n:02}x{number:03}" for n in range(words))
        shared = " harpoon" * (number in (20, 40))
        return build_document(f"{number:03}.txt", f"Page{number}\n{own}{shared}.")

    for words, pairs in ((50, 0), (8, 1)):
        profiles, _ = profiles_of([page(n, words) for n in range(SMALL_BLOCK)])
        assert len(candidate_pairs(list(profiles.values()))) == len(profiles) * 39 // 2
        more, _ = profiles_of([page(n, words) for n in (20, 40, *range(41, 80), *range(1, 5))])
        found = list(candidate_pairs(list(more.values())))
        assert [(p.left, p.right) for p in found] == [("020.txt", "040.txt")] * pairs


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
    profiles, corpus = profiles_of(pages)
    left, right = (make_comparable(profiles[name], corpus) for name in ("cod.txt", "ferry.txt"))
    features = pair_features(left, right, corpus)
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
    profiles, corpus = profiles_of(pages)
    left, right = (make_comparable(profiles[name], corpus) for name in ("deal.txt", "march.txt"))
    assert pair_features(left, right, corpus)["other_kind"] == 2
    assert "other_kind" not in pair_features(left, left, corpus)
