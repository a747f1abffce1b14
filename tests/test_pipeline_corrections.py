"""What the reader decided is honoured by every later run."""

from __future__ import annotations

from pathlib import Path

from briefing.anchoring import anchor_at
from briefing.config import Settings
from briefing.model import (
    Anchor,
    Correction,
    CorrectionKind,
    Entity,
    GroupedCorpus,
    NameCorrection,
    NameCorrectionKind,
)
from briefing.pipeline import compose_brief, name_documents, open_corpus, sample_paths
from briefing.search import parse_query, search
from briefing.store.workspace import open_workspace


def test_a_split_lasts_until_it_is_undone(tmp_path: Path, sample_corpus: GroupedCorpus) -> None:
    settings = Settings(workspace=str(tmp_path))
    most = max(sample_corpus.events, key=lambda e: len(e.articles))
    hashes = {d.article.id: d.article.sha256 for d in sample_corpus.documents}
    first, *others = (hashes[a] for a in most.articles)
    with open_workspace(settings.workspace) as workspace:
        workspace.correct([Correction(CorrectionKind.APART, (first,), tuple(others))])
    split = open_corpus(sample_paths(), settings)
    assert len(split.events) == len(sample_corpus.events) + 1
    with open_workspace(settings.workspace) as workspace:
        assert workspace.undo_correction((first,))
    assert open_corpus(sample_paths(), settings) == sample_corpus


def anchors(corpus: GroupedCorpus, entity: Entity) -> tuple[Anchor, ...]:
    articles = {d.article.id: d.article for d in corpus.documents}
    return tuple(anchor_at(articles[m.article], m.start, m.end) for m in entity.mentions)


def decide(settings: Settings, *decided: NameCorrection) -> None:
    with open_workspace(settings.workspace) as workspace:
        workspace.correct_names(decided)


def first_participant(corpus: GroupedCorpus) -> tuple[Entity, str]:
    event = next(e for e in corpus.events if len(e.participants) > 1)
    by_id = {e.id: e for e in corpus.entities}
    return by_id[event.participants[0].entity], event.id


def test_a_renamed_person_is_shown_so_everywhere_and_undone(
    tmp_path: Path, sample_corpus: GroupedCorpus
) -> None:
    settings = Settings(workspace=str(tmp_path))
    person, event_id = first_participant(sample_corpus)
    rename = NameCorrection(
        NameCorrectionKind.RENAMED,
        anchors(sample_corpus, person),
        was=person.name,
        name="Somebody Renamed",
    )
    decide(settings, rename)
    renamed = open_corpus(sample_paths(), settings)
    event = next(e for e in renamed.events if e.id == event_id)
    assert event.participants[0].name == "Somebody Renamed"
    assert "Somebody Renamed" in str(compose_brief(renamed, event).facts)
    assert search(renamed, parse_query('who:"Somebody Renamed"'))
    assert [d.article for d in renamed.documents] == [d.article for d in sample_corpus.documents]
    assert open_corpus(sample_paths(), settings) == renamed
    with open_workspace(settings.workspace) as workspace:
        assert workspace.undo_correction((sample_corpus.documents[0].article.sha256,)) or (
            workspace.undo_correction(tuple(a.article for a in rename.mentions))
        )
    assert open_corpus(sample_paths(), settings) == sample_corpus


def test_what_is_no_name_is_gone_from_analysis_and_grouping(
    tmp_path: Path, sample_corpus: GroupedCorpus
) -> None:
    settings = Settings(workspace=str(tmp_path))
    person, event_id = first_participant(sample_corpus)
    deleted = NameCorrection(NameCorrectionKind.DELETED, anchors(sample_corpus, person))
    decide(settings, deleted)
    after = open_corpus(sample_paths(), settings)
    assert person.id not in {e.id for e in after.entities}
    event = next(e for e in after.events if e.id == event_id)
    assert person.id not in {p.entity for p in event.participants}
    named, entities = name_documents(sample_corpus.documents, settings)
    places = {(m.article, m.start) for m in person.mentions}
    assert not places & {(d.article.id, m.start) for d in named for m in d.mentions}
    assert {e.id for e in entities} == {e.id for e in after.entities}


def test_decisions_about_other_pages_change_nothing_here(
    tmp_path: Path, sample_corpus: GroupedCorpus
) -> None:
    settings = Settings(workspace=str(tmp_path))
    elsewhere = Anchor("0" * 64, 0, 4, "Ulla", "pages/elsewhere.txt")
    decide(settings, NameCorrection(NameCorrectionKind.RENAMED, (elsewhere,), name="X"))
    assert open_corpus(sample_paths(), settings) == sample_corpus
