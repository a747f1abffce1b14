"""What a brief tells of the gold answers: key facts, quotations, and nothing that does not belong.

Invariant: a fact counts as told only where a citation overlaps a sentence that states it, on a page
that the gold names for it; which sentences those are stands in tests/coverage, read by a person,
as character ranges of the pages. A fact of several parts is told when all of its parts are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefing.model import Brief, BriefQuote, Citation, Point
from tests.scoring import fold, is_same

Gold = Mapping[str, Any]
Ranges = Mapping[str, Sequence[Sequence[int]]]
"""Page -> the ranges of its sentences that state a part of a fact."""

STATED = Path(__file__).parent / "coverage"


@dataclass
class Tally:
    """Counts over the events of a corpus; `misses` says in words what was not found."""

    hits: dict[str, int] = field(default_factory=dict)
    totals: dict[str, int] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, hits: int, total: int) -> None:
        self.hits[name] = self.hits.get(name, 0) + hits
        self.totals[name] = self.totals.get(name, 0) + total


@dataclass(frozen=True)
class Answers:
    """The gold of one event: facts as parts, background and clutter as ranges, quotations."""

    gold: Gold
    facts: Sequence[Sequence[Ranges]]
    background: Ranges
    clutter: Ranges
    languages: Mapping[str, str]
    texts: Mapping[str, str]

    def named(self) -> Iterator[tuple[str, Sequence[Ranges]]]:
        for fact, parts in zip(self.gold["key_facts"], self.facts, strict=True):
            yield fact["fact"], parts


def read_stated(name: str) -> Mapping[str, Any]:
    stated: Mapping[str, Any] = json.loads((STATED / f"{name}.json").read_text(encoding="utf-8"))
    return stated


def overlaps(citation: Citation, ranges: Ranges) -> bool:
    return any(
        citation.start < end and start < citation.end
        for start, end in ranges.get(citation.article, ())
    )


def tells(citations: Iterable[Citation], ranges: Ranges) -> bool:
    return any(overlaps(citation, ranges) for citation in citations)


def clutter_ranges(page: str, lines: Iterable[str]) -> list[list[int]]:
    """Where the lines that the gold calls clutter stand; a line is clutter wherever it stands."""
    wanted, found, at = {fold(line) for line in lines} - {""}, [], 0
    for line in page.splitlines(keepends=True):
        if fold(line) in wanted:
            found.append([at, at + len(line)])
        at += len(line)
    return found


def measure_event(answers: Answers, brief: Brief, tally: Tally) -> None:
    """Add one event's figures; facts that begin "Background:" belong anywhere but in the points."""
    points = [*brief.points, *(p for p in brief.bluf if p not in brief.points)]
    measure_facts(answers, brief, points, tally)
    measure_points(answers, points, tally)
    measure_support(answers, points, tally)
    measure_quotes(answers, brief.quotes, tally)
    there = {answers.languages[page] for page in answers.gold["pages"]}
    cited = {answers.languages[c.article] for p in points for c in p.citations}
    tally.add("languages cited", len(cited & there), len(there))


def measure_facts(answers: Answers, brief: Brief, points: Sequence[Point], tally: Tally) -> None:
    by_points = [c for p in points for c in p.citations]
    by_lead = [c for p in brief.bluf for c in p.citations]
    timed = [c for entry in brief.timeline for c in entry.citations]
    cited = [
        *timed,
        *(c for point in (*brief.next, *brief.background) for c in point.citations),
        *(c for q in brief.quotes for c in q.citations),
    ]
    anywhere = [*by_points, *cited]
    for number, (words, parts) in enumerate(answers.named()):
        is_told = all(tells(anywhere, part) for part in parts)
        tally.add("facts in the brief", is_told, 1)
        if words.startswith("Background:"):
            continue
        is_point = all(tells(by_points, part) for part in parts)
        tally.add("facts in points", is_point, 1)
        if number == 0:
            tally.add("main fact in the bottom line", any(tells(by_lead, p) for p in parts), 1)
        if not is_point:
            where = "elsewhere in the brief" if is_told else "nowhere"
            tally.misses.append(f"{answers.gold['id']} fact told {where}: {words}")


def measure_points(answers: Answers, points: Sequence[Point], tally: Tally) -> None:
    """Points that are clutter, background, or say only what points before them have said."""
    parts = [part for _, fact in answers.named() for part in fact]
    told: set[int] = set()
    for point in points:
        shown = point.citations[0]
        states = {at for at, part in enumerate(parts) if overlaps(shown, part)}
        for kind, is_so in (
            ("points that are clutter", overlaps(shown, answers.clutter)),
            ("points that are background", overlaps(shown, answers.background)),
            ("points told twice", bool(states) and states <= told),
        ):
            tally.add(kind, is_so, 1)
            if is_so:
                tally.misses.append(f"{answers.gold['id']} {kind}: {point.text}")
        told |= {at for at, part in enumerate(parts) if tells(point.citations, part)}


def measure_support(answers: Answers, points: Sequence[Point], tally: Tally) -> None:
    """Second citations: how many tell the same, and how many that do are there."""
    parts = [part for _, fact in answers.named() for part in fact]
    for point in points:
        shown, *others = point.citations
        same = [part for part in parts if overlaps(shown, part)]
        if same:
            for citation in others:
                is_right = any(overlaps(citation, part) for part in same)
                tally.add("second citations right", is_right, 1)
                if not is_right:
                    words = answers.texts[citation.article][citation.start : citation.end]
                    tally.misses.append(
                        f"{answers.gold['id']} cited for another fact: {point.text} <> {words}"
                    )
    for part in parts:
        if tells((c for p in points for c in p.citations), part):
            cited = {c.article for p in points for c in p.citations if overlaps(c, part)}
            tally.add("pages that state a told fact cited", len(cited), len(part))


def measure_quotes(answers: Answers, quotes: Sequence[BriefQuote], tally: Tally) -> None:
    """Each language version of each utterance: found, its speaker right, joined with the others."""
    people = [
        {fold(form) for form in (p["name"], *p.get("variants", ()))}
        for p in answers.gold["participants"]
    ]
    homes: dict[str, set[int]] = {}
    versions: dict[str, int] = {}
    for item in answers.gold["quotes"]:
        found = {
            at for at, quote in enumerate(quotes) if tells(quote.citations, places(answers, item))
        }
        who = f"{answers.gold['id']} quotation"
        tally.add("quotations found", bool(found), 1)
        if not found:
            tally.misses.append(f"{who} not shown: {item['speaker']}: {item['text']}")
            continue
        homes.setdefault(item["qid"], set()).update(found)
        versions[item["qid"]] = versions.get(item["qid"], 0) + 1
        speaker = quotes[min(found)].speaker
        forms = next((f for f in people if fold(item["speaker"]) in f), {fold(item["speaker"])})
        is_right = is_same(forms, fold(speaker))
        tally.add("speakers right", is_right, 1)
        if not is_right:
            tally.misses.append(f"{who} given to {speaker}, not {item['speaker']}: {item['text']}")
    for qid, found in homes.items():
        if versions[qid] > 1:
            tally.add("versions of a quotation joined", len(found) == 1, 1)
            if len(found) > 1:
                tally.misses.append(f"{answers.gold['id']} {qid} shown {len(found)} times")


def places(answers: Answers, item: Gold) -> dict[str, list[list[int]]]:
    """Where the words of a quotation stand on its pages."""
    spans: dict[str, list[list[int]]] = {}
    for page in item["pages"]:
        at = answers.texts[page].find(item["text"])
        if at >= 0:
            spans[page] = [[at, at + len(item["text"])]]
    return spans
