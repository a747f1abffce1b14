"""What is set against what: real differences, and the same value in other clothes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from briefing.briefs.background import find_background
from briefing.briefs.comparing import build_comparer
from briefing.briefs.differences import find_differences
from briefing.briefs.labels import normalise
from briefing.briefs.material import gather
from briefing.briefs.values import are_compatible, figure_class
from briefing.model import (
    DateMention,
    Difference,
    Document,
    Event,
    EventDate,
    Figure,
    Place,
    Qualifier,
)
from tests.briefs.corpus import figure
from tests.builders import build_document, spans_of

DAY = "2031-05-05"


def _report(
    identifier: str,
    body: str,
    figures: Sequence[tuple[str, float, str | None, str | None]] = (),
    *,
    dates: Sequence[DateMention] = (),
    published: str | None = None,
    language: str = "en",
    quoted: str | None = None,
) -> Document:
    text = f"Ferry sinks\n{body}"
    document = build_document(
        identifier,
        text,
        language=language,
        published=published,
        figures=[
            figure(text, words, value, unit=unit, **({"counted": counted} if counted else {}))
            for words, value, unit, counted in figures
        ],
        quotes={quoted: None} if quoted else None,
    )
    shifted = tuple(replace(d, start=d.start + 12, end=d.end + 12) for d in dates)
    return replace(document, dates=shifted)


def _compare(*documents: Document, day: str | None = DAY) -> tuple[Difference, ...]:
    by_id = {d.article.id: d for d in documents}
    event = Event(
        "e", "Ferry sinks", "accident", EventDate(day) if day else None, Place("Port Alva"),
        (), (), tuple(sorted(by_id)),
    )  # fmt: skip
    material = gather(event, by_id, ())
    return find_differences(material, build_comparer(material), find_background(material))


def _values(differences: Sequence[Difference]) -> list[list[str]]:
    return [[v.text for v in d.values] for d in differences]


SENTENCE = "The ferry sank off Port Alva and {} after the collision with a trawler."


def _killed(identifier: str, words: str, value: float, **more: str) -> Document:
    body = SENTENCE.format(f"{words} were killed")
    return _report(identifier, body, [(words, value, None, "killed")], **more)  # type: ignore[arg-type]


def test_two_counts_of_the_dead_differ() -> None:
    found = _compare(_killed("a", "11", 11), _killed("b", "13", 13))
    assert _values(found) == [["11 were killed", "13 were killed"]]
    assert found[0].about == "killed"


def test_equal_counts_do_not() -> None:
    assert _compare(_killed("a", "11", 11), _killed("b", "eleven", 11)) == ()


def test_one_article_is_never_set_against_itself() -> None:
    body = SENTENCE.format("30 million euros, of which 10 million euros at once, were paid")
    both = [("30 million euros", 3e7, "EUR", None), ("10 million euros", 1e7, "EUR", None)]
    assert _compare(_report("a", body, both), _report("b", body, both)) == ()
    only = SENTENCE.format("10 million euros at once were paid")
    part = [("10 million euros", 1e7, "EUR", None)]
    assert _compare(_report("a", body, both), _report("b", only, part)) == ()


def test_the_same_class_about_other_things_is_no_difference() -> None:
    one = _report("a", "The mayor hired 40 workers for the museum.", [("40", 40, None, "workers")])
    mines = "Salt mines in the north lost 150 workers."
    two = _report("b", mines, [("150", 150, None, "workers")])
    assert _compare(one, two) == ()


@pytest.mark.parametrize(
    "words", ["every year", "each", "per tonne", "a year", "par an", "al año", "pro Jahr"]
)
def test_a_rate_is_not_set_against_a_total(words: str) -> None:
    rate = _report(
        "a", f"The deal pays 60 million euros {words} to the fishing villages of the coast.",
        [("60 million euros", 6e7, "EUR", None)],
    )  # fmt: skip
    total = _report(
        "b", "The deal pays 120 million euros in all to the fishing villages of the coast.",
        [("120 million euros", 12e7, "EUR", None)],
    )  # fmt: skip
    assert _compare(rate, total) == ()


def test_what_was_asked_for_is_not_set_against_what_was_given() -> None:
    asked = _report(
        "a", "The union had asked for 30 years of pay after the ferry collision.",
        [("30 years", 30, "y", None)],
    )  # fmt: skip
    given = _report(
        "b", "The union was given 11 years of pay after the ferry collision.",
        [("11 years", 11, "y", None)],
    )  # fmt: skip
    assert _compare(asked, given) == ()


def test_a_preview_is_not_set_against_a_report() -> None:
    def tell(identifier: str, number: int, published: str) -> Document:
        body = SENTENCE.format(f"{number} delegations came")
        return _report(
            identifier, body, [(str(number), number, None, "delegations")], published=published
        )

    report = tell("a", 11, "2031-05-06")
    assert _compare(report, tell("b", 13, "2031-05-01")) == ()
    assert len(_compare(report, tell("b", 13, "2031-05-07"))) == 1


def test_a_page_that_counts_the_dead_is_no_preview_however_early() -> None:
    report = _killed("a", "11", 11, published="2031-05-06")
    assert len(_compare(report, _killed("b", "13", 13, published="2031-05-01"))) == 1


def test_figures_inside_quotations_belong_to_their_speaker() -> None:
    body = SENTENCE.format("13 were killed")
    quoted = _report("b", body, [("13", 13, None, "killed")], quoted="13 were killed")
    assert _compare(_killed("a", "11", 11), quoted) == ()


def test_people_are_classed_by_what_became_of_them() -> None:
    dead = SENTENCE.format("11 people were killed")
    aboard = SENTENCE.format("230 people had been aboard")
    one = _report("a", dead, [("11", 11, None, "people")])
    two = _report("b", aboard, [("230", 230, None, "people")])
    assert _compare(one, two) == ()
    assert _values(_compare(one, _killed("c", "13", 13))) == [["11 people", "13 were killed"]]


def _exact(value: float, qualifier: Qualifier = Qualifier.EXACT, unit: str | None = None) -> Figure:
    return Figure(0, 1, "x", value, unit, None if unit else "boats", qualifier)


@pytest.mark.parametrize(
    ("one", "two", "agree"),
    [
        (_exact(60, Qualifier.ABOUT), _exact(61), True),
        (_exact(60, Qualifier.ABOUT), _exact(75), False),
        (_exact(1100, Qualifier.AT_LEAST), _exact(1300), True),
        (_exact(1100, Qualifier.AT_LEAST), _exact(900), False),
        (_exact(1100, Qualifier.AT_LEAST), _exact(1300, Qualifier.AT_LEAST), False),
        (_exact(49, Qualifier.AT_MOST), _exact(45), False),
        (_exact(1.2e9, unit="EUR"), _exact(1200e6, unit="EUR"), True),
        (_exact(14.2e6), _exact(14200000), True),
        (_exact(4.9e9, unit="EUR"), _exact(5e9, unit="EUR"), True),
        (_exact(1000, unit="MW"), _exact(1200, unit="MW"), False),
        (_exact(210e6, unit="EUR"), _exact(180e6, unit="EUR"), False),
    ],
)
def test_equal_values_in_other_clothes_agree(one: Figure, two: Figure, *, agree: bool) -> None:
    assert are_compatible(one, two) is agree
    assert are_compatible(two, one) is agree


def test_classes_are_shared_between_languages() -> None:
    english = Figure(0, 1, "3", 3, None, "investigators")
    french = Figure(0, 1, "3", 3, None, "enqueteurs")
    assert figure_class(english) == figure_class(french) is not None
    assert figure_class(Figure(0, 1, "3", 3)) is None
    assert figure_class(_exact(3, unit="km")) == "unit km"


def test_a_value_is_written_in_base_units() -> None:
    assert normalise(_exact(210e6, unit="EUR")) == "210 million EUR"
    assert normalise(_exact(850e3, unit="EUR")) == "850,000 EUR"
    assert normalise(_exact(1.35e9, unit="kroner")) == "1.35 billion kroner"
    assert normalise(_exact(4.5, unit="y")) == "4.5 years"
    assert normalise(_exact(1100, Qualifier.AT_LEAST)) == "at least 1,100"


def _date(body: str, words: str, value: str | None, **clock: str) -> DateMention:
    start, end = spans_of(body, words)[0]
    return DateMention(start, end, words, value, None, clock.get("time"), clock.get("zone"))


def _on(identifier: str, words: str, value: str) -> Document:
    body = f"The ferry sank {words} off Port Alva after a collision with a trawler."
    return _report(identifier, body, dates=[_date(body, words, value)])


def test_the_day_of_the_event_is_disputed_only_if_no_day_is_shared() -> None:
    (found,) = _compare(_on("a", "on Monday", "2031-05-05"), _on("b", "on Tuesday", "2031-05-06"))
    assert (found.about, [v.normalised for v in found.values]) == (
        "day of the event",
        ["2031-05-05", "2031-05-06"],
    )
    assert _compare(_on("a", "on Monday", DAY), _on("b", "5 May", DAY)) == ()


def test_the_day_on_which_somebody_spoke_is_no_day_of_the_event() -> None:
    body = (
        "The ferry sank off Port Alva after a collision with a trawler, officials said on Tuesday."
    )
    said = _report("b", body, dates=[_date(body, "Tuesday", "2031-05-06")])
    assert _compare(_on("a", "on Monday", DAY), said) == ()


def test_a_report_that_steps_a_day_back_gives_no_day_by_itself() -> None:
    body = "The ferry was towed off Port Alva on Tuesday. The day before, it had hit a trawler."
    later = _report("b", body, dates=[_date(body, "Tuesday", "2031-05-06")])
    assert _compare(_on("a", "on Monday", DAY), later) == ()


def test_a_page_that_counts_its_dead_days_before_is_a_report() -> None:
    report = _killed("a", "11", 11, published="2031-05-06")
    early = _killed("b", "13", 13, published="2031-05-03")
    assert len(_compare(report, early)) == 1


def test_starting_dates_are_compared_and_last_days_apart() -> None:
    def coming(identifier: str, words: str, day: str, value: str) -> Document:
        body = f"The new ferry line will run {words} {day} between the islands."
        return _report(identifier, body, dates=[_date(body, day, value)])

    first = coming("a", "from", "1 July 2031", "2031-07-01")
    other = coming("b", "from", "1 June 2031", "2031-06-01")
    last = coming("c", "until", "1 August 2031", "2031-08-01")
    (found,) = _compare(first, other)
    assert found.about == "starting date"
    assert _compare(first, last) == ()


def _at(identifier: str, words: str, time: str, zone: str | None) -> Document:
    body = f"The ferry sank off Port Alva at {words} after a collision with a trawler."
    mention = _date(body, words, None, time=time, **({"zone": zone} if zone else {}))
    return _report(identifier, body, dates=[mention])


@pytest.mark.parametrize(
    ("one", "two", "is_rival"),
    [
        (("06:40", None), ("05:40", "GMT"), False),
        (("06:40", None), ("06:40", None), False),
        (("06:40", None), ("06:55", None), True),
        (("06:40", "GMT"), ("05:40", "GMT"), True),
        (("06:40", None), ("05:55", "GMT"), True),
    ],
)
def test_clock_times_are_compared_across_zones(
    one: tuple[str, str | None], two: tuple[str, str | None], *, is_rival: bool
) -> None:
    found = _compare(_at("a", one[0], *one), _at("b", two[0], *two))
    assert bool(found) is is_rival


def test_the_order_of_articles_changes_nothing() -> None:
    documents = [_killed("a", "11", 11), _killed("b", "13", 13), _killed("c", "12", 12)]
    assert _compare(*documents) == _compare(*documents[::-1])
