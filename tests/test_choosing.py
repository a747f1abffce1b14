"""Votes do not depend on their order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.choosing import most_common


@given(st.lists(st.sampled_from("abc")))
def test_the_choice_has_most_votes_and_is_the_first_of_equals(votes: list[str]) -> None:
    chosen = most_common(votes)
    assert chosen == most_common(sorted(votes))
    if chosen is None:
        assert not votes
    else:
        assert all((votes.count(chosen), v) >= (votes.count(v), chosen) for v in votes)
