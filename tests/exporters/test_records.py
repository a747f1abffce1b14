"""The JSON shapes of DESIGN.md."""

from __future__ import annotations

import json
from dataclasses import replace

from briefing.exporters.json import JsonExporter
from briefing.exporters.records import (
    analyse_record,
    brief_record,
    entities_record,
    event_record,
    events_record,
)
from briefing.model import (
    BlockKind,
    Citation,
    Entity,
    Evidence,
    Figure,
    GroupedCorpus,
    Label,
    PairScore,
    Qualifier,
    Rejection,
    Storyline,
)
from tests.builders import build_document, spans_of
from tests.exporters.samples import make_brief, make_documents, make_event


def test_an_analysed_article_has_the_fields_of_the_design() -> None:
    document = build_document(
        "p/a.txt",
        "Title\nAda Roe said “so be it” on Monday and gave 30.",
        people=["Ada Roe"],
        dates={"Monday": "2031-05-05"},
        quotes={"so be it": "Ada Roe"},
        figures=[Figure(50, 52, "30", 30.0, None, "boats", Qualifier.ABOUT)],
    )
    record = analyse_record(document, {Citation("p/a.txt", 6, 13): "e1"})
    assert list(record)[:8] == [
        "id", "path", "language", "headline", "published", "source", "origin", "text",
    ]  # fmt: skip
    assert record["blocks"][0] == {"start": 0, "end": 5, "kind": "headline", "language": "en"}
    mention = record["mentions"][0]
    assert (mention["text"], mention["label"], mention["entity"]) == ("Ada Roe", "PER", "e1")
    assert record["dates"][0]["value"] == "2031-05-05"
    assert record["figures"][0]["qualifier"] == "about"
    assert record["quotes"] == [{"start": 20, "end": 28, "text": "so be it", "speaker": "Ada Roe"}]
    json.dumps(record)


def test_an_event_has_the_fields_of_the_design() -> None:
    record = event_record(make_event())
    assert record["date"] == "2031-05-06"
    assert record["place"] == {"city": "Port Alva", "country": "Nowhere"}
    assert record["participants"] == [
        {"name": "Talks in Port Alva", "role": "harbour minister", "country": "Nowhere"}
    ]
    assert record["articles"] == ["pages/a.txt", "pages/b.txt"]


def test_all_events_come_with_what_was_rejected() -> None:
    score = PairScore("a", "b", 0.91234567, (Evidence("people", 2.0, "both name Ada Roe"),))
    event = replace(make_event(), evidence=(score,))
    corpus = GroupedCorpus(
        documents=tuple(make_documents().values()),
        entities=(),
        events=(event,),
        storylines=(Storyline("s", "Talks", (event.id,)),),
        rejections=(Rejection("x.bin", None, "not text"),),
    )
    record = events_record(corpus)
    assert record["events"][0]["evidence"] == [
        {"left": "a", "right": "b", "probability": 0.9123, "reasons": ["both name Ada Roe"]}
    ]
    assert record["rejected"] == [{"path": "x.bin", "line": None, "reason": "not text"}]
    assert record["storylines"][0]["events"] == [event.id]


def test_entities_come_with_mentions_and_events() -> None:
    entity = Entity("e1", "Ada Roe", Label.PER, ("Ada Roe",), None, "Nowhere", (
        Citation("pages/a.txt", 40, 47),
    ))  # fmt: skip
    corpus = GroupedCorpus((), (entity,), (make_event(),), ())
    (record,) = entities_record(corpus)["entities"]
    assert record["mentions"] == [{"article": "pages/a.txt", "start": 40, "end": 47}]
    assert record["events"] == ["2031-05-06-port-alva"]


def test_an_entity_tells_its_office_counts_and_the_words_of_every_span() -> None:
    text = "Talks\nMinister Ada Roe spoke. The minister left.\nSport: Ada Roe"
    kinds = (BlockKind.HEADLINE, BlockKind.BODY, BlockKind.CLUTTER)
    page = build_document("a.txt", text, people=["Ada Roe"], kinds=kinds)
    spans = [Citation("a.txt", *span) for span in spans_of(text, "Ada Roe")]
    person = Entity(
        "p1", "Ada Roe", Label.PER, ("Ada Roe",), "minister", "Nowhere", tuple(spans),
        office="minister of Nowhere",
        titles=(Citation("a.txt", 6, 14),),
        references=(Citation("a.txt", *spans_of(text, "minister")[0]),),
    )  # fmt: skip
    aside = replace(person, id="p2", mentions=(spans[1],), titles=(), references=())
    event = replace(make_event(), articles=("a.txt",))
    corpus = GroupedCorpus((page,), (person, aside), (event,), ())
    own, teaser = entities_record(corpus)["entities"]
    assert own["office"] == "minister of Nowhere"
    assert own["counts"] == {"mentions": 2, "articles": 1, "events": 1, "references": 1}
    assert own["languages"] == ["en"]
    assert [t["text"] for t in own["titles"]] == ["Minister"]
    assert [r["text"] for r in own["references"]] == ["minister"]
    assert (teaser["events"], teaser["counts"]["events"]) == ([], 0)
    assert entities_record(corpus, [aside])["entities"] == [teaser]


def test_a_brief_has_the_fields_of_the_design() -> None:
    record = brief_record(make_brief())
    for key in ("event", "bluf", "points", "differences", "quotes", "timeline", "gaps", "sources"):
        assert key in record
    assert set(record["points"][0]) >= {"text", "citations", "origins"}
    assert set(record["points"][0]["citations"][0]) == {"article", "start", "end"}
    value = record["differences"][0]["values"][0]
    assert set(value) == {"text", "normalised", "article", "start", "end"}
    assert set(record["sources"][0]) >= {
        "number", "article", "source", "origin", "published", "language", "sha256",
    }  # fmt: skip


def test_the_json_export_is_one_line_and_its_citations_carry_their_words() -> None:
    documents = make_documents()
    text = JsonExporter().export(make_brief(documents, "a\u202eb\u2028c"), documents, "")
    assert text.count("\n") == 1
    assert len(text.splitlines()) == 1
    assert "\u202e" not in text
    record = json.loads(text)
    assert record["headline"] == "a\u202eb\u2028c"
    assert record["points"][0]["citations"][1]["text"] == "La ministre Ada Roe a reçu son hôte."
