"""Terms: the content words of the report, headline first."""

from __future__ import annotations

from briefing.analysis.terms import extract_terms
from briefing.model import Block, BlockKind


def terms(*passages: tuple[str, BlockKind]) -> tuple[str, ...]:
    text = "\n".join(words for words, _ in passages)
    blocks, start = [], 0
    for words, kind in passages:
        blocks.append(Block(start, start + len(words), kind))
        start += len(words) + 1
    return extract_terms(text, blocks)


def test_the_headline_comes_first_and_clutter_not_at_all() -> None:
    found = terms(
        ("Harbours with cranes", BlockKind.STANDFIRST),
        ("Crane falls", BlockKind.HEADLINE),
        ("Subscribe", BlockKind.CLUTTER),
        ("A picture", BlockKind.CAPTION),
        ("The harbour is shut", BlockKind.BODY),
    )
    assert found == ("crane", "falls", "harbour", "cranes", "harbour", "shut")


def test_inflections_and_accents_give_one_term() -> None:
    found = terms(("coopération coopérations COOPERATION", BlockKind.BODY))
    assert found == ("coopera",) * 3


def test_the_arabic_article_is_taken_off() -> None:
    found = terms(("الميناء والميناء ميناء", BlockKind.BODY))
    assert len(set(found)) == 1
