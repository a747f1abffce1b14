from __future__ import annotations

import pytest

from briefing.tui.event_entries import event_entries, shown_date
from briefing.tui.signs import EventSigns
from tests.tui.sample import build_corpus


def test_events_of_a_storyline_stand_below_its_heading() -> None:
    corpus = build_corpus()
    documents = {d.article.id: d for d in corpus.documents}
    entries = list(event_entries(corpus, documents, {"ev1": 2}, {}))
    assert [(e.event, e.is_within) for e in entries] == [
        (None, False),
        ("ev1", True),
        ("ev2", True),
        ("ev3", False),
    ]
    assert entries[1].details == ("7 Apr 2031 · Varna", "3 articles · 2 origins · en fr es")
    assert entries[2].details[1] == "1 article · en"
    assert entries[3].details[0] == "no date · no place"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        ("2031-04-07", "7 Apr 2031"),
        ("2031-04-07T09:30", "7 Apr 2031, 09:30"),
        ("2031-04", "Apr 2031"),
        ("2031", "2031"),
        ("2031-99-07", "2031-99-07"),
        ("spring\x1b", "spring␛"),
    ],
)
def test_dates_are_written_for_a_reader(value: str | None, words: str) -> None:
    assert shown_date(value) == words


def test_signs_stand_before_the_title_and_what_is_unread_below() -> None:
    corpus = build_corpus()
    documents = {d.article.id: d for d in corpus.documents}
    signs = {
        "ev1": EventSigns(is_starred=True, has_note=True, is_locked=True, unread=1),
        "ev2": EventSigns(unread=0),
    }
    accord, ferry = list(event_entries(corpus, documents, {}, signs))[1:3]
    assert accord.title == "★✎⊘ Ostrava and Lund sign harbour accord"
    assert accord.details[-1] == "1 unread"
    assert not accord.is_read
    assert ferry.is_read
