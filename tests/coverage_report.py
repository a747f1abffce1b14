"""`python -m tests.coverage_report [CORPUS…]`: what the briefs tell of the gold key facts.

Corpora: seeds, dev, harbour, chancery (all that are there without a name). `--misses` lists by
event what is not told, told twice or given to the wrong person. `--language CODE` writes the briefs
as for a reader of that language.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from briefing.config import Settings
from briefing.pipeline import compose_brief, open_corpus
from tests.coverage_report_figures import (
    Answers,
    Gold,
    Tally,
    clutter_ranges,
    measure_event,
    read_stated,
)
from tests.scoring import best_event, read_gold

TESTS = Path(__file__).parent
SHARED = TESTS.parents[1] / "shared"
CORPORA = {
    "seeds": (TESTS.parent / "seeds", SHARED / "seeds" / "seeds_gold.json"),
    "dev": (SHARED / "dev" / "pages", SHARED / "dev" / "gold.json"),
    "harbour": (TESTS / "corpora/harbour/pages", TESTS / "corpora/harbour/gold.json"),
    "chancery": (TESTS / "corpora/chancery/pages", TESTS / "corpora/chancery/gold.json"),
}
"""Pages and gold answers; of those outside the repository only what is there."""


def is_there(name: str) -> bool:
    return all(path.exists() for path in CORPORA[name])


def measure_corpus(name: str) -> Tally:
    """The figures of one corpus; an event that was not found tells nothing."""
    pages, gold_path = CORPORA[name]
    gold, stated = read_gold(gold_path), read_stated(name)
    corpus = open_corpus([str(pages)], Settings(workspace="off"))
    texts = {d.article.id: d.article.text for d in corpus.documents}
    tally = Tally()
    for event in gold["events"]:
        answers = answers_of(event, gold, stated, texts)
        found = best_event(event, corpus.events)
        if found is None:
            tally.add("facts in points", 0, len(answers.facts))
            tally.misses.append(f"{event['id']} not found")
            continue
        measure_event(answers, compose_brief(corpus, found), tally)
    return tally


def answers_of(event: Gold, gold: Gold, stated: Gold, texts: dict[str, str]) -> Answers:
    listed = {page: gold["pages"][page]["clutter_lines"] for page in event["pages"]}
    return Answers(
        gold=event,
        facts=stated["facts"][event["id"]],
        background=stated["background"],
        clutter={page: clutter_ranges(texts[page], lines) for page, lines in listed.items()},
        languages={page: gold["pages"][page]["lang"] for page in event["pages"]},
        texts=texts,
    )


def table(tallies: dict[str, Tally]) -> str:
    """One row a figure, one column a corpus: share and counts, or the bare count of what is bad."""
    rows = list(dict.fromkeys(name for t in tallies.values() for name in t.totals))
    lines = ["| | " + " | ".join(tallies) + " |", "|---" * (len(tallies) + 1) + "|"]
    for row in rows:
        cells = [cell(row, tally) for tally in tallies.values()]
        lines.append(f"| {row} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def cell(row: str, tally: Tally) -> str:
    total, hits = tally.totals.get(row, 0), tally.hits.get(row, 0)
    if not total:
        return "–"
    if row.startswith("points "):
        return f"{hits} of {total}"
    return f"{hits / total:.3f} ({hits}/{total})"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.coverage_report", description=__doc__)
    parser.add_argument("corpus", nargs="*", metavar="CORPUS", help=", ".join(CORPORA))
    parser.add_argument("--misses", action="store_true", help="say what is missing, by event")
    given = parser.parse_args(arguments)
    if unknown := set(given.corpus) - set(CORPORA):
        parser.error(f"no corpus is called {', '.join(sorted(unknown))}")
    names = given.corpus or [name for name in CORPORA if is_there(name)]
    tallies = {name: measure_corpus(name) for name in names}
    sys.stdout.write(table(tallies) + "\n")
    if given.misses:
        for name, tally in tallies.items():
            sys.stdout.writelines(f"\n{name}: {miss}" for miss in tally.misses)
        sys.stdout.write("\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
