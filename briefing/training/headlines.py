"""Trains the weights of a headline's traits: `python -m briefing.training.headlines FOLDER...`.

Owns the pages, the fit and the figures printed with it. Invariant: the same pages give the same
weights, and a trait's weight has the sign that `blocks_evidence` gives it now, or is 0.
Method: a conditional logit, in which the lines of one head compete. What a page never seen before
does to the lists of words is shown to it in training: each line that stands beside a headline is
also given as if its form were not known, lines of other pages are put in at random, blank lines
are taken out or put between any two. Each folder in turn is left out to tell how well it would be
read unseen.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.blocks import read_forms
from briefing.analysis.blocks_evidence import WEIGHTS
from briefing.analysis.blocks_forms import Form
from briefing.analysis.blocks_head import LEAD, report_start
from briefing.analysis.blocks_headline import HeadlineCandidates
from briefing.analysis.blocks_lines import Unit, split_units
from briefing.analysis.blocks_tail import find_tail
from briefing.lexicon.folding import fold

TRAITS = tuple(WEIGHTS)
LISTED = frozenset({"name of a section", "masthead"})
"""Traits that lists of words alone give; a page never seen before may show none of them."""
PER_UNIT = 2
"""Weights are rounded to halves of a log odds and kept as integers."""
OTHERS_LINES = 4
HELD = frozenset(
    {
        "another language",
        "full stop",
        "known form",
        "label",
        "two sentences",
    }
)
"""Traits of which pages that the lists were made from show too few: their weights stay."""
PENALTY = 0.0005
STEPS = 300
RATE = 0.05


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page whose headline is known."""

    folder: str
    language: str
    text: str
    headline: str


@dataclass(frozen=True, slots=True)
class Head:
    """A page's lines as the labelling sees them; `hidden` are those whose form is not told."""

    units: Sequence[Unit]
    forms: Sequence[Form]
    headline: int
    start: int
    hidden: frozenset[int] = frozenset()

    def without_forms(self, hidden: frozenset[int]) -> Head:
        """The same lines, some as if nothing told what they are."""
        forms = [
            Form.PLAIN if at in hidden and form is not Form.PROSE else form
            for at, form in enumerate(self.forms)
        ]
        return replace(self, forms=forms, hidden=hidden)


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """The lines that compete, the headline first: traits of shape (lines, traits)."""

    folder: str
    weight: float
    traits: NDArray[np.float64]
    is_plain_page: bool


def read_folder(folder: Path) -> Iterator[MarkedPage]:
    """The pages of a gold set, or the marked heads (`*.heads`, `*.page`) of the tests."""
    for path in sorted((*folder.glob("*.heads"), *folder.glob("*.page"))):
        sections = re.split(r"(?m)^==== .*\n", path.read_text(encoding="utf-8"))
        body = sections[1].strip("\n") if len(sections) > 1 else ""
        for section in sections[2:] or sections:
            lines = section.replace("\n...\n", f"\n{body}\n").splitlines()
            shown = [line.partition("|") for line in lines if not line.startswith("?")]
            headline = next((words for letter, _, words in shown if letter == "H"), "")
            text = "\n".join(words for _, _, words in shown)
            yield MarkedPage(f"{folder.name} {path.stem}", path.stem[:2], text, headline)
    gold = folder / "gold.json"
    pages = json.loads(gold.read_text(encoding="utf-8"))["pages"] if gold.exists() else {}
    for name, told in sorted(pages.items()):
        path = next(p for p in (folder / "pages" / name, folder / name) if p.exists())
        text = path.read_text(encoding="utf-8")
        yield MarkedPage(folder.name, told["lang"], text, told.get("headline") or "")


def lay_head(text: str, headline: str) -> Head | None:
    """The head of a page, if its headline stands there as a line that may be chosen."""
    units = split_units(text)
    forms = read_forms(units)
    tail = find_tail(units, forms, is_record=False)
    units, forms = units[:tail], forms[:tail]
    start = report_start(units, forms)
    wanted = fold(headline)
    at = next((i for i, u in enumerate(units[:start]) if fold(u.text) == wanted), None)
    if at is None or not wanted or forms[at] is Form.PROSE:
        return None
    return Head(units, forms, at, start)


def vary(page: MarkedPage, others: Sequence[str], rng: random.Random) -> Iterator[Head]:
    """The page as it is, then as it would look to who knows fewer forms, and in other guises."""
    head = lay_head(page.text, page.headline)
    if head is None:
        return
    yield head
    known = [
        at for at in range(head.start) if at != head.headline and head.forms[at] is not Form.PROSE
    ]
    for at in known:
        yield head.without_forms(frozenset({at}))
    yield head.without_forms(frozenset(known))
    forms = list(head.forms)
    forms[head.headline] = Form.FURNITURE
    yield replace(head, forms=forms)
    guises = [re.sub(r"\n\s*\n", "\n", page.text), re.sub(r"\n+", "\n\n", page.text)]
    for guise in guises:
        if found := lay_head(guise, page.headline):
            yield found
    position = page.text.index(head.units[head.headline].text)
    for _ in range(OTHERS_LINES if others else 0):
        line = rng.choice(others)
        at = rng.choice((0, position))
        put_in = f"{line}\n" if rng.random() < 1 / PER_UNIT else f"{line}\n\n"
        found = lay_head(page.text[:at] + put_in + page.text[at:], page.headline)
        if found is not None and fold(line) != fold(page.headline):
            alike = (i for i in range(found.start) if found.units[i].text == line)
            yield found.without_forms(frozenset(i for i in alike if i != found.headline))


