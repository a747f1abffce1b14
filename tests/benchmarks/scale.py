"""Grouping at many sizes: seconds, candidate pairs and memory, each in a fresh process.

Invariant: the same count gives the same corpus anywhere. News arrives at one rate: ten times the
articles span ten times the days, their people and towns come back, their events do not.
"""

from __future__ import annotations

import gc
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path

from briefing.model import Document, Entity
from tests.benchmarks.corpus import invent_name
from tests.benchmarks.timing import Row
from tests.builders import build_document

LANGUAGES = ("en", "fr", "es")
A_DAY = 100
"""Articles of one day."""
TOPICS, TOPIC_WORDS, COMMON_WORDS = 400, 60, 6000
PEOPLE, TOWNS = 8000, 1500
MOST_REPORTS = 8
SENTENCES, WORDS = 8, 14
FIRST_DAY = date(2020, 1, 1)
BASELINE = 10_000
"""Articles at which scikit-learn groups the same texts: its distances grow with the square."""


def invent_corpus(count: int) -> Iterator[Document]:
    """Analysed articles, one to eight of an event, in three languages."""
    number, event = 0, 0
    while number < count:
        draw = random.Random(event)
        reports = min(count - number, MOST_REPORTS, 1 + int(draw.expovariate(0.6)))
        yield from _event(draw, event, number, reports)
        number, event = number + reports, event + 1


