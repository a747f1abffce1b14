"""The benchmarks run and their pages are what they say; no time is asserted."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.corpus import invent_events, vary_pages
from tests.benchmarks.reopening import write_pages
from tests.benchmarks.timing import Row, best_of_turns


def test_pages_are_long_enough_varied_and_always_the_same() -> None:
    pages = list(vary_pages(30, 300))
    assert pages == list(vary_pages(30, 300))
    assert all(len(page.text.split()) >= 300 for page in pages)
    assert len({page.text for page in pages}) == len({page.id for page in pages}) == 30


def test_three_invented_reports_tell_one_event_in_three_languages() -> None:
    first, second, third, other = list(invent_events(4))
    name = first.text.split(" and ", 1)[0]
    assert all(name in report.text for report in (second, third))
    assert name not in other.text
    assert len({report.text.split()[-1] for report in (first, second, third)}) == 3


def test_the_pages_that_are_opened_again_are_the_invented_reports(tmp_path: Path) -> None:
    pages = write_pages(tmp_path / "pages", 4)
    assert [p.read_text(encoding="utf-8") for p in pages] == [a.text for a in invent_events(4)]


def test_ways_take_turns_on_each_input() -> None:
    calls: list[tuple[str, int]] = []
    seconds = best_of_turns(
        {"a": lambda n: calls.append(("a", n)), "b": lambda n: calls.append(("b", n))}, [1, 2], 1
    )
    assert calls == [("a", 1), ("b", 1), ("a", 2), ("b", 2)] * 2
    assert set(seconds) == {"a", "b"}
    assert all(0 <= spent < 1 for spent in seconds.values())


def test_a_row_is_a_row_of_a_markdown_table() -> None:
    assert (
        Row("this", "7 words/s", 0.5, "that").as_markdown() == "| this | 7 words/s | 0.50 | that |"
    )
