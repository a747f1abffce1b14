"""A corpus grouped in windows of time instead of all at once: what that costs, saves and changes.

Invariant: the corpus is that of `scale`, whose events all lie within two days; every figure is of
a process of its own. Windows hold whole days and share the last ones with the next window;
clusters of two windows that share an article are one event.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from briefing.disjoint import DisjointSets
from briefing.entities.resolve import resolve_entities
from briefing.events.grouping import group_events
from briefing.model import Document
from briefing.training.ascent import b_cubed
from tests.benchmarks import scale
from tests.benchmarks.timing import Row

WIDTH, OVERLAP = 14, 3
"""Days of a window, and those that it shares with the next one."""

RATES = (100, 500)
"""Articles a day of the windows whose cost is measured."""

Partition = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Run:
    """A corpus grouped: in windows of so many days, or with a width of 0 all at once.

    `seconds` are of the processor, `megabytes` what the process held beyond what it began with;
    `largest` is the number of articles of the fullest window.
    """

    seconds: float
    megabytes: float
    windows: int
    largest: int
    grouped: int
    clusters: list[list[str]]


def windows(documents: Iterable[Document], width: int, overlap: int) -> Iterator[list[Document]]:
    """The articles of each window by day of publication; no more than one window is held.

    The articles come by day, at most one day late.
    """
    held: list[Document] = []
    opening = scale.FIRST_DAY
    for document in documents:
        while _day(document) > opening + timedelta(days=width):
            end = opening + timedelta(days=width)
            yield [d for d in held if _day(d) < end]
            opening = end - timedelta(days=overlap)
            held = [d for d in held if _day(d) >= opening]
        held.append(document)
    if held:
        yield held


def _day(document: Document) -> date:
    return date.fromisoformat(document.article.published or "")


def join(partitions: Iterable[Partition]) -> list[list[str]]:
    """Clusters of several windows as one partition: what shares an article is one event."""
    clusters = [cluster for partition in partitions for cluster in partition]
    sets = DisjointSets(article for cluster in clusters for article in cluster)
    for first, *others in clusters:
        for other in others:
            sets.union(first, other)
    return sets.sets()


def true_events(documents: Iterable[Document]) -> dict[str, str]:
    """Which event each article reports: the one of its people, town and day."""
    return {
        d.article.id: " ".join(
            sorted({m.text for m in d.mentions}) + [str(date.value) for date in d.dates]
        )
        for d in documents
    }


def group(documents: Sequence[Document]) -> Partition:
    """The clusters of some articles, as the pipeline finds them."""
    return [e.articles for e in group_events(documents, resolve_entities(documents)).events]


def measure(count: int, width: int, overlap: int, a_day: int) -> Run:
    """Group so many articles in this process."""
    scale.A_DAY = a_day
    before, seconds, sizes = _peak(), 0.0, []
    corpus = scale.invent_corpus(count)
    cut = windows(corpus, width, overlap) if width else iter([list(corpus)])
    found: list[Partition] = []
    for documents in cut:
        started = time.process_time()
        found.append(group(documents))
        seconds += time.process_time() - started
        sizes.append(len(documents))
    joined = join(found)
    return Run(seconds, _peak() - before, len(sizes), max(sizes), sum(sizes), joined)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run_apart(count: int, width: int = 0, overlap: int = OVERLAP, a_day: int = scale.A_DAY) -> Run:
    """Group so many articles in a fresh process."""
    numbers = [str(number) for number in (count, width, overlap, a_day)]
    command = [sys.executable, "-m", "tests.benchmarks.shards", *numbers]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return Run(**json.loads(done.stdout))


def shard_rows(counts: Sequence[int], rates: Sequence[int] = RATES) -> Iterator[Row]:
    """All at once beside windows, for each size; then what windows of busier days cost."""
    for count in counts:
        truth = true_events(scale.invent_corpus(count))
        whole, cut = run_apart(count), run_apart(count, WIDTH)
        yield Row(
            f"{count:,} articles at once: {whole.megabytes:,.0f} MB, "
            f"B-cubed F1 {b_cubed(truth, whole.clusters):.4f}",
            f"{whole.seconds:,.1f} s",
        )
        yield Row(
            f"the same in {cut.windows} windows of {WIDTH} days, {OVERLAP} of them shared: "
            f"{cut.largest:,} articles at most, {cut.megabytes:,.0f} MB, "
            f"B-cubed F1 {b_cubed(truth, cut.clusters):.4f}, "
            f"{agreement(whole.clusters, cut.clusters)}",
            f"{cut.seconds:,.1f} s",
            cut.seconds / whole.seconds,
            "at once",
        )
    busy = {rate: run_apart(rate * WIDTH, a_day=rate) for rate in rates}
    for rate, run in busy.items():
        yield Row(
            f"one window of {WIDTH} days with {rate:,} articles a day: {run.megabytes:,.0f} MB, "
            f"{1024 * run.megabytes / run.grouped:,.0f} kB an article",
            f"{1000 * run.seconds / run.grouped:.2f} ms an article",
        )
    yield from foretold(busy)


def agreement(whole: Partition, cut: Partition) -> str:
    """How many articles have the very same event in both partitions, in words."""
    ours = {article: tuple(sorted(cluster)) for cluster in cut for article in cluster}
    same = sum(ours[a] == tuple(sorted(cluster)) for cluster in whole for a in cluster)
    return f"{same / len(ours):.2%} of the articles in the same event as at once"


def foretold(busy: Mapping[int, Run]) -> Iterator[Row]:
    """What more articles would take, worked out from windows that were measured."""
    step = WIDTH - OVERLAP
    for articles, rate in ((1_000_000, 2000), (100_000_000, 20_000)):
        nearest = busy[max(known for known in busy if known <= rate)]
        each = nearest.seconds / nearest.grouped
        days, per_window = articles / rate, rate * WIDTH
        hours = articles * WIDTH / step * each / 3600
        gigabytes = per_window * nearest.megabytes / nearest.grouped / 1024
        yield Row(
            f"foretold: {articles:,} articles at {rate:,} a day: {days / step:,.0f} windows of "
            f"{per_window:,} articles, {gigabytes:,.1f} GB each",
            f"{hours:,.1f} core-hours",
        )


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(measure(*map(int, sys.argv[1:])))))
