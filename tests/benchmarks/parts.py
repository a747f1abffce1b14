"""What is measured, and against what.

Invariant: each ratio is of two figures from one run; a baseline gets the same text, cut into the
same passages, as what it is compared with.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from briefing.analysing import Analysts
from briefing.analysis.document import analyse
from briefing.analysis.tagger import load_shipped
from briefing.config import Settings
from briefing.model import Article, Document, Mention, Passage
from briefing.pipeline import resolve_entities
from tests.benchmarks.corpus import ROOT, invent_events, vary_pages
from tests.benchmarks.timing import Row, best_of_turns, clock

_CLUSTERING_LIMIT = 4000
"""Articles: scikit-learn's average link holds the square of them in memory."""


class _Listener:
    """The shipped tagger, noting the passages that it was last given."""

    def __init__(self) -> None:
        self.tagger = load_shipped()
        self.name = self.tagger.name
        self.heard: list[Passage] = []

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Mention, ...]]:
        self.heard = list(passages)
        return self.tagger.tag(passages)


def default_pipeline(labels: Sequence[str]) -> Any:
    """spaCy's `xx` with its default entity recogniser, weights as they are before training."""
    spacy, training = import_module("spacy"), import_module("spacy.training")
    nlp = spacy.blank("xx")
    recogniser = nlp.add_pipe("ner")
    for label in labels:
        recogniser.add_label(label)
    example = training.Example.from_dict(nlp.make_doc("A line."), {"entities": []})
    nlp.initialize(lambda: [example])
    return nlp


def model_rows(pages: int, words: int, turns: int) -> Iterator[Row]:
    """Words a second of the entity model alone, of spaCy's default, and of the whole analysis."""
    listener = _Listener()
    inputs: list[tuple[Article, list[Passage], list[str]]] = []
    for article in vary_pages(pages, words):
        analyse(article, listener)
        inputs.append((article, listener.heard, [p.text for p in listener.heard]))
    nlp = default_pipeline(("PER", "LOC", "ORG"))
    model = listener.tagger
    ways = {
        "model": lambda work: model.tag(work[1]),
        "spacy": lambda work: [doc.ents for doc in nlp.pipe(work[2], batch_size=64)],
        "whole": lambda work: analyse(work[0], model),
    }
    seconds = best_of_turns(ways, inputs, turns)
    total = sum(len(article.text.split()) for article, _, _ in inputs)
    speed = {name: total / spent for name, spent in seconds.items()}
    yield Row("spaCy `xx`, default recogniser", f"{speed['spacy']:,.0f} words/s")
    yield Row(
        "the entity model alone",
        f"{speed['model']:,.0f} words/s",
        speed["model"] / speed["spacy"],
        "spaCy's default",
    )
    yield Row(
        "the whole analysis, one core",
        f"{speed['whole']:,.0f} words/s",
        speed["whole"] / speed["model"],
        "the model alone",
    )


def worker_rows(pages: int, words: int) -> Iterator[Row]:
    """One worker process and two, by the clock, starts included; and the store they fill."""
    articles = list(vary_pages(pages, words))
    total = sum(len(article.text.split()) for article in articles)
    spent: dict[int, float] = {}
    found: dict[int, list[object]] = {}
    for jobs in (1, 2, 1, 2):

        def run(jobs: int = jobs) -> None:
            analysts = Analysts(Settings(jobs=jobs), articles, lambda: None)
            found[jobs] = list(analysts.outcomes(lambda _: None))

        spent[jobs] = min(spent.get(jobs, float("inf")), clock(run))
    same = "same outcomes" if found[1] == found[2] else "OUTCOMES DIFFER"
    yield Row(f"{pages} pages in one process", f"{total / spent[1]:,.0f} words/s")
    yield Row(
        "the same, two worker processes",
        f"{total / spent[2]:,.0f} words/s",
        spent[1] / spent[2],
        f"one process ({same})",
    )


def grouping_rows(count: int) -> Iterator[Row]:
    """Grouping invented reports, three to an event; analysis left out."""
    from briefing.events.grouping import group_events

    tagger = load_shipped()
    documents: list[Document] = [analyse(article, tagger) for article in invent_events(count)]
    started = time.process_time()
    entities = resolve_entities(documents)
    grouping = group_events(documents, entities)
    spent = time.process_time() - started
    grouped = f"{count / spent:,.0f} articles/s"
    what = f"entities and grouping of {count:,} articles ({len(grouping.events):,} events)"
    if find_spec("sklearn") is None or count > _CLUSTERING_LIMIT:
        yield Row(what, grouped)
        return
    linked = average_link([document.article.text for document in documents])
    yield Row("scikit-learn, TF-IDF and average link", f"{count / linked:,.0f} articles/s")
    yield Row(what, grouped, linked / spent, "scikit-learn")


def average_link(texts: Sequence[str]) -> float:
    """Processor seconds of scikit-learn's average link on TF-IDF; distances from sparse vectors."""
    text, cluster, pairwise = (
        import_module(f"sklearn.{part}")
        for part in ("feature_extraction.text", "cluster", "metrics.pairwise")
    )
    started = time.process_time()
    vectors = text.TfidfVectorizer().fit_transform(texts)
    cluster.AgglomerativeClustering(
        n_clusters=None, distance_threshold=0.5, metric="precomputed", linkage="average"
    ).fit(pairwise.cosine_distances(vectors))
    return time.process_time() - started


def start_rows(turns: int) -> Iterator[Row]:
    """`briefing events` on the sample: first time, with a filled cache, against Python alone."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {**os.environ, "BRIEFING_CACHE": folder, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "briefing", "events", str(ROOT / "seeds"), "--json"]

        def run(arguments: Sequence[str]) -> bytes:
            return subprocess.run(arguments, env=environ, capture_output=True, check=True).stdout

        cold = clock(lambda: run(command))
        warm = bare = float("inf")
        for _ in range(turns):
            bare = min(bare, clock(lambda: run([sys.executable, "-c", "pass"])))
            warm = min(warm, clock(lambda: run(command)))
        assert json.loads(run(command))["events"]
        stored = sum(file.stat().st_size for file in Path(folder).iterdir())
        read = sum(page.stat().st_size for page in (ROOT / "seeds").glob("*.txt"))
    yield Row("`briefing events seeds`, nothing cached", f"{cold:.2f} s", cold / bare, "Python")
    yield Row("the same again", f"{warm:.2f} s", warm / bare, "Python alone")
    yield Row("the cache after that", f"{stored / 1024:,.0f} KiB", stored / read, "the pages")
