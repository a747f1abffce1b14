"""The benchmarks run and their pages are what they say; no time is asserted."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from tests.benchmarks import scale, shards
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


def test_windows_of_time_hold_every_article_of_their_days() -> None:
    corpus = list(scale.invent_corpus(1500))
    cut = list(shards.windows(corpus, 5, 2))
    days = [sorted({d.article.published or "" for d in window}) for window in cut]
    assert [len(held) for held in days[:-1]] == [5] * (len(days) - 1)
    assert all(one[-2:] == two[:2] for one, two in pairwise(days))
    for window, held in zip(cut, days, strict=True):
        assert window == [d for d in corpus if d.article.published in held]
    assert {d.article.id for window in cut for d in window} == {d.article.id for d in corpus}


def test_what_two_windows_say_of_one_event_is_joined() -> None:
    cut = [[["a", "b"], ["c"]], [["b", "d"], ["c"], ["e"]]]
    assert shards.join(cut) == [["a", "b", "d"], ["c"], ["e"]]


def test_invented_events_are_known_by_what_their_reports_share() -> None:
    truth = shards.true_events(scale.invent_corpus(300))
    groups: dict[str, list[str]] = {}
    for article, event in truth.items():
        groups.setdefault(event, []).append(article)
    assert all(int(g[-1][:6]) - int(g[0][:6]) == len(g) - 1 for g in groups.values())
    assert max(map(len, groups.values())) <= scale.MOST_REPORTS
    assert 300 > len(groups) > 60


def test_grouping_in_windows_is_measured_in_a_process_of_its_own() -> None:
    whole = shards.run_apart(200)
    cut = shards.run_apart(200, 2, 1, 40)
    assert (whole.windows, whole.largest, whole.grouped) == (1, 200, 200)
    assert cut.windows > 3
    assert cut.grouped > 200 > cut.largest
    for run in (whole, cut):
        assert sorted(a for c in run.clusters for a in c) == [f"{n:06}.txt" for n in range(200)]


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
