"""What the reader decided is honoured by every later run."""

from __future__ import annotations

from pathlib import Path

from briefing.config import Settings
from briefing.model import Correction, CorrectionKind, GroupedCorpus
from briefing.pipeline import open_corpus, sample_paths
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
