"""Which earlier briefs tell of an event, after pages came and went, and events merged or split."""

from __future__ import annotations

from briefing.briefs.delta_records import find_bases, merge_records, page_keys, record_brief
from briefing.model import BriefRecord, Claim, ClaimKind, KeptSource
from tests.exporters.samples import make_brief, make_documents


def record(pages: str, event: str = "e1", *, version: str = "") -> BriefRecord:
    sources = tuple(KeptSource(p, f"/c#{p}", p + version, p) for p in pages)
    return BriefRecord(event, event, sources, (Claim(ClaimKind.POINT, "", pages, ()),))


def bases(kept: list[BriefRecord], new: BriefRecord) -> list[int]:
    return [kept.index(found) for found in find_bases(kept, new)]


def test_the_last_brief_of_an_event_counts() -> None:
    kept = [record("ab"), record("abc"), record("xyz", "e9")]
    assert bases(kept, record("abcd")) == [1]
    assert bases(kept, record("q")) == []


def test_a_page_whose_text_changed_is_known_by_where_it_lies() -> None:
    assert bases([record("a")], record("a", "e7", version="2")) == [0]


def test_two_events_that_were_merged_have_two_bases_until_the_next_brief() -> None:
    kept = [record("ab", "e1"), record("cd", "e2")]
    assert bases(kept, record("abcd")) == [0, 1]
    kept.append(record("abcd"))
    assert bases(kept, record("abcde")) == [2]


def test_an_event_that_was_split_off_goes_back_to_the_one_it_was_part_of() -> None:
    kept = [record("abcd", "e1")]
    assert bases(kept, record("cd", "e2")) == [0]
    assert bases(kept, record("a", "e1")) == [0]
    kept.append(record("ab", "e1"))
    assert bases(kept, record("cd", "e2")) == [0]
    assert bases(kept, record("abz", "e1")) == [1]


def test_the_last_brief_counts_though_most_of_its_pages_are_gone() -> None:
    assert bases([record("a"), record("abc")], record("a")) == [1]


def test_a_page_that_came_from_another_event_brings_no_base_with_it() -> None:
    kept = [record("xy", "e5"), record("abcd", "e1")]
    assert bases(kept, record("dxy", "e5")) == [0]


def test_merged_again_only_the_later_briefs_count() -> None:
    kept = [record("abcd"), record("ab"), record("cd", "e2")]
    assert bases(kept, record("abcd")) == [1, 2]


def test_one_shared_page_among_many_makes_no_base() -> None:
    assert bases([record("abcd", "e1")], record("dxyz", "e5")) == []


def test_merged_records_have_each_page_once_as_it_was_last() -> None:
    merged = merge_records([record("ab"), record("bc", "e2", version="2")])
    assert [(s.article, s.sha256) for s in merged.sources] == [("a", "a"), ("b", "b2"), ("c", "c2")]
    assert [c.text for c in merged.claims] == ["ab", "bc"]
    assert merged.event == "e2"


def test_a_record_has_every_line_with_its_words_and_knows_its_pages() -> None:
    documents = make_documents()
    brief = make_brief(documents)
    kept = record_brief(brief, documents, "/corpus")
    kinds = [claim.kind for claim in kept.claims]
    assert [kinds.count(kind) for kind in ClaimKind] == [2, 2, 1, 1, 1, 1, 1]
    assert "/corpus/pages/a.txt#pages/a.txt" in page_keys(kept)
    assert {p.words for c in kept.claims for p in c.places} >= {"Minister Ada Roe met her guest."}
    assert record_brief(brief, documents).sources[0].page == "pages/a.txt"
