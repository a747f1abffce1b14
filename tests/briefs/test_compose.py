"""The brief of two reports in two languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from briefing.briefs.compose import write_brief
from briefing.exporters.json import JsonExporter
from briefing.exporters.markdown import MarkdownExporter
from briefing.exporters.verification import verify
from briefing.lexicon.citing import cite_words
from briefing.model import BlockKind, Brief, Citation, Document, Place
from tests.briefs.corpus import build_documents, find_entities, make_event
from tests.builders import build_document

DOCUMENTS = build_documents()
ENTITIES = find_entities(DOCUMENTS)
BRIEF = write_brief(make_event(DOCUMENTS), DOCUMENTS, ENTITIES)


def _citations(brief: Brief) -> Iterator[Citation]:
    for point in (*brief.bluf, *brief.points, *brief.next, *brief.background):
        yield from point.citations
    for fact in brief.facts:
        yield from fact.citations
    for quote in brief.quotes:
        yield from quote.citations
    for entry in brief.timeline:
        yield from entry.citations


def _words(citation: Citation) -> str:
    text = DOCUMENTS[citation.article].article.text
    return cite_words(text, citation.start, citation.end)


def test_every_sentence_is_the_words_of_its_first_citation() -> None:
    for point in (*BRIEF.bluf, *BRIEF.points, *BRIEF.next, *BRIEF.background):
        assert point.text == _words(point.citations[0])
    for quote in BRIEF.quotes:
        assert quote.text == _words(quote.citations[0])
    for entry in BRIEF.timeline:
        assert entry.text == _words(entry.citations[0])
    assert all(_words(c) for c in _citations(BRIEF))


def test_one_fact_in_two_languages_is_one_point() -> None:
    (patrols,) = [p for p in BRIEF.points if "delegations" in p.text]
    assert [c.article for c in patrols.citations] == ["a.txt", "b.txt"]
    assert patrols.origins == 2
    assert not any("délégations ont signé" in p.text for p in BRIEF.points)


def test_a_sentence_with_a_rival_figure_is_no_support() -> None:
    (fund,) = [p for p in BRIEF.points if "30 million euros" in p.text]
    assert [c.article for c in fund.citations] == ["a.txt"]


def test_the_bottom_line_says_who_where_and_when() -> None:
    assert BRIEF.bluf[0].text.startswith("Interior Minister Ada Roe and her guest Ben Stone agreed")


def test_the_rival_figures_are_in_the_ledger() -> None:
    (difference,) = BRIEF.differences
    assert [(v.text, v.article) for v in difference.values] == [
        ("20 millions d’euros", "b.txt"),
        ("30 million euros", "a.txt"),
    ]
    assert "fund" in difference.about
    assert difference.about.endswith("(EUR)")


def test_background_and_what_is_to_come_stand_apart() -> None:
    shown = {p.text for p in BRIEF.points}
    assert not any("In October" in text for text in shown)
    later = [t for t in BRIEF.timeline if t.date == "2030-10"]
    assert later[0].is_background
    assert any("August" in p.text for p in (*BRIEF.next, *BRIEF.points))


def test_a_quotation_is_joined_across_languages() -> None:
    (quote,) = BRIEF.quotes
    assert quote.speaker == "Ada Roe"
    assert quote.language == "en"
    assert [c.article for c in quote.citations] == ["a.txt", "b.txt"]


def test_facts_count_origins() -> None:
    who = [f for f in BRIEF.facts if f.question == "who"]
    assert [(f.value, f.origins) for f in who] == [
        ("Ada Roe, interior minister, Aland", 2),
        ("Ben Stone", 2),
    ]


def test_sources_are_numbered_and_carry_their_hash() -> None:
    assert [(s.number, s.article, s.group) for s in BRIEF.sources] == [
        (1, "a.txt", 1),
        (2, "b.txt", 2),
    ]
    assert BRIEF.sources[1].sha256 == DOCUMENTS["b.txt"].article.sha256
    assert (BRIEF.languages, BRIEF.origins) == (("en", "fr"), 2)


def test_the_order_of_input_does_not_matter() -> None:
    backwards = dict(reversed(list(DOCUMENTS.items())))
    assert write_brief(make_event(DOCUMENTS), backwards, ENTITIES[::-1]) == BRIEF


def test_the_brief_verifies_in_both_formats() -> None:
    articles = {d.article.path: d.article for d in DOCUMENTS.values()}
    for exporter in (MarkdownExporter(), JsonExporter()):
        assert verify(exporter.export(BRIEF, DOCUMENTS, ""), articles.get) == ()


def test_languages_of_the_corpus_without_a_source_are_a_gap() -> None:
    other = build_document("c.txt", "Titel\nEtwas ganz anderes.", language="de")
    more: dict[str, Document] = {**DOCUMENTS, "c.txt": other}
    brief = write_brief(make_event(DOCUMENTS), more, ENTITIES)
    assert any("de" in gap for gap in brief.gaps)
    assert not any(gap.startswith("Languages") for gap in BRIEF.gaps)
    assert [s.article for s in brief.sources] == ["a.txt", "b.txt"]


def test_an_event_nobody_dates_or_places_says_so() -> None:
    document = build_document("x.txt", "Title\nSomething happened somewhere and nobody knows what.")
    event = make_event({"x.txt": document}, day=None)
    bare = replace(event, participants=(), place=Place(), articles=("x.txt",))
    gaps = write_brief(bare, {"x.txt": document}, ()).gaps
    assert [g.split(":")[0] for g in gaps] == [
        "Who", "When", "Where", "One source only",
    ]  # fmt: skip


def test_clutter_and_captions_are_never_cited() -> None:
    kinds = (BlockKind.HEADLINE, BlockKind.BODY, BlockKind.CAPTION, BlockKind.CLUTTER)
    text = (
        "Talks end\nAda Roe met a guest in Port Alva to talk about boats.\n"
        "Ada Roe at the harbour of Port Alva, photographed last week by staff.\n"
        "Read also: Ada Roe opens a new school in Port Alva next Monday."
    )
    document = build_document("c.txt", text, kinds=kinds, people=["Ada Roe"])
    documents = {"c.txt": document}
    brief = write_brief(make_event(documents), documents, find_entities(documents))
    body = text.index("Ada Roe met"), text.index("\nAda Roe at")
    assert brief.points
    assert all(body[0] <= c.start and c.end <= body[1] for c in _citations(brief))


def test_a_source_in_disguise_is_told_of_wherever_sources_are_listed() -> None:
    forged = "Halden P\N{CYRILLIC SMALL LETTER O}st"
    named = {"a.txt": "Halden Post", "b.txt": forged}
    documents = {
        i: replace(d, article=replace(d.article, source=named[i])) for i, d in DOCUMENTS.items()
    }
    brief = write_brief(make_event(documents), documents, ENTITIES)
    honest, false = brief.sources
    assert honest.doubts == ()
    assert "mixes Cyrillic and Latin letters" in false.doubts[0]
    assert "looks like “Halden Post”" in false.doubts[1]
    assert brief.gaps[-1].startswith("Source 2 may not be who it seems: the outlet’s name mixes")
    written = MarkdownExporter().export(brief, documents, "")
    listed = [line for line in written.splitlines() if line.startswith("2. ")]
    assert "⚠ the outlet’s name mixes Cyrillic and Latin letters" in listed[0]
    articles = {d.article.path: d.article for d in documents.values()}
    assert verify(written, articles.get) == ()
    assert not any(source.doubts for source in BRIEF.sources)


@pytest.mark.parametrize("body", ["", "\nNo further word", "\nPhoto and map"])
def test_pages_that_are_only_headlines_have_a_brief_that_holds(body: str) -> None:
    document = build_document("h.txt", f"Talks end in Port Alva{body}", source="The Quay")
    documents = {"h.txt": document}
    event = replace(make_event(documents), participants=(), place=Place())
    brief = write_brief(event, documents, ())
    assert [p.text for p in brief.bluf] == ["Talks end in Port Alva"]
    assert any(gap.startswith("What: no source says in a sentence") for gap in brief.gaps)
    for exporter in (MarkdownExporter(), JsonExporter()):
        assert verify(exporter.export(brief, documents, ""), {"h.txt": document.article}.get) == ()


def test_pages_without_a_word_of_their_own_have_a_brief_that_claims_nothing() -> None:
    document = build_document("c.txt", "Share\nSubscribe", kinds=[BlockKind.CLUTTER] * 2)
    documents = {"c.txt": document}
    event = replace(make_event(documents, day=None), participants=(), place=Place())
    brief = write_brief(event, documents, ())
    assert (brief.bluf, brief.facts, brief.points) == ((), (), ())
    for exporter in (MarkdownExporter(), JsonExporter()):
        text = exporter.export(brief, documents, "")
        assert verify(text, {"c.txt": document.article}.get) == ()
