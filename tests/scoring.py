"""How well the program does on a corpus with gold answers, measured on its own values.

Invariant: figures lie between 0 and 1, more is better, and a page or event that the program loses
counts against it. Names and lines are compared without case, accents and punctuation.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from briefing.model import BlockKind, Brief, Citation, Document, Event, GroupedCorpus, Label

Gold = Mapping[str, Any]
Figures = dict[str, float]
T = TypeVar("T")

ASIDE = frozenset({BlockKind.CLUTTER, BlockKind.CAPTION, BlockKind.CONTENTS})
MARGIN = ASIDE | {BlockKind.BYLINE, BlockKind.DATELINE}
NAMED = frozenset({Label.PER, Label.LOC, Label.ORG})


def read_gold(path: Path) -> Gold:
    gold: Gold = json.loads(path.read_text(encoding="utf-8"))
    return gold


def corpus_hash(folder: Path) -> str:
    """One hash over the names and bytes of all files of a corpus, its gold among them."""
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        total.update(f"{path.relative_to(folder).as_posix()} {content}\n".encode())
    return total.hexdigest()


def fold(text: str | None) -> str:
    """Not the program's own: a change there must not move the yardstick."""
    decomposed = unicodedata.normalize("NFKD", text or "")
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return re.sub(r"[\W_]+", " ", bare).strip()


def f1(counts: Mapping[str, int]) -> float:
    """The harmonic mean of precision and recall, from hits, false alarms and misses."""
    wrong = counts.get("false", 0) + counts.get("missed", 0)
    hits = 2 * counts.get("hit", 0)
    return hits / (hits + wrong) if hits + wrong else 1.0


def share(outcomes: Iterable[bool]) -> float:
    seen = list(outcomes)
    return sum(seen) / len(seen) if seen else 1.0


def score(gold: Gold, corpus: GroupedCorpus, briefs: Iterable[Brief]) -> Figures:
    """All figures of one corpus."""
    written = tuple(briefs)
    documents = {d.article.id: d for d in corpus.documents}
    found = {g["id"]: best_event(g, corpus.events) for g in gold["events"]}
    return {
        "b3_f1": b_cubed(gold["events"], corpus.events),
        **page_figures(gold["pages"], documents),
        **event_figures(gold["events"], found),
        **conflict_figures(gold["events"], written),
        "true_citations": true_citations(written, documents),
    }


def b_cubed(gold_events: Iterable[Gold], events: Iterable[Event]) -> float:
    """B-cubed F1 (Bagga and Baldwin 1998) of the grouping."""
    truth = {page: set(g["pages"]) for g in gold_events for page in g["pages"]}
    made = {article: set(e.articles) for e in events for article in e.articles}
    shared = {page: len(truth[page] & made.get(page, {page})) for page in truth}
    precision = sum(shared[p] / len(made.get(p, {p})) for p in truth) / len(truth)
    recall = sum(shared[p] / len(truth[p]) for p in truth) / len(truth)
    return 2 * precision * recall / (precision + recall)


# ---------------------------------------------------------------- pages
def page_figures(pages: Mapping[str, Gold], documents: Mapping[str, Document]) -> Figures:
    read = [(gold, documents[name]) for name, gold in sorted(pages.items()) if name in documents]
    lost = len(pages) - len(read)
    missing = [False] * lost
    dated = [(g, d) for g, d in read if g["published"]]
    lines: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for gold, document in read:
        lines += line_counts(gold, document)
        names += name_counts(gold, document)
    return {
        "language": share([d.article.language == g["lang"] for g, d in read] + missing),
        "headline": share(
            [fold(d.article.headline) == fold(g["headline"]) for g, d in read] + missing
        ),
        "published": share(
            [(d.article.published or "")[:10] == g["published"][:10] for g, d in dated] + missing
        ),
        "clutter_f1": f1(lines),
        # A corpus that annotates no names says nothing about them.
        **({"entity_f1": f1(names)} if any(g["entities"] for g in pages.values()) else {}),
    }


def line_counts(gold: Gold, document: Document) -> Counter[str]:
    text = document.article.text
    want = {fold(line) for line in gold["clutter_lines"]} - {""}
    got = {
        fold(line)
        for block in document.article.blocks
        if block.kind in ASIDE
        for line in text[block.start : block.end].splitlines()
    } - {""}
    return compare(want, got, got)


def name_counts(gold: Gold, document: Document) -> Counter[str]:
    """Distinct names with their kind; what stands in furniture is never a false alarm."""
    listed = gold["entities"]
    want = {(fold(e["text"]), e["label"]) for e in listed if not e.get("optional")}
    either = {fold(e["text"]) for e in listed if e.get("optional")}
    margin = [b for b in document.article.blocks if b.kind in MARGIN]
    marked = [m for m in document.mentions if m.label in NAMED]
    every = {(fold(m.text), m.label.value) for m in marked}
    own = {
        (fold(m.text), m.label.value)
        for m in marked
        if not any(b.start <= m.start < b.end for b in margin) and fold(m.text) not in either
    }
    return compare(want, every, own)


