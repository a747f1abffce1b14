"""One brief after another, against the workspace and against files."""

from __future__ import annotations

from dataclasses import replace

from briefing.editions import Edition, compare_with, compare_with_last, remember_brief
from briefing.exporters.earlier import read_briefs
from briefing.exporters.json import JsonExporter
from briefing.exporters.markdown import MarkdownExporter
from briefing.model import Brief, ChangeKind, Document, Event, GroupedCorpus
from briefing.store.workspace import Workspace
from tests.exporters.hostile_brief import PLAIN, hostile_brief, hostile_documents
from tests.exporters.samples import make_brief, make_documents, make_event

MADE = "2031-05-06T07:08:09+00:00"


def corpus_of(documents: dict[str, Document], *events: Event) -> GroupedCorpus:
    return GroupedCorpus(tuple(documents.values()), (), events or (make_event(),), ())


def without_b(brief: Brief) -> Brief:
    """The same brief when only its first page was there."""
    a = brief.sources[0]

    def only(cited: tuple[object, ...]) -> bool:
        return all(getattr(c, "article", "") == a.article for c in cited)

    return replace(
        brief,
        bluf=(replace(brief.bluf[0], citations=brief.bluf[0].citations[:1], origins=1),),
        points=(brief.points[1],),
        differences=(),
        quotes=(),
        timeline=(),
        background=tuple(p for p in brief.background if only(p.citations)),
        sources=(a,),
    )


def test_what_is_remembered_is_what_a_later_brief_is_compared_with() -> None:
    documents = make_documents()
    whole, corpus = make_brief(documents), corpus_of(documents)
    with Workspace(None) as workspace:
        assert compare_with_last(workspace, whole, corpus, "/here") is None
        remember_brief(workspace, without_b(whole), corpus, "/here", MADE)
        delta = compare_with_last(workspace, whole, corpus, "/here")
        assert delta is not None
        assert delta.since == "the brief of 2031-05-06 07:08 UTC"
        assert [(s.kind, s.article) for s in delta.sources] == [(ChangeKind.NEW, "pages/b.txt")]
        assert {c.kind for c in delta.changes} >= {ChangeKind.NEW, ChangeKind.CHANGED}
        remember_brief(workspace, whole, corpus, "/here", MADE)
        again = compare_with_last(workspace, whole, corpus, "/here")
        assert again is not None
        assert again.is_empty


def test_a_page_with_another_text_at_the_same_place_is_the_same_page() -> None:
    documents = make_documents()
    before, corpus = make_brief(documents), corpus_of(documents)
    later = make_documents(first=documents["pages/a.txt"].article.text.replace("30.", "45."))
    after = make_brief(later)
    with Workspace(None) as workspace:
        remember_brief(workspace, before, corpus, "/here", MADE)
        delta = compare_with_last(workspace, after, corpus_of(later), "/here")
        assert delta is not None
        assert [(s.kind, s.article) for s in delta.sources] == [(ChangeKind.CHANGED, "pages/a.txt")]
        assert "30 → 45" in {c.note for c in delta.changes}


def test_a_brief_is_compared_with_itself_read_back_from_either_format() -> None:
    documents = hostile_documents(PLAIN)
    brief = hostile_brief(PLAIN, documents)
    corpus = corpus_of(documents, brief.event)
    for exporter in (MarkdownExporter(), JsonExporter()):
        records = read_briefs(exporter.export(brief, documents, ""))
        delta = compare_with([Edition(r, "old") for r in records], brief, corpus)
        assert delta is not None
        assert delta.since == "old"
        assert (delta.sources, delta.new_gaps, delta.closed_gaps) == ((), (), ())
        assert [c for c in delta.changes if c.kind is not ChangeKind.LISTED] == []


def test_a_page_of_another_event_is_said_to_be_there() -> None:
    documents = make_documents()
    whole, event = make_brief(documents), make_event()
    one = replace(event, articles=("pages/a.txt",))
    other = replace(event, id="e-other", articles=("pages/b.txt",))
    with Workspace(None) as workspace:
        remember_brief(workspace, whole, corpus_of(documents), "/here", MADE)
        now = replace(without_b(whole), event=one)
        delta = compare_with_last(workspace, now, corpus_of(documents, one, other), "/here")
        assert delta is not None
        assert [s.reason for s in delta.sources] == ["now reports event e-other"]
        assert ChangeKind.WITHDRAWN not in {c.kind for c in delta.changes}
