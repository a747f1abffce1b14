"""What a corpus that grows keeps: the ids of its events; and what is said to have changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefing.continuity import Changes, compare_groupings, keep_ids
from briefing.model import Event, EventDate, GroupedCorpus, Place, Rejection, Storyline
from tests.builders import build_document


def event(identifier: str, *articles: str, day: str | None = None) -> Event:
    date = EventDate(day) if day else None
    return Event(identifier, f"Label {identifier}", "talks", date, Place(), (), (), articles)


def corpus(
    *events: Event, texts: Mapping[str, str] | None = None, rejected: Sequence[str] = ()
) -> GroupedCorpus:
    ids = sorted(a for e in events for a in e.articles)
    documents = tuple(build_document(a, (texts or {}).get(a, f"Text of {a}")) for a in ids)
    rejections = tuple(Rejection(path, None, "is binary") for path in rejected)
    return GroupedCorpus(documents, (), events, (), rejections)


def ids(grouped: GroupedCorpus) -> dict[str, tuple[str, ...]]:
    return {e.id: e.articles for e in grouped.events}


def test_an_event_that_an_earlier_report_joins_keeps_its_id() -> None:
    before = corpus(event("e-b", "b"), event("e-c", "c"))
    after = corpus(event("e-a", "a", "b"), event("e-c", "c"))
    assert ids(keep_ids(before, after)) == {"e-b": ("a", "b"), "e-c": ("c",)}


def test_of_the_parts_of_an_event_the_larger_one_keeps_its_id() -> None:
    before = corpus(event("e-a", "a", "b", "c"))
    after = corpus(event("e-a", "a"), event("e-b", "b", "c"))
    assert ids(keep_ids(before, after)) == {"e-a": ("b", "c"), "e-a-2": ("a",)}


def test_of_the_events_that_become_one_the_larger_one_lends_its_id() -> None:
    before = corpus(event("e-a", "a"), event("e-b", "b", "c"))
    assert ids(keep_ids(before, corpus(event("e-a", "a", "b", "c")))) == {"e-b": ("a", "b", "c")}


def test_a_page_under_another_name_is_known_by_its_text() -> None:
    before = corpus(event("e-x", "old"), texts={"old": "The same words"})
    after = corpus(event("e-y", "new"), texts={"new": "The same words"})
    kept = keep_ids(before, after)
    assert ids(kept) == {"e-x": ("new",)}
    changes = compare_groupings(before, kept)
    assert (changes.new, changes.changed, changes.gone) == ((), ("new",), ())


def test_events_stay_in_the_order_of_date_and_id_and_storylines_follow() -> None:
    before = corpus(event("e-z", "z"))
    after = replace(
        corpus(event("e-a", "a", "z", day="2031-02-01"), event("e-b", "b", day="2031-02-01")),
        storylines=(Storyline("s1", "Both", ("e-a", "e-b")),),
    )
    kept = keep_ids(before, after)
    assert [e.id for e in kept.events] == ["e-b", "e-z"]
    assert kept.storylines[0].events == ("e-z", "e-b")


def test_what_changed_is_told_of_pages_and_of_events() -> None:
    before = corpus(event("e1", "a"), event("e2", "b", "c"), rejected=["half.html"])
    after = corpus(
        event("e1", "a", "n"),
        event("e2", "b"),
        event("e3", "m"),
        texts={"b": "Other words"},
        rejected=["bad.bin"],
    )
    changes = compare_groupings(before, after)
    assert (changes.new, changes.changed, changes.gone) == (("m", "n"), ("b",), ("c",))
    assert [(e.id, number) for e, number in changes.joined] == [("e1", 1)]
    assert [e.id for e in changes.begun] == ["e3"]
    assert [e.id for e in changes.altered] == ["e1", "e2"]
    assert (changes.ended, changes.is_mended) == ((), True)
    assert [r.path for r in changes.rejected] == ["bad.bin"]


def test_an_event_whose_pages_are_gone_has_ended() -> None:
    changes = compare_groupings(
        corpus(event("e1", "a"), event("e2", "b")), corpus(event("e1", "a"))
    )
    assert (changes.ended, changes.gone) == (("e2",), ("b",))


def test_the_same_grouping_has_not_changed() -> None:
    before = corpus(event("e1", "a"), rejected=["x"])
    assert compare_groupings(before, before) == Changes()
    assert not compare_groupings(before, before).is_any


PARTITIONS = st.lists(
    st.lists(st.sampled_from("abcdefgh"), min_size=1, unique=True), max_size=5
).map(
    lambda parts: [
        sorted(set(part) - {a for earlier in parts[:n] for a in earlier})
        for n, part in enumerate(parts)
    ]
)


def partition(parts: Sequence[Sequence[str]]) -> GroupedCorpus:
    return corpus(*(event(f"e-{part[0]}", *part) for part in parts if part))


@given(PARTITIONS, PARTITIONS)
def test_ids_are_unique_and_pages_stay_where_they_are(
    one: list[list[str]], two: list[list[str]]
) -> None:
    before, after = partition(one), partition(two)
    kept = keep_ids(before, after)
    assert len(ids(kept)) == len(kept.events) == len(after.events)
    assert sorted(ids(kept).values()) == sorted(ids(after).values())


@given(PARTITIONS, st.data())
def test_pages_that_only_join_never_rename_an_event(
    parts: list[list[str]], data: st.DataObject
) -> None:
    before = partition(parts)
    grown = [
        [data.draw(st.sampled_from([f"0{n}", f"z{n}"])), *part]
        for n, part in enumerate(parts)
        if part
    ]
    kept = keep_ids(before, partition([sorted(part) for part in grown]))
    articles = ids(kept)
    assert all(set(event.articles) < set(articles[event.id]) for event in before.events)
