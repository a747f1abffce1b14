"""The briefs of the sample pages, as a reader gets them.

`REGENERATE_GOLDEN=1 pytest tests/briefs/test_golden.py` writes the files anew; look at the
difference before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.exporters.html import HtmlExporter
from briefing.exporters.json import JsonExporter
from briefing.exporters.markdown import MarkdownExporter
from briefing.exporters.verification import verify
from briefing.model import GroupedCorpus
from briefing.pipeline import compose_brief
from briefing.plugins import Exporter

GOLDEN = Path(__file__).parent.parent / "golden"
ROOT = Path(__file__).parent.parent.parent


EXPORTERS: tuple[Exporter, ...] = (MarkdownExporter(), HtmlExporter(), JsonExporter())


def _briefs(corpus: GroupedCorpus, exporter: Exporter) -> dict[str, str]:
    """The brief of every event, named by the event's first article."""
    documents = {d.article.id: d for d in corpus.documents}
    found = {}
    for event in corpus.events:
        name = event.articles[0].partition("_")[0].partition(".")[0] + exporter.suffix
        found[name] = exporter.export(compose_brief(corpus, event), documents, str(ROOT))
    return found


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.suffix)
def test_the_sample_briefs_are_as_agreed(sample_corpus: GroupedCorpus, exporter: Exporter) -> None:
    # JSON says where each page lies, which is elsewhere on every machine.
    briefs = {n: t.replace(f"{ROOT}/", "") for n, t in _briefs(sample_corpus, exporter).items()}
    if os.environ.get("REGENERATE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        for name, text in briefs.items():
            (GOLDEN / name).write_text(text, encoding="utf-8")
    kept = sorted(GOLDEN.glob(f"*{exporter.suffix}"))
    assert sorted(briefs) == [p.name for p in kept]
    for path in kept:
        assert briefs[path.name] == path.read_text(encoding="utf-8"), path.name


def test_the_sample_briefs_verify(sample_corpus: GroupedCorpus) -> None:
    by_path = {d.article.path: d.article for d in sample_corpus.documents}
    articles = {os.path.relpath(path, ROOT): article for path, article in by_path.items()}
    for text in _briefs(sample_corpus, MarkdownExporter()).values():
        assert verify(text, articles.get) == ()
