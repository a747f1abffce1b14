"""`python -m tests.coverage_report_rouge [SET…]`: the points' text against the sources' leads.

Each cluster of a set of summaries is taken for one event. The words of its brief's points, in their
order, and as many words of the round-robin lead (the first sentence of every source, then the
second) are compared with what people wrote: ROUGE-2 F1 (Lin 2004), mean over the references. Both
are cut to the references' mean length, or to that of the points where it is less.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

from rouge_score_rs import rouge_scorer, tokenizers

from briefing.briefs.compose import write_brief
from briefing.config import Settings
from briefing.events.grouping import group_events
from briefing.model import OWN_KINDS, BlockKind, Brief, Correction, CorrectionKind, Document
from briefing.pipeline import analyse_corpus, resolve_entities

SUMMARIES = Path(__file__).parents[2] / "shared" / "data" / "summaries"
SETS = ("multiling_dev", "rpm2_dev")

Cluster = dict[str, Any]


def read_clusters(name: str) -> list[Cluster]:
    path = SUMMARIES / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def analyse_cluster(cluster: Cluster, folder: Path) -> list[Document]:
    """The sources analysed, as records of one file."""
    records = folder / "cluster.jsonl"
    kept = [
        {"id": f"{at:02d}", "language": cluster["lang"], **doc}
        for at, doc in enumerate(cluster["docs"])
    ]
    lines = (json.dumps(record, ensure_ascii=False) for record in kept)
    records.write_text("\n".join(lines), encoding="utf-8")
    found = analyse_corpus([str(records)], Settings(workspace="off"))
    return [document for document in found if isinstance(document, Document)]


def brief_of(documents: Sequence[Document]) -> Brief:
    """The brief of all documents, as a reader gets it who says that they report one event."""
    entities = resolve_entities(documents)
    shas = tuple(sorted(d.article.sha256 for d in documents))
    together = Correction(CorrectionKind.TOGETHER, shas)
    events = group_events(documents, entities, corrections=[together]).events
    event = max(events, key=lambda e: len(e.articles))
    return write_brief(event, {d.article.id: d for d in documents}, entities)


def words_of_points(brief: Brief) -> list[str]:
    """The bottom line, then the other points: what one who reads from the top has read."""
    shown = dict.fromkeys([p.text for p in brief.bluf] + [p.text for p in brief.points])
    return " ".join(shown).split()


def words_of_leads(documents: Iterable[Document]) -> list[str]:
    """The first sentence of every source, then the second of each, and so on."""
    own = OWN_KINDS - {BlockKind.HEADLINE}
    bodies = [
        [d.article.text[s.start : s.end] for s in d.sentences if s.kind in own] for d in documents
    ]
    rounds = zip_longest(*bodies, fillvalue="")
    return " ".join(sentence for turn in rounds for sentence in turn).split()


def rouge_2(words: Sequence[str], references: Iterable[str]) -> float:
    """Mean F1 over the references, words as Unicode divides them, unstemmed."""
    make: Callable[..., Any] = rouge_scorer.RougeScorer  # its own types are not complete
    scorer = make(["rouge2"], tokenizer=tokenizers.UnicodeTokenizer())
    found = [scorer.score(r, " ".join(words))["rouge2"].fmeasure for r in references]
    scores: list[float] = [float(f) for f in found]
    return sum(scores) / len(scores)


def compare(cluster: Cluster, documents: Sequence[Document]) -> tuple[float, float, int]:
    """ROUGE-2 of the points and of the leads, and the words both have."""
    references = cluster["references"]
    wanted = round(sum(len(r.split()) for r in references) / len(references))
    points, leads = words_of_points(brief_of(documents)), words_of_leads(documents)
    length = min(wanted, len(points))
    return rouge_2(points[:length], references), rouge_2(leads[:length], references), length


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.coverage_report_rouge", description=__doc__
    )
    parser.add_argument("set", nargs="*", metavar="SET", help=", ".join(SETS))
    given = parser.parse_args(arguments)
    rows: dict[str, list[tuple[float, float, int]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in given.set or SETS:
            for cluster in read_clusters(name):
                documents = analyse_cluster(cluster, Path(folder))
                found = compare(cluster, documents)
                for row in (f"{name} {cluster['lang']}", "all"):
                    rows.setdefault(row, []).append(found)
    sys.stdout.write(
        "| set | clusters | words | leads | points | better in |\n|---|---|---|---|---|---|\n"
    )
    for row in [*(r for r in rows if r != "all"), "all"]:
        sys.stdout.write(as_row(row, rows[row]) + "\n")
    return 0


def as_row(name: str, scores: Sequence[tuple[float, float, int]]) -> str:
    count = len(scores)
    points, leads, words = (sum(column) / count for column in zip(*scores, strict=True))
    better = sum(p > lead for p, lead, _ in scores)
    return f"| {name} | {count} | {words:.0f} | {leads:.3f} | {points:.3f} | {better} |"


if __name__ == "__main__":
    sys.exit(main())
