"""Two pages: entries go whole, from the end, counted, and never below what a section keeps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.exporters.fitting import LINES, fit
from briefing.exporters.rows import Row, Section, entries

LEAST = {"B": (2, 1), "A": (4, 2)}
SECTIONS = st.lists(
    st.tuples(st.sampled_from("ABC"), st.lists(st.integers(1, 400), min_size=1, max_size=60)),
    min_size=1,
    max_size=3,
    unique_by=lambda s: s[0],
)


def section(title: str, lengths: list[int]) -> Section:
    return Section(title, tuple(Row("w" * n, depth=min(at, n % 2)) for at, n in enumerate(lengths)))


@given(SECTIONS)
def test_nothing_is_lost_uncounted_and_order_stays(given_: list[tuple[str, list[int]]]) -> None:
    before = [section(title, lengths) for title, lengths in given_]
    for old, new in zip(before, fit(before, 3, LEAST), strict=True):
        whole = list(entries(old.rows))
        kept = list(entries(new.rows))
        assert new.title == old.title
        assert kept == whole[: len(kept)]
        assert new.left_out == len(whole) - len(kept)
        assert len(kept) >= min(len(whole), LEAST.get(old.title, (99, 99))[1])


def test_what_fits_is_left_alone() -> None:
    short = section("A", [20] * 5)
    assert fit([short], 2, LEAST) == (short,)


def test_what_does_not_fit_is_cut_and_all_of_it_is_counted() -> None:
    cut = fit([section("A", [80] * 60), section("B", [80] * 60)], 2, LEAST)
    assert all(s.left_out for s in cut)
    assert sum(len(s.rows) for s in cut) < LINES
    assert sum(len(s.rows) + s.left_out for s in cut) == 120


def test_a_rival_value_never_stands_without_its_matter() -> None:
    rows = (Row("a"), Row("b", depth=1), Row("c", depth=1), Row("d"), Row("e", depth=1))
    assert [len(entry) for entry in entries(rows)] == [3, 2]


def test_what_hangs_on_entries_goes_last_and_is_counted() -> None:
    quotes = Section("B", tuple(Row("w" * 900, depth=int(at % 4 > 0)) for at in range(16)))
    (whole,) = fit([quotes], 2, {"B": (4, 4)})
    assert (len(whole.rows), whole.left_out) == (16, 0)
    (thinned,) = fit([quotes], 2, {"B": (4, 4)}, frozenset("B"))
    assert len(list(entries(thinned.rows))) == 4
    assert 4 <= len(thinned.rows) < 16
    assert len(thinned.rows) + thinned.left_out == 16
    assert thinned.rows == tuple(r for e in entries(thinned.rows) for r in e)
