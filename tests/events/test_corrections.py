"""Decisions of the reader as constraints, and clustering that never overrules them."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from briefing.events.clustering import Links, cluster_articles
from briefing.events.corrections import Constraints, constrain
from briefing.events.grouping import group_events
from briefing.model import Correction, CorrectionKind
from tests.builders import build_document

IDS = [f"a{n}" for n in range(7)]
HASHES = {i: i.upper() for i in IDS}
TOGETHER, APART = CorrectionKind.TOGETHER, CorrectionKind.APART
LOCKED, UNLOCKED = CorrectionKind.LOCKED, CorrectionKind.UNLOCKED

groups = st.lists(st.sampled_from([i.upper() for i in IDS]), min_size=1, max_size=4, unique=True)
corrections = st.lists(
    st.builds(
        Correction,
        st.sampled_from(CorrectionKind),
        groups.map(tuple),
        groups.map(tuple),
    ),
    max_size=8,
)
pair_scores = st.dictionaries(
    st.sampled_from(list(combinations(IDS, 2))), st.floats(0.01, 0.99), max_size=15
)


def constraints(*decided: Correction) -> Constraints:
    return constrain(decided, HASHES)


def clusters(found: dict[tuple[str, str], float], on: Constraints) -> list[tuple[str, ...]]:
    return list(cluster_articles(IDS, links(found), constraints=on))


def links(found: dict[tuple[str, str], float]) -> Links:
    """Probabilities of pairs as links between the sorted ids."""
    ends = [sorted(map(IDS.index, pair)) for pair in found]
    return Links(
        np.array([one for one, _ in ends], np.int32),
        np.array([two for _, two in ends], np.int32),
        np.array([math.log(p / (1 - p)) for p in found.values()], float),
    )


def test_a_split_holds_against_every_score() -> None:
    on = constraints(Correction(APART, ("A1",), ("A0", "A2")))
    sure = {("a0", "a1"): 0.99, ("a1", "a2"): 0.99, ("a0", "a2"): 0.99}
    assert clusters(sure, on)[:2] == [("a0", "a2"), ("a1",)]


def test_a_merge_holds_without_any_score() -> None:
    on = constraints(Correction(TOGETHER, ("A3", "A0")))
    assert ("a0", "a3") in clusters({}, on)


def test_what_was_merged_still_attracts_what_fits_it() -> None:
    on = constraints(Correction(TOGETHER, ("A0", "A3")))
    assert ("a0", "a3", "a5") in clusters({("a0", "a5"): 0.99, ("a3", "a5"): 0.99}, on)


def test_a_locked_event_takes_nothing_in_until_it_is_unlocked() -> None:
    lock = Correction(LOCKED, ("A0", "A1"))
    sure = {("a0", "a2"): 0.99, ("a1", "a2"): 0.99, ("a0", "a1"): 0.99}
    assert ("a0", "a1") in clusters(sure, constraints(lock))
    unlock = Correction(UNLOCKED, ("A0",))
    assert ("a0", "a1", "a2") in clusters(sure, constraints(lock, unlock))


def test_moving_into_a_locked_event_opens_it_for_that_article_alone() -> None:
    decided = (Correction(LOCKED, ("A0", "A1")), Correction(TOGETHER, ("A0", "A1", "A2")))
    sure = dict.fromkeys(combinations(("a0", "a1", "a2", "a3"), 2), 0.99)
    assert ("a0", "a1", "a2") in clusters(sure, constraints(*decided))


def test_splitting_off_a_locked_event_leaves_the_rest_locked() -> None:
    decided = (Correction(LOCKED, ("A0", "A1", "A2")), Correction(APART, ("A2",), ("A0", "A1")))
    sure = dict.fromkeys(combinations(("a0", "a1", "a2", "a3"), 2), 0.99)
    found = clusters(sure, constraints(*decided))
    assert ("a0", "a1") in found
    assert ("a2", "a3") in found


def test_the_later_decision_counts() -> None:
    merge = Correction(TOGETHER, ("A0", "A1"))
    split = Correction(APART, ("A0",), ("A1",))
    assert constraints(merge, split).together == ()
    assert constraints(split, merge).together == (("a0", "a1"),)
    assert constraints(split, merge).apart == frozenset()


def test_copies_of_a_text_follow_one_decision() -> None:
    on = constrain([Correction(APART, ("H",), ("I",))], {"x": "H", "y": "H", "z": "I"})
    assert on.apart == {("x", "z"), ("y", "z")}


def test_decisions_about_another_corpus_change_nothing() -> None:
    decided = Correction(TOGETHER, ("Z8", "Z9"))
    assert constraints(decided, Correction(LOCKED, ("Z8",))) == Constraints()


@given(corrections, pair_scores)
def test_no_constraint_is_ever_broken(
    decided: list[Correction], found: dict[tuple[str, str], float]
) -> None:
    on = constraints(*decided)
    cluster_of = {a: c for c in clusters(found, on) for a in c}
    assert sorted(cluster_of) == IDS
    assert all(len({cluster_of[a] for a in group}) == 1 for group in on.together)
    assert all(cluster_of[a] != cluster_of[b] for a, b in on.apart)


@given(corrections)
def test_the_latest_decision_always_holds(decided: list[Correction]) -> None:
    decided = [*decided, Correction(TOGETHER, ("A0", "A1"))]
    on = constraints(*decided)
    assert any({"a0", "a1"} <= set(group) for group in on.together)


@given(pair_scores)
def test_without_decisions_nothing_changes(found: dict[tuple[str, str], float]) -> None:
    assert list(cluster_articles(IDS, links(found))) == clusters(found, constraints())


def test_grouping_honours_decisions() -> None:
    text = "Olsen meets Varga in Karvel\nMira Olsen met Jan Varga in Karvel on Monday.\n"
    documents = [
        build_document(name, text + extra, people=("Mira Olsen", "Jan Varga"))
        for name, extra in (("a", "One."), ("b", "Two."))
    ]
    (joined,) = group_events(documents, ()).events
    hashes = tuple(d.article.sha256 for d in documents)
    split = Correction(CorrectionKind.APART, hashes[:1], hashes[1:])
    assert len(group_events(documents, (), corrections=(split,)).events) == 2
    assert joined.articles == ("a", "b")