def choices(pages: Sequence[MarkedPage], seed: int) -> Iterator[Choice]:
    """What the pages ask: which of these lines is the headline."""
    rng = random.Random(seed)  # noqa: S311 no secret
    furniture: dict[str, list[str]] = {}
    for page in pages:
        head = lay_head(page.text, page.headline)
        above = head.units[: head.start] if head else ()
        rest = [u.text for i, u in enumerate(above) if head and i != head.headline]
        furniture.setdefault(page.language, []).extend(rest)
    for page in pages:
        heads = list(vary(page, furniture.get(page.language, []), rng))
        for number, head in enumerate(heads):
            weight = 1.0 if number == 0 else 1.0 / (len(heads) - 1)
            choice = _as_choice(page.folder, head, weight, is_plain_page=number == 0)
            if choice is not None:
                yield choice


def _as_choice(folder: str, head: Head, weight: float, *, is_plain_page: bool) -> Choice | None:
    start = head.start
    report = zip(head.units[start:], head.forms[start:], strict=True)
    lead = [u for u, form in report if form is Form.PROSE][:LEAD]
    seen = HeadlineCandidates(head.units[:start], head.forms[:start], lead)
    if head.headline not in seen.numbers:
        return None
    wanted = fold(head.units[head.headline].text)
    rivals = [at for at in seen.numbers if fold(head.units[at].text) != wanted]
    told = [
        set(seen.traits(at)) - (LISTED if at in head.hidden else frozenset())
        for at in (head.headline, *rivals)
    ]
    table = np.array([[float(trait in traits) for trait in TRAITS] for traits in told])
    return Choice(folder, weight, table, is_plain_page) if rivals else None


def fit(asked: Sequence[Choice]) -> NDArray[np.float64]:
    """The weights, in log odds, by gradient steps of even size in each trait (Adam)."""
    sizes = [len(c.traits) for c in asked]
    table = np.concatenate([c.traits for c in asked])
    first = np.cumsum([0, *sizes])[:-1]
    group = np.repeat(np.arange(len(asked)), sizes)
    share = np.array([c.weight for c in asked])[group]
    share /= sum(c.weight for c in asked)
    right = np.zeros(len(table))
    right[first] = 1.0
    signs = np.sign([WEIGHTS[trait] for trait in TRAITS])
    is_held = np.array([trait in HELD for trait in TRAITS])
    held = np.array([WEIGHTS[trait] / PER_UNIT for trait in TRAITS])
    weights = np.where(is_held, held, 0.0)
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        scores = table @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, first)[group])
        chosen = odds / np.add.reduceat(odds, first)[group]
        slope = table.T @ (share * (chosen - right)) + PENALTY * weights / PER_UNIT
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.99 * spread + 0.01 * slope**2
        scale = np.sqrt(spread / (1 - 0.99**step)) + 1e-9
        weights = weights - RATE * (mean / (1 - 0.9**step)) / scale
        weights = np.where(is_held, held, np.where(weights * signs < 0, 0.0, weights))
    return weights


def accuracy(asked: Sequence[Choice], weights: NDArray[np.float64]) -> float:
    """The share of choices, by weight, in which no line is better than the headline."""
    right = sum(c.weight for c in asked if int(np.argmax(c.traits @ weights)) == 0)
    return right / max(sum(c.weight for c in asked), 1e-9)


def say(line: str) -> None:
    """Writes one line of the report."""
    sys.stdout.write(f"{line}\n")


def main() -> None:
    """Fits on all folders, says how each would be read unseen, prints the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    told = parser.parse_args()
    pages = [page for folder in told.folders for page in read_folder(folder)]
    asked = list(choices(pages, told.seed))
    unseen: list[tuple[float, bool]] = []
    for folder in sorted({c.folder for c in asked}):
        held = [c for c in asked if c.folder == folder]
        weights = fit([c for c in asked if c.folder != folder])
        figures = [
            accuracy([c for c in held if c.is_plain_page is is_plain], weights)
            for is_plain in (True, False)
        ]
        say(f"{folder:24} unseen {figures[0]:.3f}, hidden and varied {figures[1]:.3f}")
        unseen += [(accuracy([c], weights) * c.weight, c.is_plain_page) for c in held]
    for is_plain, name in ((True, "unseen"), (False, "hidden and varied")):
        weight = sum(c.weight for c in asked if c.is_plain_page is is_plain)
        say(f"{name}: {sum(w for w, plain in unseen if plain is is_plain) / weight:.4f}")
    weights = fit(asked)
    rounded = np.round(weights * PER_UNIT)
    say(f"trained on all {accuracy(asked, weights):.4f}, rounded {accuracy(asked, rounded):.4f}")
    for trait, weight in zip(TRAITS, rounded, strict=True):
        say(f'    "{trait}": {int(weight)},')


if __name__ == "__main__":
    main()
