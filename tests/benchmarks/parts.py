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
from concurrent.futures import Executor, wait
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from briefing.analysing import Analysts, Outcome, analyse_batch, chosen_tagger
from briefing.analysis.document import analyse
from briefing.analysis.tagger import load_shipped
from briefing.config import Settings
from briefing.model import Article, Document, Mention, Passage
from briefing.pipeline import resolve_entities
from briefing.workers import Workers
from tests.benchmarks.corpus import ROOT, invent_events, vary_pages
from tests.benchmarks.timing import Row, Spent, best_of_turns, clock, measure_own

_TURN = 400
"""Pages that are analysed one way before the other way has its turn."""

_PAUSE = 0.5

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
    """One process and two workers on the same pages, in turns of some seconds, by the clock.

    The workers have read their models before; what that takes is a row of its own.
    """
    articles = list(vary_pages(pages, words))
    total = sum(len(article.text.split()) for article in articles)
    turns = [articles[n : n + _TURN] for n in range(0, pages, _TURN)]
    workers = Workers(2)
    started = clock(lambda: _warm_up(workers, turns[0]))
    list(analysed(1, turns[0][:1]))
    before = _used_by(workers)
    spent: dict[str, list[Spent]] = {"one": [], "two": []}
    same = True
    for turn in turns:
        found: dict[str, list[Outcome]] = {}
        for jobs, (name, lent) in enumerate((("one", None), ("two", workers)), start=1):
            spent[name].append(
                measure_own(lambda: found.update({name: list(analysed(jobs, turn, lent))}))  # noqa: B023
            )
        same = same and found["one"] == found["two"]
    after = _used_by(workers)
    workers.shutdown()
    one, two = (sum(s.clock for s in spent[name]) for name in ("one", "two"))
    ratios = sorted(a.clock / b.clock for a, b in zip(*spent.values(), strict=True))
    told = f"{ratios[0]:.2f} to {ratios[-1]:.2f} over {len(turns)} turn(s)"
    outcomes = "same outcomes" if same else "OUTCOMES DIFFER"
    yield Row(f"{pages:,} pages in one process", f"{total / one:,.0f} words/s")
    yield Row(
        "the same, two worker processes",
        f"{total / two:,.0f} words/s",
        one / two,
        f"one process ({told}; {outcomes})",
    )
    own = sum(s.processor for s in spent["two"])
    alone = sum(s.processor for s in spent["one"])
    used = [after[worker] - before[worker] for worker in before]
    least = (sum(used) + own) / 2
    what = f"processor seconds: {alone:,.1f} alone, {sum(used):,.1f} of two workers, {own:,.1f}"
    yield Row(
        f"{what} of the process that asks them",
        f"{least:,.1f} s on two free cores",
        alone / least,
        "one process",
    )
    yield Row("two workers started, their models read", f"{started:.1f} s")


def analysed(
    jobs: int, articles: Sequence[Article], lent: Executor | None = None
) -> Iterator[Outcome]:
    """The articles analysed here, or by workers that are lent."""
    return Analysts(Settings(jobs=jobs), articles, lambda: None, lent).outcomes(lambda _: None)


def _warm_up(workers: Workers, articles: Sequence[Article]) -> None:
    """Have each of two workers analyse something: as long as one is busy, the other is asked."""
    choice = chosen_tagger(Settings())
    wait([workers.submit(analyse_batch, choice, articles[:8]) for _ in range(2)])


def _used_by(workers: Workers) -> dict[int, float]:
    """The processor seconds that each of two workers has used, by process."""
    return dict(future.result() for future in [workers.submit(_tell_used) for _ in range(2)])


def _tell_used() -> tuple[int, float]:
    """Of this process; slowly enough that the other worker is asked the second time."""
    time.sleep(_PAUSE)
    return os.getpid(), time.process_time()


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
    linked = sum(average_link([document.article.text for document in documents]))
    yield Row("scikit-learn, TF-IDF and average link", f"{count / linked:,.0f} articles/s")
    yield Row(what, grouped, linked / spent, "scikit-learn")


class Linked(NamedTuple):
    """Processor seconds of scikit-learn from texts to vectors, to distances, to clusters."""

    vectors: float
    distances: float
    clusters: float


def average_link(texts: Sequence[str]) -> Linked:
    """scikit-learn's average link on TF-IDF; distances from sparse vectors."""
    text, cluster, pairwise = (
        import_module(f"sklearn.{part}")
        for part in ("feature_extraction.text", "cluster", "metrics.pairwise")
    )
    started = time.process_time()
    vectors = text.TfidfVectorizer().fit_transform(texts)
    vectorised = time.process_time()
    distances = pairwise.cosine_distances(vectors)
    measured = time.process_time()
    cluster.AgglomerativeClustering(
        n_clusters=None, distance_threshold=0.5, metric="precomputed", linkage="average"
    ).fit(distances)
    return Linked(vectorised - started, measured - vectorised, time.process_time() - measured)


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
