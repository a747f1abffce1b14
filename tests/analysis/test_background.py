"""Background sentences: older and other events inside a page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.analysis.background import mark_background
from briefing.lexicon.discourse import leaves_the_event
from briefing.lexicon.folding import fold
from briefing.model import DateMention, Document
from tests.builders import build_document, spans_of

TEXT = (
    "Ministers agree on ferries\n"
    "The ministers agreed on Tuesday on new ferries. They shook hands.\n"
    "Talks had begun on 3 May 2021 in Oslo. Anna Berg led them then. On Tuesday she was absent.\n"
    "The ferries cost a lot.\n"
    "To recall, the last ferry sank."
)


def marked(document: Document, published: str | None) -> list[str]:
    found = mark_background(
        document.article.text,
        document.article.blocks,
        document.sentences,
        document.dates,
        published,
    )
    return [document.article.text[s.start : s.end] for s in found if s.is_background]


def page(tuesday: str | None, *, partial: str | None = None) -> Document:
    document = build_document("a.txt", TEXT, dates={"3 May 2021": "2021-05-03"})
    weekdays = [
        DateMention(*span, "Tuesday", tuesday, partial) for span in spans_of(TEXT, "Tuesday")
    ]
    dates = tuple(sorted((*document.dates, *weekdays), key=lambda d: d.start))
    return Document(document.article, document.sentences, (), dates, (), (), document.analyser)


def test_an_older_date_turns_its_paragraph_until_the_own_day_comes_again() -> None:
    assert marked(page("2024-03-12"), "2024-03-13") == [
        "Talks had begun on 3 May 2021 in Oslo.",
        "Anna Berg led them then.",
        "To recall, the last ferry sank.",
    ]


def test_an_undated_page_knows_its_own_weekday_from_a_full_date() -> None:
    assert marked(page(None, partial="W2"), None)[:2] == [
        "Talks had begun on 3 May 2021 in Oslo.",
        "Anna Berg led them then.",
    ]


def test_nothing_is_background_where_all_dates_are_the_pages_own() -> None:
    text = "Fire in the port\nA fire broke out on 3 May 2021. It was put out on 4 May 2021."
    days = {"3 May 2021": "2021-05-03", "4 May 2021": "2021-05-04"}
    assert marked(build_document("b.txt", text, dates=dict(days)), "2021-05-04") == []


@pytest.mark.parametrize(
    ("partial", "expected"), [("P-2M", True), ("P-1Y", True), ("--10", True), ("P-1D", False)]
)
def test_an_undated_page_knows_months_back_from_days_back(partial: str, *, expected: bool) -> None:
    text = "Fire in the port\nA fire broke out. It had burnt before then."
    document = build_document("c.txt", text)
    then = DateMention(*spans_of(text, "before then")[0], "before then", None, partial)
    dated = replace(document, dates=(then,))
    assert bool(marked(dated, None)) is expected


def test_a_turn_to_another_occasion_is_known_by_its_phrase() -> None:
    assert leaves_the_event(fold("Le même jour, le ministre a reçu"))
    assert not leaves_the_event(fold("The minister welcomed his guest"))