def compare(want: set[T], got: set[T], judged: set[T]) -> Counter[str]:
    return Counter(hit=len(want & got), missed=len(want - got), false=len(judged - want))


# ---------------------------------------------------------------- events
def best_event(gold: Gold, events: Iterable[Event]) -> Event | None:
    """The event that shares at least half of all pages with the gold one."""
    want = set(gold["pages"])

    def overlap(event: Event) -> float:
        got = set(event.articles)
        return len(got & want) / len(got | want)

    best = max(events, key=overlap, default=None)
    return best if best and 2 * overlap(best) >= 1 else None


def event_figures(gold_events: Iterable[Gold], found: Mapping[str, Event | None]) -> Figures:
    dates, cities, countries = [], [], []
    people: Counter[str] = Counter()
    for gold in gold_events:
        event = found[gold["id"]]
        dates.append(event is not None and is_dated(gold, event))
        place = event.place if event else None
        cities.append(place is not None and fold(place.city) == fold(gold["place"]["city"]))
        countries.append(
            place is not None and fold(place.country) == fold(gold["place"]["country"])
        )
        people += people_counts(gold, event)
    return {
        "events_found": share(e is not None for e in found.values()),
        "date": share(dates),
        "city": share(cities),
        "country": share(countries),
        "participants_f1": f1(people),
    }


def is_dated(gold: Gold, event: Event) -> bool:
    value = event.date.value if event.date else None
    accepted = gold.get("date_accept", [gold["date"]])
    return any(value == a or bool(a and value and value.startswith(a)) for a in accepted)


def people_counts(gold: Gold, event: Event | None) -> Counter[str]:
    forms = [
        ({fold(v) for v in (p["name"], *p.get("variants", ()))}, bool(p.get("optional")))
        for p in gold["participants"]
    ]
    got = [fold(p.name) for p in event.participants] if event else []
    want = [names for names, is_optional in forms if not is_optional]
    hit = sum(any(is_same(names, name) for name in got) for names in want)
    false = sum(not any(is_same(names, name) for names, _ in forms) for name in got)
    return Counter(hit=hit, missed=len(want) - hit, false=false)


def is_same(forms: Iterable[str], name: str) -> bool:
    """Equal, or one of them the end of the other: "Smith" and "Anna Smith"."""
    return any(
        form == name or (name and (form.endswith(f" {name}") or name.endswith(f" {form}")))
        for form in forms
    )


# ---------------------------------------------------------------- briefs
def conflict_figures(gold_events: Iterable[Gold], briefs: Iterable[Brief]) -> Figures:
    """Real conflicts found, reported ones that are real, apparent ones left alone."""
    written = tuple(briefs)
    found: list[bool] = []
    silent: list[bool] = []
    reported = right = 0
    for gold in gold_events:
        pages = set(gold["pages"])
        mine = [
            [(v.article, v.text) for v in d.values]
            for brief in written
            for d in brief.differences
            if any(v.article in pages for v in d.values)
        ]
        used: set[int] = set()
        for conflict in real_first(gold["conflicts"]):
            hits = {at for at, values in enumerate(mine) if is_reported(conflict, values)}
            if conflict["kind"] == "real":
                found.append(bool(hits))
                used |= hits
            else:
                silent.append(hits <= used)
        reported += len(mine)
        right += len(used)
    return {
        "conflicts_found": share(found),
        "conflicts_right": right / reported if reported else 0.0,
        "apparent_silent": share(silent),
    }


def real_first(conflicts: Iterable[Gold]) -> list[Gold]:
    return sorted(conflicts, key=lambda c: bool(c["kind"] != "real"))


def is_reported(conflict: Gold, values: Iterable[tuple[str, str]]) -> bool:
    """Two rival values for a real conflict, one value from two pages for an apparent one."""
    rivals = {
        (at, article)
        for article, words in values
        for at, rival in enumerate(conflict["values"])
        if says(words, rival["texts"].get(article))
    }
    side = 0 if conflict["kind"] == "real" else 1
    return len({rival[side] for rival in rivals}) > 1


def says(words: str, gold_words: str | None) -> bool:
    """Whether one holds the other's words, or its numbers."""
    one, other = fold(words), fold(gold_words)
    if not one or not other:
        return False
    if f" {one} " in f" {other} " or f" {other} " in f" {one} ":
        return True
    ours, theirs = set(re.findall(r"\d+", one)), set(re.findall(r"\d+", other))
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def true_citations(briefs: Iterable[Brief], documents: Mapping[str, Document]) -> float:
    """Points of which some cited range holds the words shown."""

    def is_true(text: str, citation: Citation) -> bool:
        cited = fold(documents[citation.article].article.text[citation.start : citation.end])
        return bool(cited) and (cited in fold(text) or fold(text) in cited)

    return share(
        any(is_true(point.text, c) for c in point.citations)
        for brief in briefs
        for point in brief.points
    )
