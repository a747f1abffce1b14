"""Which sentences are shown, and which may be cited for them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.briefs.background import find_background
from briefing.briefs.compose import write_brief
from briefing.briefs.leads import facts_of, find_anchors, find_announcements, sum_up
from briefing.briefs.material import gather
from briefing.briefs.readings import find_previews
from briefing.exporters.markdown import MarkdownExporter
from briefing.exporters.verification import verify
from briefing.lexicon.anaphora import leans_back
from briefing.model import BlockKind, Brief, Document
from tests.briefs.corpus import find_entities, make_event
from tests.builders import build_document

MEETING = "Ada Roe and Ben Stone met on Monday in Port Alva to talk about the fishing fleet."


def _page(identifier: str, *sentences: str, published: str = "2031-05-06") -> Document:
    text = "Talks end\n" + "\n".join(sentences)
    names = {
        "people": [n for n in ("Ada Roe", "Ben Stone") if n in text],
        "places": [n for n in ("Port Alva",) if n in text],
    }
    dates = {"Monday": "2031-05-05"} if "Monday" in text else {}
    return build_document(identifier, text, published=published, dates=dict(dates), **names)  # type: ignore[arg-type]


def _write(*documents: Document) -> Brief:
    by_id = {d.article.id: d for d in documents}
    return write_brief(make_event(by_id), by_id, find_entities(by_id))


def test_a_sentence_that_names_nobody_does_not_open_the_brief() -> None:
    brief = _write(_page("a", "Relations have been warm for many a year now.", MEETING))
    assert MEETING in [p.text for p in brief.bluf]


def test_the_opening_stands_before_a_sentence_that_leans_on_it() -> None:
    opening = "The two coastal states agreed to let five hundred boats fish again."
    leaning = "The paper was signed on Monday in Port Alva by Ada Roe and her guest Ben Stone."
    brief = _write(_page("a", opening, leaning))
    assert [p.text for p in brief.bluf] == [opening, leaning]


def test_a_preview_is_no_support_for_a_report() -> None:
    expected = MEETING.replace("met", "will meet")
    report, preview = _page("a", MEETING), _page("b", expected, published="2031-05-02")
    (point,) = [p for p in _write(report, preview).points if p.text == MEETING]
    assert [c.article for c in point.citations] == ["a"]


def test_an_earlier_stage_of_the_event_is_no_announcement_of_it() -> None:
    report = _page("a", MEETING)
    stage = _page("b", "The two sides sat over the maps of the bay.", published="2031-05-02")
    ahead = _page("c", "The two sides will sit over the maps.", published="2031-05-02")
    by_id = {d.article.id: d for d in (report, stage, ahead)}
    material = gather(make_event(by_id), by_id, find_entities({"a": report}))
    assert find_previews(material) == {"b", "c"}
    assert find_announcements(material) == {"c"}


def test_headings_and_fragments_are_no_points() -> None:
    brief = _write(_page("a", MEETING, "A busy day for Ada Roe in Port Alva on Monday"))
    assert [p.text for p in brief.points] == [MEETING]


def test_an_article_that_warms_up_is_read_from_where_it_tells_of_the_event() -> None:
    talk = "Nobody knows how old the friendship of these two harbours is."
    document = _page("a", talk, talk, talk, MEETING)
    material = gather(make_event({"a": document}), {"a": document}, find_entities({"a": document}))
    assert find_anchors(material, find_background(material)) == {"a": 3}
    plain = _page("a", MEETING, talk)
    material = gather(make_event({"a": plain}), {"a": plain}, find_entities({"a": plain}))
    assert find_anchors(material, find_background(material)) == {"a": 0}


def test_what_a_sentence_sums_up_counts_people_place_and_day() -> None:
    document = _page("a", MEETING, "Ada Roe spoke for an hour about the weather at sea.")
    material = gather(make_event({"a": document}), {"a": document}, find_entities({"a": document}))
    full, part = material.statements[1:]
    assert facts_of(full, material) == {"e-roe", "e-stone", "e-alva", "day"}
    assert sum_up(full, material) > sum_up(part, material)
    assert sum_up(part, material, is_carried=True) > sum_up(part, material)


def test_no_sentence_is_cited_by_two_points() -> None:
    pages = [
        _page(name, MEETING, "The fleet of the coast has shrunk to ninety boats this spring.")
        for name in ("a", "b", "c")
    ]
    changed = replace(pages[2], article=replace(pages[2].article, sha256="0"))
    cited = [c for p in _write(*pages[:2], changed).points for c in p.citations]
    assert len(cited) == len(set(cited))


_WORDS = st.sampled_from(
    [
        MEETING,
        "Ada Roe",
        "Port Alva.",
        "30 boats",
        "on Monday",
        "«oui»",
        "“a",
        "\x00",
        "\u202e",
        "  ",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(_WORDS, st.text(max_size=20)), min_size=1, max_size=8))
def test_any_page_makes_a_brief_that_verifies(parts: list[str]) -> None:
    body = " ".join(" ".join(part.split()) for part in parts) or "x"
    document = build_document("a.txt", f"Talks end\n{MEETING}\n{body}")
    documents = {"a.txt": document}
    brief = write_brief(make_event(documents), documents, find_entities(documents))
    text = MarkdownExporter().export(brief, documents, "")
    assert verify(text, {"a.txt": document.article}.get) == ()


def test_the_readers_language_comes_first_where_a_page_has_it() -> None:
    english = _page("a", MEETING)
    french = build_document(
        "b",
        "Fin des pourparlers\nAda Roe et Ben Stone se sont vus lundi à Port Alva sur la pêche.",
        language="fr",
        published="2031-05-06",
        people=["Ada Roe", "Ben Stone"],
        places=["Port Alva"],
        dates={"lundi": "2031-05-05"},
    )
    by_id = {d.article.id: d for d in (english, french)}
    event, entities = make_event(by_id), find_entities(by_id)
    shown = {code: write_brief(event, by_id, entities, code) for code in (None, "fr", "it")}
    assert {code: brief.bluf[0].language for code, brief in shown.items()} == {
        None: "en",
        "fr": "fr",
        "it": "en",
    }


def test_the_bottom_line_is_among_the_points() -> None:
    brief = _write(_page("a", MEETING, "The fleet has lain idle since the storm of last winter."))
    assert brief.bluf == brief.points[: len(brief.bluf)]


def test_a_sentence_that_leans_on_another_does_not_open_the_brief() -> None:
    leaning = "They met on Monday in Port Alva, Ada Roe and Ben Stone, to talk about boats."
    brief = _write(_page("a", leaning, MEETING), _page("b", MEETING))
    assert brief.bluf[0].text == MEETING


def test_words_that_point_back_are_known_by_their_language() -> None:
    assert leans_back("Il a parlé.", "fr")
    assert not leans_back("Il porto è chiuso.", "it")
    assert not leans_back("", "en")


def test_a_dateline_says_that_the_news_begins_there() -> None:
    opening = "Boats were leaving again at dawn after owners and crews settled."
    more = "Nobody knows how long that will last."
    document = _page("a", opening, more, more, MEETING)
    article = document.article
    first = article.blocks[1]
    dateline = replace(first, end=first.start, kind=BlockKind.DATELINE)
    blocks = (article.blocks[0], dateline, *article.blocks[1:])
    dated = replace(document, article=replace(article, blocks=blocks))
    plain = gather(make_event({"a": document}), {"a": document}, find_entities({"a": document}))
    assert find_anchors(plain, find_background(plain)) == {"a": 3}
    material = gather(make_event({"a": dated}), {"a": dated}, find_entities({"a": dated}))
    assert find_anchors(material, find_background(material)) == {"a": 0}


def test_a_quotation_is_not_the_bottom_line_where_a_report_is_there() -> None:
    spoken = "“We sold no boat,” Ada Roe told Ben Stone on Monday in Port Alva."
    told = "Ada Roe and Ben Stone agreed on Monday in Port Alva on forty boats."
    assert _write(_page("a", spoken, told)).bluf[0].text == told
