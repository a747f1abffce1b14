"""Who copied whom: below what it repeats, with the share of its words and the passage."""

from __future__ import annotations

from dataclasses import replace

from briefing.briefs.origin_tree import COPY, trace_origins
from briefing.briefs.origins import find_origins
from briefing.model import Document, OriginNode
from tests.briefs.test_origins import EDITED, OTHER, WIRE
from tests.builders import build_document


def trace(*documents: Document) -> tuple[OriginNode, ...]:
    ordered = sorted(documents, key=lambda d: d.article.id)
    return trace_origins(ordered, find_origins(ordered))


def published(document: Document, moment: str) -> Document:
    return replace(document, article=replace(document.article, published=moment))


def test_the_later_text_stands_below_the_earlier_one() -> None:
    late = published(build_document("a", EDITED), "2031-05-07")
    early = published(build_document("b", WIRE), "2031-05-06T08:00")
    found = trace(late, early)
    assert [(n.article, n.depth, n.parent) for n in found] == [("b", 0, None), ("a", 1, "b")]
    evidence = found[1].evidence[0]
    assert evidence.feature == COPY
    assert evidence.words == f"{100 * found[1].share:.0f} % of its words stand in source 2"
    assert 0.5 < found[1].share < 1


def test_moments_are_compared_across_time_zones() -> None:
    east = published(build_document("a", WIRE), "2031-05-06T09:00+02:00")
    west = published(build_document("b", EDITED), "2031-05-06T08:30+00:00")
    assert [n.article for n in trace(east, west)] == ["a", "b"]


def test_the_agencys_own_report_is_the_first_whatever_its_date() -> None:
    reprint = published(build_document("a", EDITED, origin="ABC", source="The Quay"), "2031-05-06")
    own = build_document("b", WIRE, origin="ABC", source="abc")
    assert [n.article for n in trace(reprint, own)] == ["b", "a"]


def test_the_passages_that_are_alike_are_cited_in_both() -> None:
    documents = [build_document("a", WIRE), build_document("b", EDITED)]
    texts = {d.article.id: d.article.text for d in documents}
    copy = trace(*documents)[1].evidence[0]
    first, second = (texts[c.article][c.start : c.end] for c in copy.citations)
    assert {c.article for c in copy.citations} == {"a", "b"}
    assert first.startswith(("Engineers said", "The river dam"))
    assert first[:40] == second[:40]


def test_two_texts_that_credit_one_agency_stay_apart_and_say_so() -> None:
    found = trace(build_document("a", WIRE, origin="ABC"), build_document("b", OTHER, origin="ABC"))
    assert [(n.depth, n.origin, [e.words for e in n.evidence]) for n in found] == [
        (0, 1, ["credits ABC"]),
        (0, 2, ["credits ABC"]),
    ]


def test_an_attribution_is_told_with_the_source_that_it_means() -> None:
    quoting = OTHER.replace(" Nobody", " According to The Quay, nobody")
    found = trace(
        build_document("a", WIRE, source="The Quay"), build_document("b", quoting, source="Lune")
    )
    assert [e.words for e in found[1].evidence] == ["gives The Quay as a source (source 1)"]
    assert found[1].evidence[0].citations


def test_the_order_of_input_changes_nothing_and_every_source_is_there_once() -> None:
    documents = [
        build_document("a", WIRE), build_document("b", OTHER), build_document("c", EDITED),
        build_document("d", WIRE),
    ]  # fmt: skip
    found = trace(*documents)
    assert found == trace(*documents[::-1])
    assert sorted(n.article for n in found) == ["a", "b", "c", "d"]
    identical = next(n for n in found if n.article == "d")
    assert (identical.parent, identical.share) == ("a", 1.0)
    assert identical.evidence[0].words == "all of its words stand in source 1"
