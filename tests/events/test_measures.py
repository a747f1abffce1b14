"""Measures of many pairs at once equal the definition, pair by pair, whatever batch they are in."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.events import rows
from briefing.events.comparing import Likeness, Pages, make_comparable, measure_likeness
from briefing.events.corpus import lay_out
from briefing.events.features import FEATURES, measure_pairs
from briefing.events.profile import Profile
from briefing.events.statistics import count_corpus
from briefing.events.wording import Wording
from tests.events.reference import Page, Reference

FIRST = date(2031, 5, 1)
people = st.sampled_from(["per-a", "per-b", "per-c", "per-d", "per-e"])
cities = st.sampled_from(["loc-p", "loc-q", "loc-r"])
weights = st.sampled_from([0.1, 0.5, 1.0, 1.5, 3.0, 4.5])
days = st.integers(0, 40).map(lambda n: FIRST + timedelta(days=n))
words = st.dictionaries(
    st.sampled_from("amber brook cedar delta ember frost glade heron".split()), weights, max_size=6
)
roles = st.tuples(
    st.sampled_from(["mayor", "port director"]), st.sampled_from([None, "Norway", "Chad"])
)


def weighed(keys: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, float]]:
    found = st.dictionaries(keys, weights, max_size=4)
    return found.map(lambda d: dict(sorted(d.items())))


@st.composite
def pages(draw: st.DrawFn, number: int) -> Page:
    """A page of its own making: what it says of people holds together, the rest is at random."""
    named = draw(weighed(people))
    some = (
        st.frozensets(st.sampled_from(sorted(named)), max_size=4) if named else st.just(frozenset())
    )
    core: frozenset[str] = draw(some)
    told = draw(st.frozensets(days, max_size=2))
    profile = Profile(
        article=f"{number}.txt",
        language=draw(st.sampled_from(["en", "fr", "ru", "zh"])),
        published=draw(st.none() | days),
        people=named,
        core=core,
        titled=draw(some),
        leading=draw(some),
        beside=frozenset(p for p in combinations(sorted(core), 2) if draw(st.booleans())),
        offices={p: draw(roles) for p in named if draw(st.booleans())},
        cities=draw(weighed(cities)),
        town=draw(st.none() | cities),
        countries=draw(weighed(st.sampled_from(["Chad", "Norway", "Peru"]))),
        organisations=draw(weighed(st.sampled_from(["org-x", "org-y"]))),
        figures=draw(st.frozensets(st.tuples(st.sampled_from([3.0, 4e6, 4e6 + 1]), st.just("t")))),
        days=frozenset(d.isoformat() for d in told),
        weekdays=frozenset(d.isoweekday() for d in told)
        | draw(st.frozensets(st.integers(1, 7), max_size=1)),
        kinds=draw(weighed(st.sampled_from(["meeting", "protest", "attack", "match"]))),
        editions=draw(
            st.dictionaries(st.sampled_from(["meeting", "round"]), st.integers(1, 3), max_size=2)
        ),
    )
    shingles = sorted(draw(st.frozensets(st.integers(0, 60), max_size=20)))
    sounds = draw(weighed(st.sampled_from("brkt smrn tnk".split())))
    title = draw(st.frozensets(st.sampled_from("amber brook cedar heron iris".split()), max_size=3))
    notions = draw(weighed(st.sampled_from("=flood =vote #boats".split())))
    runs = np.array(shingles, np.uint64)
    return profile, Wording(draw(words), draw(words), title, runs, sounds, notions)


corpora = st.integers(2, 5).flatmap(lambda n: st.tuples(*(pages(number) for number in range(n))))


def measured(found: tuple[Page, ...]) -> tuple[Pages, np.ndarray, np.ndarray, Likeness]:
    corpus = lay_out(found)
    left, right = np.triu_indices(len(found), 1)
    ready = make_comparable(corpus, count_corpus(corpus))
    return ready, left, right, measure_likeness(ready, left, right)


@settings(max_examples=80, deadline=None)
@given(corpora)
def test_the_columns_are_what_the_definition_says(found: tuple[Page, ...]) -> None:
    ready, left, right, likeness = measured(found)
    reference = Reference(found)
    table = measure_pairs(ready, left, right, likeness)
    for one, two, row in zip(left, right, table.tolist(), strict=True):
        features = dict(zip(FEATURES, row, strict=True))
        expected = dict.fromkeys(FEATURES, 0.0) | reference.features(found[one], found[two])
        assert features == pytest.approx(expected, abs=1e-12)


@settings(max_examples=40, deadline=None)
@given(corpora)
def test_a_pair_is_the_same_to_the_bit_alone_and_turned_round(found: tuple[Page, ...]) -> None:
    ready, left, right, likeness = measured(found)
    table = measure_pairs(ready, left, right, likeness)
    for at in range(len(left)):
        for one, two in ((left, right), (right, left)):
            alone = one[at : at + 1], two[at : at + 1]
            single = measure_pairs(ready, *alone, measure_likeness(ready, *alone))
            assert single[0].tolist() == table[at].tolist()


@given(corpora)
@settings(max_examples=25, deadline=None)
def test_small_batches_give_the_same(found: tuple[Page, ...]) -> None:
    ready, left, right, likeness = measured(found)
    table = measure_pairs(ready, left, right, likeness)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows, "MOST_ENTRIES", 5)
        again = measure_pairs(ready, left, right, measure_likeness(ready, left, right))
    assert again.tolist() == table.tolist()
