"""Lines that hang on a quotation or on a date: other wordings, other events."""

from __future__ import annotations

from dataclasses import replace

from briefing.exporters.html import HtmlExporter
from briefing.exporters.json import JsonExporter
from briefing.exporters.linked_rows import (
    background_rows,
    is_link,
    quote_rows,
    timeline_rows,
)
from briefing.exporters.markdown import MarkdownExporter
from briefing.exporters.naming import file_name, linked_name
from briefing.exporters.verification import verify
from briefing.model import (
    BriefQuote,
    Citation,
    Drift,
    EventLink,
    Point,
    QuoteVariant,
    TimelineEntry,
    WordEdit,
)
from tests.exporters.hostile_brief import PLAIN, hostile_brief, hostile_documents

HERE, THERE = Citation("a", 0, 9), Citation("b", 0, 4)
NAMES = {"a": "The Quay, en", "b": "Le Quai, fr"}
DOCUMENTS = hostile_documents(PLAIN)
BRIEF = hostile_brief(PLAIN, DOCUMENTS)
ARTICLES = {d.article.path: d.article for d in DOCUMENTS.values()}


def _tails(*variants: QuoteVariant) -> list[str]:
    quote = BriefQuote("Ada Roe", "A long sentence on boats", "en", (HERE, THERE), variants)
    return [row.tail for row in quote_rows(quote, NAMES)]


def _variant(drift: Drift, text: str = "Boats", *edits: WordEdit) -> QuoteVariant:
    return QuoteVariant(drift, text, "en", (THERE,), edits)


def test_each_wording_says_whose_it_is_and_how_it_differs() -> None:
    edits = (WordEdit("A", "One"), WordEdit("on boats", ""), WordEdit("", "now"))
    assert _tails(
        _variant(Drift.CONTINUED),
        _variant(Drift.REWORDED, "Boats", *edits),
        _variant(Drift.REWORDED, "Boats", *edits, *edits),
        _variant(Drift.CUT, "Boats"),
        _variant(Drift.TRANSLATED, "Une phrase sur les bateaux"),
        _variant(Drift.TRANSLATED, "Bateaux"),
    ) == [
        "Ada Roe, en",
        "goes on",
        "Le Quai, fr: reworded, “One” for “A”; without “on boats”; adds “now”",
        "Le Quai, fr: reworded, “One” for “A”; without “on boats”; adds “now”; 3 more",
        "Le Quai, fr: cut",
        "Le Quai, fr",
        "Le Quai, fr: shorter",
    ]


def test_a_long_edit_shows_its_two_ends() -> None:
    words = " ".join(f"word{n}" for n in range(40))
    (_, tail) = _tails(_variant(Drift.CUT, "Boats", WordEdit(words, "")))
    assert "without “word0 word1" in tail
    assert tail.endswith("word39”")
    assert len(tail) < 100


def test_a_link_stands_below_its_entry() -> None:
    link = EventLink("e-0badcafe", "Talks in Lunde", "2030-10-07")
    entry = TimelineEntry("2030-10-07", "They met.", (HERE,), is_background=True, link=link)
    shown, led = timeline_rows(entry)
    assert (shown.words, led.depth, led.link) == ("They met.", 1, link)
    assert led.words == "Talks in Lunde · 2030-10-07 · e-0badcafe"
    assert is_link(led.lead, led.words)
    assert len(list(timeline_rows(replace(entry, link=None)))) == 1


def test_a_sentence_of_the_background_leads_to_its_event() -> None:
    link = EventLink("e-0badcafe", "Talks in Lunde", None)
    shown, led = background_rows(Point("They met.", "en", (HERE, THERE), 2, link))
    assert (shown.tail, led.words) == ("2 origins", "Talks in Lunde · e-0badcafe")
    (alone,) = background_rows(Point("They met.", "en", (HERE,), 1))
    assert alone.tail == ""
    point = replace(BRIEF.background[0], link=link)
    text = MarkdownExporter().export(replace(BRIEF, background=(point,)), DOCUMENTS, "")
    assert "  - **→** Talks in Lunde · e-0badcafe\n" in text
    assert verify(text, ARTICLES.get) == ()


def test_a_linked_file_has_the_name_that_the_other_brief_is_written_under() -> None:
    event = BRIEF.event
    link = EventLink(event.id, event.label, event.date.value if event.date else None)
    assert linked_name(link, ".html") == file_name(event, ".html")
    html = HtmlExporter().export(BRIEF, DOCUMENTS, "")
    assert '<a href="2030-05-06-wada-roew-e-87654321.html">' in html


def test_what_hangs_on_a_line_is_verified_like_all_else() -> None:
    text = MarkdownExporter().export(BRIEF, DOCUMENTS, "")
    assert verify(text, ARTICLES.get) == ()
    assert "  - **→** wAda Roew · 2030-05-06 · e-87654321\n" in text
    forged = text.replace(" · 2030-05-06 · e-87654321", ", who confessed")
    assert any("no citation" in m.reason for m in verify(forged, ARTICLES.get))
    variant = BRIEF.quotes[0].variants[0]
    whole = JsonExporter().export(BRIEF, DOCUMENTS, "")
    assert verify(whole, ARTICLES.get) == ()
    shown = f'"drift": "{variant.drift.value}", "text": "'
    assert shown in whole
    reasons = [m.reason for m in verify(whole.replace(shown, shown + "No: "), ARTICLES.get)]
    assert any(reason.startswith("quotes 1, variant: “No: ") for reason in reasons)
