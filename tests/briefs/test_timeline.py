"""Event dates in order, apart from publication dates; what is to come; what is background."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.briefs.background import dates_of, find_background, is_before, is_event_date
from briefing.briefs.comparing import build_comparer
from briefing.briefs.gaps import find_gaps
from briefing.briefs.material import Material, Statement, gather
from briefing.briefs.timeline import draw_timeline, is_future
from briefing.model import BlockKind, DateMention, Document, Point
from tests.briefs.corpus import find_entities, make_event
from tests.builders import build_document, spans_of

LEAD = "Ada Roe and Ben Stone met on Monday in Port Alva to talk about the fishing fleet."


def _gather(
    *sentences: str, dates: dict[str, str | None], day: str | None = "2031-05-05"
) -> Material:
    text = "Talks end\n" + "\n".join((LEAD, *sentences))
    document = build_document(
        "a",
        text,
        published="2031-05-06",
        people=["Ada Roe", "Ben Stone"],
        places=["Port Alva"],
        dates={"Monday": "2031-05-05", **dates},
    )
    documents = {"a": document}
    return gather(make_event(documents, day), documents, find_entities(documents))


def _with_partial(material: Material, words: str, partial: str) -> Material:
    """The material with the value of some words unknown but for a part."""
    (document,) = material.documents
    start, end = spans_of(document.article.text, words)[0]
    mention = DateMention(start, end, words, None, partial)
    changed = replace(document, dates=(*document.dates, mention))
    documents: dict[str, Document] = {"a": changed}
    return gather(material.event, documents, tuple(material.entities.values()))


def _last(material: Material) -> Statement:
    return material.statements[-1]


def test_the_sentence_below_a_standfirst_is_a_lead_though_it_dates_the_event_earlier() -> None:
    body = "The river burst its banks on Friday and flooded a dozen streets of Port Alva."
    text = f"Water in town\nThe harbour stays shut for now.\n{body}"
    document = build_document(
        "a", text, published="2031-05-03", dates={"Friday": "2031-05-02"}, places=["Port Alva"]
    )
    headline, standfirst, *rest = document.article.blocks
    blocks = (headline, replace(standfirst, kind=BlockKind.STANDFIRST), *rest)
    kinds = {(b.start, b.end): b.kind for b in blocks}
    sentences = tuple(
        replace(s, kind=next(k for (a, z), k in kinds.items() if a <= s.start < z))
        for s in document.sentences
    )
    document = replace(
        document, article=replace(document.article, blocks=blocks), sentences=sentences
    )
    documents = {"a": document}
    material = gather(make_event(documents, "2031-05-05"), documents, find_entities(documents))
    found = find_background(material)
    assert [s.text for s in material.statements if (s.article, s.start) in found] == []
    assert material.statements[-1].position == 1


def test_entries_stand_in_order_and_older_ones_are_background() -> None:
    material = _gather(
        "In March the two countries closed their harbours to trawlers.",
        "The first talks about the fleet failed in January.",
        dates={"March": "2031-03", "January": "2031-01"},
    )
    background = find_background(material)
    entries = draw_timeline(material, build_comparer(material), background, [])
    assert [(e.date, e.is_background) for e in entries] == [
        ("2031-01", True),
        ("2031-03", True),
        ("2031-05-05", False),
    ]


def test_an_event_day_alone_is_no_timeline() -> None:
    material = _gather(dates={})
    assert draw_timeline(material, build_comparer(material), frozenset(), []) == ()


def test_the_ends_of_a_period_are_no_events() -> None:
    material = _gather(
        "Between January and March some 900 crates were landed in the old harbour.",
        dates={"January": "2031-01", "March": "2031-03"},
    )
    assert draw_timeline(material, build_comparer(material), frozenset(), []) == ()


@pytest.mark.parametrize(
    ("sentence", "words", "value", "is_next"),
    [
        ("Experts will meet again in August to draft the rules.", "August", "2031-08", True),
        ("The first ferry sailed in March under a new flag.", "March", "2031-03", False),
        ("They will keep to what they agreed on that Monday.", "that Monday", "2031-05-05", False),
    ],
)
def test_what_is_to_come(sentence: str, words: str, value: str, *, is_next: bool) -> None:
    material = _gather(sentence, dates={words: value})
    assert is_future(_last(material), material) is is_next


def test_a_day_without_year_lies_before_the_event_unless_the_sentence_looks_ahead() -> None:
    past = _with_partial(_gather("A storm hit the coast on 9 June.", dates={}), "9 June", "--06-09")
    ahead = _with_partial(
        _gather("The group will meet here on 9 June.", dates={}), "9 June", "--06-09"
    )
    early = _with_partial(
        _gather("The group will meet again in February.", dates={}), "February", "--02"
    )
    assert dates_of(_last(past), "2031-05-05") == ("2030-06-09",)
    assert dates_of(_last(ahead), "2031-05-05") == ("2031-06-09",)
    assert dates_of(_last(early), "2031-05-05") == ("2032-02",)


def test_a_weekday_of_the_events_own_name_is_the_event() -> None:
    material = _with_partial(_gather("It rained on that day.", dates={}), "that day", "W1")
    assert dates_of(_last(material), "2031-05-05") == ("2031-05-05",)
    assert dates_of(_last(material), "2031-05-06") == ()


def test_dates_are_compared_at_the_precision_they_have() -> None:
    assert is_event_date("2031-05", "2031-05-05")
    assert is_event_date("2031-05-05", "2031-05")
    assert not is_event_date("2031-04", "2031-05-05")
    assert is_before("2031-04", "2031-05-05")
    assert not is_before("2031-05", "2031-05-05")
    assert not is_before("2031-05-05", None)


@pytest.mark.parametrize(
    ("sentence", "dates", "is_background"),
    [
        ("It should be recalled that the fleet once had ninety boats.", {}, True),
        ("Ada Roe had visited the harbour in March with her son.", {"March": "2031-03"}, True),
        ("Ada Roe spoke of a storm that came in March.", {"March": "2031-03"}, False),
        ("A storm in March sank two boats off the point.", {"March": "2031-03"}, True),
        ("The boats will be counted by the guests themselves.", {}, False),
    ],
)
def test_background(sentence: str, dates: dict[str, str | None], *, is_background: bool) -> None:
    material = _gather(sentence, dates=dates)
    statement = _last(material)
    found = find_background(material)
    assert ((statement.article, statement.start) in found) is is_background


@pytest.mark.parametrize(
    ("day", "opening"),
    [("2031-05", "When: the month is known"), ("2031", "When: the year is known"), (None, "When:")],
)
def test_a_date_known_in_part_is_a_gap(day: str | None, opening: str) -> None:
    material = _gather(dates={}, day=day)
    gaps = find_gaps(material, {}, {"a": 1})
    assert any(gap.startswith(opening) for gap in gaps)


def test_a_weekday_without_date_is_quoted_in_the_gap() -> None:
    material = _with_partial(_gather("They spoke on that day.", dates={}), "that day", "W1")
    undated = replace(material, event=replace(material.event, date=None))
    assert "“that day”" in " ".join(find_gaps(undated, {}, {"a": 1}))


def test_several_articles_of_one_origin_are_a_gap() -> None:
    documents = {
        name: build_document(name, f"Talks end\n{LEAD}", people=["Ada Roe"]) for name in ("a", "b")
    }
    material = gather(make_event(documents), documents, ())
    assert any("one origin" in gap for gap in find_gaps(material, documents, {"a": 1, "b": 1}))
    assert not any("one origin" in gap for gap in find_gaps(material, documents, {"a": 1, "b": 2}))


def test_today_below_the_lead_is_no_day() -> None:
    material = _gather(
        "The first boats came here a hundred years ago.",
        "His brother works in the harbour today.",
        dates={"today": "2031-05-06"},
    )
    (document,) = material.documents
    dates = tuple(replace(d, partial="P0D") if d.text == "today" else d for d in document.dates)
    changed = {"a": replace(document, dates=dates)}
    material = gather(material.event, changed, tuple(material.entities.values()))
    entries = draw_timeline(material, build_comparer(material), frozenset(), [])
    assert "2031-05-06" not in [e.date for e in entries]


def test_a_relative_clause_does_not_make_the_sentence_old() -> None:
    mixed = "The two guests, who had met in March, signed a paper on forty new boats."
    material = _gather(mixed, dates={"March": "2031-03"})
    statement = _last(material)
    assert (statement.article, statement.start) not in find_background(material)


def test_an_earlier_year_opens_a_look_back() -> None:
    material = _gather("In 2027 the fleet won the cup of the coast.", dates={"2027": "2027"})
    statement = _last(material)
    assert (statement.article, statement.start) in find_background(material)


def test_a_bottom_line_of_one_origin_among_several_is_a_gap() -> None:
    documents = {
        name: build_document(name, f"Talks end\n{LEAD}", people=["Ada Roe"]) for name in ("a", "b")
    }
    material = gather(make_event(documents), documents, ())
    point = Point(LEAD, "en", (), 1)
    two = find_gaps(material, documents, {"a": 1, "b": 2}, [point])
    assert any("bottom line" in gap for gap in two)
    assert any(gap.startswith("What:") for gap in find_gaps(material, documents, {"a": 1}, []))


@pytest.mark.parametrize(
    ("sentence", "is_shown"),
    [
        ("The next trial opens in March in the hall of Lunde.", False),
        ("Fishermen ask for a rest of the eels from March on.", False),
        ("The council raised the fee for eels as of March by a tenth.", False),
        ("The trial of the harbour master ended in March and nobody opens his office.", True),
        ("The harbour was frozen in March, and the town still opens its cellars.", True),
    ],
)
def test_a_month_whose_year_is_a_guess_is_no_entry_where_it_may_be_ahead(
    sentence: str, *, is_shown: bool
) -> None:
    material = _with_partial(_gather(sentence, dates={}), "March", "--03")
    entries = draw_timeline(material, build_comparer(material), frozenset(), [])
    assert (sentence in [e.text for e in entries]) is is_shown
