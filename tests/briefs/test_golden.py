"""The briefs of the sample pages, as a reader gets them.

`REGENERATE_GOLDEN=1 pytest tests/briefs/test_golden.py` writes the files anew; look at the
difference before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

from briefing.exporters.markdown import MarkdownExporter
from briefing.exporters.verification import verify
from briefing.model import GroupedCorpus
from briefing.pipeline import compose_brief

GOLDEN = Path(__file__).parent.parent / "golden"
ROOT = Path(__file__).parent.parent.parent


def _briefs(corpus: GroupedCorpus) -> dict[str, str]:
    """The Markdown of every event, named by the event's first article."""
    documents = {d.article.id: d for d in corpus.documents}
    exporter = MarkdownExporter()
    found = {}
    for event in corpus.events:
        name = event.articles[0].partition("_")[0].partition(".")[0] + exporter.suffix
        found[name] = exporter.export(compose_brief(corpus, event), documents, str(ROOT))
    return found


def test_the_sample_briefs_are_as_agreed(sample_corpus: GroupedCorpus) -> None:
    briefs = _briefs(sample_corpus)
    if os.environ.get("REGENERATE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        for name, text in briefs.items():
            (GOLDEN / name).write_text(text, encoding="utf-8")
    kept = {p.name: p.read_text(encoding="utf-8") for p in sorted(GOLDEN.glob("*.md"))}
    assert sorted(briefs) == sorted(kept)
    for name, text in briefs.items():
        assert text == kept[name], name


def test_the_sample_briefs_verify(sample_corpus: GroupedCorpus) -> None:
    by_path = {d.article.path: d.article for d in sample_corpus.documents}
    articles = {os.path.relpath(path, ROOT): article for path, article in by_path.items()}
    for text in _briefs(sample_corpus).values():
        assert verify(text, articles.get) == ()
