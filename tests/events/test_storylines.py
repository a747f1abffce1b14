"""Storylines: series of events in time order."""

from __future__ import annotations

from briefing.entities.resolve import resolve_entities
from briefing.events.grouping import group_events
from tests.builders import build_document
from tests.events.test_grouping import CORPUS


def test_every_event_is_in_at_most_one_storyline_of_two_or_more() -> None:
    alone = build_document("alone.txt", "Rain in the hills\nIt rained for hours.")
    documents = [*CORPUS, alone]
    grouping = group_events(documents, resolve_entities(documents))
    told = [e for s in grouping.storylines for e in s.events]
    assert len(told) == len(set(told))
    assert all(len(s.events) > 1 for s in grouping.storylines)
    (lonely,) = [e for e in grouping.events if e.articles == ("alone.txt",)]
    assert lonely.storyline is None
    assert lonely.id not in told


def test_a_storyline_is_called_after_its_countries() -> None:
    grouping = group_events(CORPUS, resolve_entities(CORPUS))
    assert any("Iceland – Norway" in s.label for s in grouping.storylines)
