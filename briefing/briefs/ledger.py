"""The ledger of figures: which numbers of different articles are about one thing.

Invariant: an entry never holds two incompatible values of one article, so that a total and its
first instalment cannot be taken for rivals; values that agree find each other first, and what is
left over is set against the rival that most speaks for, the likeliest pairs before all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from briefing.briefs.comparing import Comparer
from briefing.briefs.lineup import Lineup
from briefing.briefs.measures import may_both_be_true, measure
from briefing.briefs.pairing import Comparison, Weights, shipped_weights
from briefing.briefs.readings import Reading


@dataclass(slots=True)
class _Entry:
    """Readings about one thing, by article; grows while the ledger is kept."""

    readings: dict[str, list[Reading]]

    def accepts(self, other: _Entry) -> bool:
        """Whether no article would contradict itself in the joined entry."""
        return all(
            _agree(one, two)
            for article in self.readings.keys() & other.readings.keys()
            for one in self.readings[article]
            for two in other.readings[article]
        )


def group_readings(
    readings: Sequence[Reading],
    comparer: Comparer,
    day: str | None = None,
    weights: Weights | None = None,
) -> list[tuple[Reading, ...]]:
    """The readings by the thing that they are about, in the order of their first reading.

    `day` is the day of the event; the `weights` are the shipped ones unless others are tried.
    """
    lineup = Lineup(readings, comparer, day)
    entries = {r.number: _Entry({r.article: [r]}) for r in readings}
    for _, one, two in sorted(lineup.agreeing(), key=lambda f: (f[0], f[1].number, f[2].number)):
        _join(entries, one, two)
    for one, two in _rivalling(lineup, weights or shipped_weights()):
        _join(entries, one, two)
    unique = {id(entry): entry for entry in entries.values()}
    found = [
        tuple(sorted(chain.from_iterable(e.readings.values()), key=lambda r: r.number))
        for e in unique.values()
    ]
    return sorted(found, key=lambda entry: entry[0].number)


def _rivalling(lineup: Lineup, weights: Weights) -> Iterator[tuple[Reading, Reading]]:
    """The pairs that are likely enough about one thing, the likeliest first."""
    comparison = Comparison(lineup)
    scored = ((weights.log_odds(comparison.features(pair)), pair) for pair in lineup.rivalling())
    likely = [(odds, p.one, p.two) for odds, p in scored if weights.is_likely(p, odds)]
    for _, one, two in sorted(likely, key=lambda f: (-f[0], f[1].number, f[2].number)):
        yield one, two


def _join(entries: dict[int, _Entry], one: Reading, two: Reading) -> None:
    left, right = entries[one.number], entries[two.number]
    if left is right or not left.accepts(right):
        return
    if len(left.readings) < len(right.readings):
        left, right = right, left
    for article, readings in right.readings.items():
        left.readings.setdefault(article, []).extend(readings)
        entries.update((r.number, left) for r in readings)


def has_rivals(entry: Iterable[Reading]) -> bool:
    """Whether two articles give values that cannot both be true."""
    return any(
        one.article != two.article and not _agree(one, two) for one, two in combinations(entry, 2)
    )


def _agree(one: Reading, two: Reading) -> bool:
    return may_both_be_true(measure(one.figure, one.name), measure(two.figure, two.name))