def _event(draw: random.Random, event: int, number: int, reports: int) -> Iterator[Document]:
    """The reports of one event: its people, town, day and figure in each, its own words in most."""
    day = FIRST_DAY + timedelta(days=number // A_DAY)
    people = [_name(int(PEOPLE * draw.random() ** 2)) for _ in range(2)]
    town = _word("town", int(TOWNS * draw.random() ** 2)).capitalize()
    topic, figure = draw.randrange(TOPICS), draw.randrange(20, 5000)
    own = [_word("own", event * 7 + n) for n in range(6)]
    for report in range(reports):
        language = LANGUAGES[(event + report) % len(LANGUAGES)]
        words = [" ".join(_running(draw, language, topic, own, WORDS)) for _ in range(SENTENCES)]
        text = (
            f"{people[0]} {words[0]} {town}\n"
            f"{people[0]} and {people[1]} {words[1]} in {town} on {day.isoformat()}.\n"
            f"{figure} {words[2]}. {people[1]} {words[3]}.\n" + ". ".join(words[4:]) + "."
        )
        yield build_document(
            f"{number + report:06}.txt",
            text,
            language=language,
            published=(day + timedelta(days=draw.random() < 0.3)).isoformat(),
            people=tuple(dict.fromkeys(people)),
            places=(town,),
            dates={day.isoformat(): day.isoformat()},
        )


def _running(
    draw: random.Random, language: str, topic: int, own: Sequence[str], count: int
) -> Iterator[str]:
    """Running words: common ones by Zipf's law, a topic's, and now and then the event's."""
    for _ in range(count):
        kind = draw.random()
        if kind < 0.55:
            yield draw.choices(_common(language), cum_weights=_zipf())[0]
        elif kind < 0.9:
            yield _word(language, topic * TOPIC_WORDS + draw.randrange(TOPIC_WORDS))
        else:
            yield draw.choice(own)


@cache
def _common(language: str) -> tuple[str, ...]:
    return tuple(_word(f"common {language}", n) for n in range(COMMON_WORDS))


@cache
def _zipf() -> tuple[float, ...]:
    return tuple(accumulate(1 / (n + 1) for n in range(COMMON_WORDS)))


@cache
def _word(kind: str, number: int) -> str:
    return invent_name(random.Random(f"{kind} {number}")).lower()


@cache
def _name(number: int) -> str:
    return f"{_word('first', number % 700).capitalize()} {_word('last', number).capitalize()}"


def measure(count: int) -> None:
    """Group so many articles in this process and print the figures, separated by tabs."""
    from briefing.entities.resolve import resolve_entities
    from briefing.events.grouping import group_events

    gc.disable()  # as the program does while it groups
    documents = list(invent_corpus(count))
    before = _peak()
    started = time.process_time()
    entities = resolve_entities(documents)
    resolved, resolving = time.process_time(), _peak()
    events = len(group_events(documents, entities).events)
    grouped, peak = time.process_time(), _peak()
    figures = (resolved - started, grouped - resolved, before, resolving, peak, events)
    found = (*figures, *_cluster(documents, entities))
    sys.stdout.write("\t".join(f"{value:.3f}" for value in found) + "\n")


def _cluster(
    documents: Sequence[Document], entities: Sequence[Entity]
) -> tuple[float, float, float]:
    """Processor seconds from pages laid out in columns to clusters, and of the last stage alone.

    The candidate pairs stand third.
    """
    from briefing.events.blocking import candidate_pairs
    from briefing.events.clustering import cluster_articles
    from briefing.events.corpus import lay_out
    from briefing.events.grouping import read_page
    from briefing.events.scoring import as_links, score_pairs, shipped_weights
    from briefing.indexing import index_mentions

    entity_of, by_id = index_mentions(entities), {e.id: e for e in entities}
    corpus = lay_out(read_page(d, entity_of, by_id) for d in documents)
    started = time.process_time()
    scored = score_pairs(candidate_pairs(corpus), corpus, shipped_weights())
    links = as_links(scored, shipped_weights())
    judged = time.process_time()
    cluster_articles(corpus.articles, *links)
    done = time.process_time()
    return done - started, done - judged, len(scored.candidates)


def _peak() -> float:
    """The most memory that this process has held, in MB.

    Where the kernel tells it: `getrusage` counts in what the parent held when it started us.
    """
    status = Path("/proc/self/status")
    told = re.search(r"VmHWM:\s*(\d+)", status.read_text()) if status.is_file() else None
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return (int(told.group(1)) if told else usage.ru_maxrss) / 1024


def scale_rows(counts: Sequence[int]) -> Iterator[Row]:
    """One row a size, its ratio the processor time of an article against the size before it."""
    before = 0.0
    for count in counts:
        output = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.scale", str(count)],
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        entities, events, loaded, resolving, peak, found, clusters, linking, pairs = map(
            float, output.split("\t")
        )
        each = (entities + events) / count
        yield Row(
            f"{count:,} articles: entities {entities:,.1f} s, grouping {events:,.1f} s, of it "
            f"clusters {clusters:,.1f} s, linking alone {linking:,.2f} s; {pairs:,.0f} pairs, "
            f"{found:,.0f} events; {peak:,.0f} MB ({loaded:,.0f} MB before, {resolving:,.0f} MB "
            "with entities)",
            f"{1000 * each:.2f} ms an article",
            *((each / before, "the size before") if before else ()),
        )
        before = each
        if count == BASELINE and find_spec("sklearn") is not None:
            yield from _baseline_rows(count, entities + events, clusters, linking)


def _baseline_rows(count: int, whole: float, clusters: float, linking: float) -> Iterator[Row]:
    """scikit-learn on the same texts: all of it, from vectors to clusters, the linking alone."""
    from tests.benchmarks.parts import average_link

    linked = average_link([document.article.text for document in invent_corpus(count)])
    what = f"scikit-learn on the same {count:,}"
    yield Row(
        f"{what}, TF-IDF and average link", f"{sum(linked):,.1f} s", sum(linked) / whole, "ours"
    )
    yield Row(
        f"{what}, from vectors to clusters",
        f"{linked.distances + linked.clusters:,.1f} s",
        (linked.distances + linked.clusters) / clusters,
        "ours, from columns to clusters",
    )
    yield Row(
        f"{what}, average-link clustering alone",
        f"{linked.clusters:,.1f} s",
        linked.clusters / linking,
        "ours, given scored pairs",
    )


if __name__ == "__main__":
    measure(int(sys.argv[1]))
