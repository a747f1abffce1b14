"""What is new, changed or withdrawn since an earlier brief."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefing.briefs.delta import compare_briefs
from briefing.briefs.delta_records import digest
from briefing.model import (
    BriefDelta,
    BriefRecord,
    ChangeKind,
    Citation,
    Claim,
    ClaimKind,
    KeptPlace,
    KeptSource,
)

NEW, CHANGED, WITHDRAWN = ChangeKind.NEW, ChangeKind.CHANGED, ChangeKind.WITHDRAWN
Pages = dict[str, str]

QUAY = "Twelve boats left Port Alva. The toll stands at 12 marks. Ada Roe spoke."
LATER = "Twelve boats left Port Alva. The toll stands at 15 marks. Ada Roe spoke."
OTHER = "A fund of 30 was set up. The toll is 15."


def record(
    pages: Pages, *claims: Claim, event: str = "e1", gaps: tuple[str, ...] = ()
) -> BriefRecord:
    sources = tuple(
        KeptSource(name, name, hashlib.sha256(text.encode()).hexdigest(), name.upper())
        for name, text in sorted(pages.items())
    )
    return BriefRecord(event, "Talks", sources, claims, gaps)


def claim(
    pages: Pages,
    words: str,
    *articles: str,
    kind: ClaimKind = ClaimKind.POINT,
    about: str = "",
    text: str = "",
    origins: int = 0,
    value: str = "",
) -> Claim:
    places = tuple(
        KeptPlace(a, pages[a].index(words), pages[a].index(words) + len(words), words)
        for a in articles
    )
    return Claim(kind, about, text or words, places, origins, value)


def compare(old: BriefRecord, new: BriefRecord, pages: Pages, **elsewhere: str) -> BriefDelta:
    return compare_briefs(old, new, pages, since="then", elsewhere=elsewhere)


def told(delta: BriefDelta) -> list[tuple[str, str, str, str]]:
    return [(c.kind.value, c.text, c.before, c.note) for c in delta.changes]


def test_the_same_brief_has_no_changes_though_its_pages_were_renamed() -> None:
    then, now = {"a": QUAY}, {"b": QUAY}
    old = record(then, claim(then, "Ada Roe spoke.", "a"))
    delta = compare(old, record(now, claim(now, "Ada Roe spoke.", "b")), now)
    assert delta == BriefDelta("then", (), ())
    assert delta.is_empty


def test_a_new_source_brings_new_points() -> None:
    then, now = {"a": QUAY}, {"a": QUAY, "b": OTHER}
    kept = claim(then, "Ada Roe spoke.", "a")
    delta = compare(record(then, kept), record(now, kept, claim(now, "The toll is 15.", "b")), now)
    assert [(s.kind, s.article, s.name) for s in delta.sources] == [(NEW, "b", "B")]
    (change,) = delta.changes
    assert (change.kind, change.text, change.citations) == (
        NEW, "The toll is 15.", (Citation("b", 25, 40),)
    )  # fmt: skip


def test_what_the_same_page_said_before_is_not_called_new() -> None:
    pages = {"a": QUAY}
    one, two = (
        claim(pages, "Ada Roe spoke.", "a"),
        claim(pages, "Twelve boats left Port Alva.", "a"),
    )
    delta = compare(record(pages, one), record(pages, two), pages)
    assert [c.kind for c in delta.changes] == [ChangeKind.LISTED, ChangeKind.UNLISTED]
    assert all(c.citations for c in delta.changes)


def test_a_sentence_of_a_changed_page_goes_on_in_its_new_words() -> None:
    then, now = {"a": QUAY}, {"a": LATER}
    old = record(then, claim(then, "The toll stands at 12 marks.", "a"))
    delta = compare(old, record(now, claim(now, "The toll stands at 15 marks.", "a")), now)
    assert [s.kind for s in delta.sources] == [CHANGED]
    assert told(delta) == [
        ("changed", "The toll stands at 15 marks.", "The toll stands at 12 marks.", "12 → 15")
    ]


def test_an_untouched_sentence_of_a_changed_page_has_not_changed() -> None:
    then, now = {"a": QUAY}, {"a": "New opening. " + QUAY}
    old = record(then, claim(then, "Ada Roe spoke.", "a"))
    assert compare(old, record(now, claim(now, "Ada Roe spoke.", "a")), now).changes == ()


def test_a_changed_page_does_not_make_new_what_it_said_before() -> None:
    then, now = {"a": QUAY}, {"a": LATER}
    listed = record(now, claim(now, "Ada Roe spoke.", "a"))
    assert [c.kind for c in compare(record(then), listed, now).changes] == [NEW]
    (source,) = record(then).sources
    known = replace(source, digests=digest("Ada  Roe\nspoke."))
    old = replace(record(then), sources=(known,))
    assert [c.kind for c in compare(old, listed, now).changes] == [ChangeKind.LISTED]


def test_words_that_no_page_has_any_more_are_withdrawn_with_the_reason() -> None:
    then, now = {"a": QUAY, "b": OTHER}, {"a": "Quite another text."}
    old = record(then, claim(then, "Ada Roe spoke.", "a"), claim(then, "The toll is 15.", "b"))
    delta = compare(old, record(now), now)
    assert told(delta) == [
        ("withdrawn", "Ada Roe spoke.", "", "A no longer says so"),
        ("withdrawn", "The toll is 15.", "", "B is no longer among the pages"),
    ]
    assert [(s.kind, s.reason) for s in delta.sources] == [
        (CHANGED, "its text is not what it was"),
        (WITHDRAWN, "is no longer among the pages"),
    ]


def test_a_point_that_another_source_confirms_says_so() -> None:
    then, now = {"a": QUAY}, {"a": QUAY, "b": LATER}
    old = record(then, claim(then, "Ada Roe spoke.", "a", origins=1))
    delta = compare(old, record(now, claim(now, "Ada Roe spoke.", "a", "b", origins=2)), now)
    assert told(delta) == [("changed", "Ada Roe spoke.", "", "2 origins, was 1; now also source 2")]


def test_copies_of_one_text_are_no_news() -> None:
    then, now = {"a": QUAY}, {"a": QUAY, "b": QUAY + " "}
    old = record(then, claim(then, "Ada Roe spoke.", "a", origins=1))
    delta = compare(old, record(now, claim(now, "Ada Roe spoke.", "a", "b", origins=1)), now)
    assert delta.changes == ()
    assert [s.kind for s in delta.sources] == [NEW]


def _toll(pages: Pages, words: str, *articles: str) -> Claim:
    return claim(pages, words, *articles, kind=ClaimKind.VALUE, about="toll", value=words)


def test_a_rival_value_that_another_source_gives_says_so() -> None:
    then = {"a": QUAY, "b": OTHER}
    now = {**then, "c": LATER}
    old = record(then, _toll(then, "12", "a"), _toll(then, "15", "b"))
    delta = compare(old, record(now, _toll(now, "12", "a"), _toll(now, "15", "b", "c")), now)
    assert told(delta) == [("changed", "15", "", "now also source 3")]
    assert delta.changes[0].about == "toll"


def test_a_source_that_gives_another_value_now_says_which_it_gave() -> None:
    then, now = {"a": QUAY, "b": OTHER}, {"a": QUAY.replace("12", "14"), "b": OTHER}
    old = record(then, _toll(then, "12", "a"), _toll(then, "15", "b"))
    delta = compare(old, record(now, _toll(now, "14", "a"), _toll(now, "15", "b")), now)
    assert told(delta) == [("changed", "14", "12", "")]


def test_a_dispute_begins_and_is_settled() -> None:
    then, now = {"a": QUAY}, {"a": QUAY, "b": OTHER}
    quarrel = record(now, _toll(now, "12", "a"), _toll(now, "15", "b"))
    assert told(compare(record(then), quarrel, now)) == [
        ("new", "12", "", "now disputed"),
        ("new", "15", "", "now disputed"),
    ]
    assert told(compare(quarrel, record(then), then)) == [
        ("unlisted", "12", "", "no longer disputed"),
        ("withdrawn", "15", "", "no longer disputed"),
    ]


def _fact(
    pages: Pages, question: str, text: str, words: str, *articles: str, origins: int = 1
) -> Claim:
    kind = ClaimKind.FACT
    return claim(pages, words, *articles, kind=kind, about=question, text=text, origins=origins)


def test_answers_change_by_question_and_people_by_name() -> None:
    pages = {"a": QUAY}
    old = record(
        pages,
        _fact(pages, "when", "2031-05", "Ada Roe", "a"),
        _fact(pages, "who", "Ada Roe, minister", "Ada Roe", "a"),
        _fact(pages, "who", "Bo Lund", "boats", "a"),
    )
    new = record(
        pages,
        _fact(pages, "when", "2031-05-06", "Ada Roe", "a"),
        _fact(pages, "who", "Ada Roe, prime minister", "Ada Roe", "a"),
    )
    assert told(compare(old, new, pages)) == [
        ("changed", "2031-05-06", "2031-05", ""),
        ("changed", "Ada Roe, prime minister", "Ada Roe, minister", ""),
        ("unlisted", "Bo Lund", "", ""),
    ]


def test_an_answer_counts_its_origins_only_from_one_to_several() -> None:
    pages = {"a": QUAY, "b": LATER, "c": QUAY + "."}
    facts = [
        _fact(pages, "where", "Port Alva", "Port Alva", *"abc"[:n], origins=n) for n in (1, 2, 3)
    ]
    one, two, three = (record(pages, fact) for fact in facts)
    assert told(compare(one, two, pages)) == [
        ("changed", "Port Alva", "", "2 origins, was 1; now also source 2")
    ]
    assert compare(two, three, pages).changes == ()


def test_a_timeline_and_a_quote_change_in_what_they_are_said_of() -> None:
    pages = {"a": QUAY}
    day = claim(pages, "Ada Roe spoke.", "a", kind=ClaimKind.DATE, about="2031-05-06")
    quote = claim(pages, "Twelve boats", "a", kind=ClaimKind.QUOTE, about="")
    new = record(pages, replace(quote, about="Bo Lund"), replace(day, about="2031-05-07"))
    assert told(compare(record(pages, day, quote), new, pages)) == [
        ("changed", "Twelve boats", "", "was: nobody named"),
        ("changed", "Ada Roe spoke.", "", "was: 2031-05-06"),
    ]


def test_what_went_to_another_event_with_its_page_is_told_once() -> None:
    then, now = {"a": QUAY, "b": OTHER}, {"a": QUAY}
    kept = claim(then, "Ada Roe spoke.", "a")
    old = record(then, kept, claim(then, "The toll is 15.", "b"))
    delta = compare(old, record(now, kept), now, b="e2")
    assert [(s.kind, s.reason) for s in delta.sources] == [(WITHDRAWN, "now reports event e2")]
    assert delta.changes == ()


def test_gaps_open_and_close_but_not_those_of_the_corpus() -> None:
    pages = {"a": QUAY}
    corpus = "Languages of the corpus without a source here: fr."
    old = record(pages, gaps=("When: unknown.",))
    delta = compare(old, record(pages, gaps=("Where: unknown.", corpus)), pages)
    assert (delta.new_gaps, delta.closed_gaps) == (("Where: unknown.",), ("When: unknown.",))


def test_what_a_cut_page_left_out_is_not_told_of() -> None:
    pages = {"a": QUAY}
    cut = replace(record(pages), is_cut=True)
    assert compare(cut, record(pages, claim(pages, "Ada Roe spoke.", "a")), pages).is_empty


def test_words_are_found_again_where_they_stand_now_over_other_line_breaks() -> None:
    then, now = {"a": QUAY}, {"a": "Opening.\n\n  Ada  Roe\n spoke. End."}
    old = record(then, claim(then, "Ada Roe spoke.", "a"))
    (change,) = compare(old, record(now), now).changes
    (place,) = change.citations
    assert now["a"][place.start : place.end] == "Ada  Roe\n spoke."


def test_very_long_sentences_are_compared_at_once() -> None:
    words = " ".join(f"w{n % 7}" for n in range(200_000))
    then, now = {"a": words + " then"}, {"a": words + " now"}
    old = record(then, claim(then, then["a"], "a"))
    delta = compare(old, record(now, claim(now, now["a"], "a")), now)
    assert [c.kind for c in delta.changes] == [CHANGED]


SENTENCES = ("Ada Roe spoke.", "Twelve boats left Port Alva.", "The toll stands at 12 marks.")
CLAIMS = st.lists(
    st.builds(
        lambda words, kind, article, origins: claim(
            {"a": QUAY, "b": QUAY + " End."}, words, article, kind=kind, about="x", origins=origins
        ),
        st.sampled_from(SENTENCES),
        st.sampled_from(list(ClaimKind)),
        st.sampled_from("ab"),
        st.integers(1, 2),
    ),
    max_size=6,
    unique=True,
)


@given(CLAIMS)
def test_nothing_differs_from_itself(claims: list[Claim]) -> None:
    pages = {"a": QUAY, "b": QUAY + " End."}
    whole = record(pages, *{(c.kind, c.text, c.places): c for c in claims}.values())
    assert compare(whole, whole, pages).is_empty


@given(CLAIMS, CLAIMS)
def test_every_change_stands_where_it_is_cited_and_nothing_is_withdrawn_that_stands(
    before: list[Claim], after: list[Claim]
) -> None:
    pages = {"a": QUAY, "b": QUAY + " End."}
    delta = compare(record(pages, *before), record(pages, *after), pages)
    for change in delta.changes:
        assert change.kind not in {WITHDRAWN, NEW}
        for c in change.citations:
            assert pages[c.article][c.start : c.end] == change.text
