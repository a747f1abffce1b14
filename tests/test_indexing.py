"""Whose mention a range is, and which ranges are a page's own."""

from __future__ import annotations

from briefing.indexing import index_mentions, is_own, own_ranges
from briefing.model import BlockKind, Citation, Entity, Label
from tests.builders import build_document

PAGE = build_document(
    "velm.txt",
    "Talks in Velm\nPhoto: a quay\nAda Lorn met envoys.",
    kinds=[BlockKind.HEADLINE, BlockKind.CAPTION, BlockKind.BODY],
)


def test_a_mention_leads_to_its_entity() -> None:
    place = Citation("velm.txt", 28, 36)
    person = Entity("per-ada-lorn", "Ada Lorn", Label.PER, ("Ada Lorn",), None, None, (place,))
    assert index_mentions([person]) == {place: "per-ada-lorn"}


def test_captions_are_not_the_pages_own() -> None:
    text = PAGE.article.text
    own = [text[start:end] for start, end in own_ranges(PAGE)]
    assert own == ["Talks in Velm", "Ada Lorn met envoys."]
    assert is_own(PAGE, text.index("Ada"))
    assert not is_own(PAGE, text.index("quay"))
