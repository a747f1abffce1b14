"""What a brief is written from is of its own pages."""

from __future__ import annotations

from briefing.briefs.material import gather
from tests.briefs.corpus import find_entities, make_event
from tests.builders import build_document


def test_entities_are_those_that_the_pages_of_the_event_name() -> None:
    own = build_document("a", "Ada Roe came to Port Alva on Monday morning.")
    other = build_document("b", "Ben Stone stayed at home for the whole week.")
    everywhere = find_entities({"a": own, "b": other})
    assert {e.id for e in everywhere if e.mentions} >= {"e-roe", "e-stone"}
    material = gather(make_event({"a": own}), {"a": own, "b": other}, everywhere)
    assert "e-roe" in material.entities
    assert "e-stone" not in material.entities
    assert all({c.article for c in e.mentions} & {"a"} for e in material.entities.values())
