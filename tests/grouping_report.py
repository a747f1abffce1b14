"""`python -m tests.grouping_report [SET…]`: where grouping falls short, pair by pair.

Sets: those of ../shared/data/events, dev, and the corpora of tests/corpora (all that are there
without a name). Of the pairs of one event, the shares that are joined, that share no key, that are
judged to be two events, and that the rest of their clusters keeps apart. Of the pairs that are
joined, the shares that are of two events, and of two topics. `--languages` adds a line for what
each language's pages met.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import fmean

from briefing.events.clustering import cluster_articles
from briefing.events.scoring import as_links, crowdedness, shipped_weights
from briefing.training.grouping import PairSet, judge, pair_set, read_pages, read_records

TESTS = Path(__file__).parent
SHARED = TESTS.parents[1] / "shared"
RECORDS = {path.stem: path for path in sorted((SHARED / "data" / "events").glob("*.jsonl"))}
PAGES = {
    path.parent.name: path
    for path in (SHARED / "dev" / "gold.json", *sorted(TESTS.glob("corpora/*/gold.json")))
    if path.exists()
}
HEAD = (
    "| set | B3 | pairs of one event | joined | no shared key | judged apart | apart by cluster"
    " | joined in all | of two events | of two topics |\n|---|" + "---:|" * 9
)


def main() -> int:
    """Print the table; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.grouping_report", description=__doc__)
    parser.add_argument("set", nargs="*", metavar="SET", help=", ".join([*RECORDS, *PAGES]))
    parser.add_argument("--languages", action="store_true", help="a line for each language")
    options = parser.parse_args()
    if unknown := set(options.set) - set(RECORDS) - set(PAGES):
        parser.error(f"no set is called {', '.join(sorted(unknown))}")
    sys.stdout.write(f"{HEAD}\n")
    for name in options.set or [*RECORDS, *PAGES]:
        pairs, topics = read_set(name)
        for row in report(pairs, topics, by_language=options.languages):
            sys.stdout.write(f"{row}\n")
            sys.stdout.flush()
    return 0


def read_set(name: str) -> tuple[PairSet, Mapping[str, str]]:
    """A set with its candidate pairs, and the topic of each article where the set has topics."""
    if name in PAGES:
        return pair_set(name, *read_pages(PAGES[name])), {}
    rows = (json.loads(line) for line in RECORDS[name].read_text("utf-8").split("\n") if line)
    topics = {row["id"]: row["topic"] for row in rows if row.get("topic")}
    return pair_set(name, *read_records(RECORDS[name])), topics


def report(pairs: PairSet, topics: Mapping[str, str], *, by_language: bool) -> list[str]:
    """Rows of the table: the set as a whole, then what each language's pages met in it."""
    weights = shipped_weights()
    scored = judge(pairs, weights)
    found = _Found(
        pairs.gold,
        {
            a: frozenset(cluster)
            for cluster in cluster_articles(pairs.gold, *as_links(scored, weights))
            for a in cluster
        },
        {(p.left, p.right): odd for p, odd in zip(pairs.candidates, scored.log_odds, strict=True)},
        topics,
    )
    rows = [_row(pairs.name, frozenset(pairs.gold), found)]
    languages: defaultdict[str, set[str]] = defaultdict(set)
    for article, (language, _) in crowdedness(pairs.pages).items():
        languages[language or "?"].add(article)
    if by_language:
        rows += [
            _row(f"{pairs.name}: {language}", frozenset(own), found)
            for language, own in sorted(languages.items())
        ]
    return rows


@dataclass(frozen=True, slots=True)
class _Found:
    """Gold events, clusters by article, log-odds of the candidate pairs, and topics."""

    gold: Mapping[str, str]
    clusters: Mapping[str, frozenset[str]]
    odds: Mapping[tuple[str, str], float]
    topics: Mapping[str, str]


def _row(name: str, own: frozenset[str], found: _Found) -> str:
    """One line: B-cubed over the `own` articles, and the pairs that have one of them."""
    tally: Counter[str] = Counter()
    for one, two in combinations(sorted(found.gold), 2):
        if own.isdisjoint((one, two)):
            continue
        is_joined, is_one = two in found.clusters[one], found.gold[one] == found.gold[two]
        tally["joined"] += is_joined
        tally["one"] += is_one
        if is_one:
            tally[_fate(is_joined, found.odds.get((one, two)))] += 1
        elif is_joined:
            tally["wrong"] += 1
            tally["topics"] += found.topics.get(one) != found.topics.get(two)
    cells = [
        f"{_b_cubed(own, found):.3f}",
        f"{tally['one']:,}",
        *(share(tally[fate], tally["one"]) for fate in ("found", "no key", "judged", "cluster")),
        f"{tally['joined']:,}",
        share(tally["wrong"], tally["joined"]),
        share(tally["topics"], tally["joined"]) if found.topics else "–",
    ]
    return f"| {name} | {' | '.join(cells)} |"


def _b_cubed(own: frozenset[str], found: _Found) -> float:
    """B-cubed F1 (Bagga and Baldwin 1998), its means taken over the `own` articles."""
    members: defaultdict[str, set[str]] = defaultdict(set)
    for article, event in found.gold.items():
        members[event].add(article)
    both = {a: len(found.clusters[a] & members[found.gold[a]]) for a in sorted(own)}
    precision = fmean(n / len(found.clusters[a]) for a, n in both.items())
    recall = fmean(n / len(members[found.gold[a]]) for a, n in both.items())
    return 2 * precision * recall / (precision + recall)


def _fate(is_joined: bool, odds: float | None) -> str:
    if is_joined:
        return "found"
    if odds is None:
        return "no key"
    return "judged" if odds < 0 else "cluster"


def share(part: int, whole: int) -> str:
    """A share as ".123", or a dash of nothing."""
    return f"{part / whole:.3f}".lstrip("0") if whole else "–"


if __name__ == "__main__":
    sys.exit(main())
