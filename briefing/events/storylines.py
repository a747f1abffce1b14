"""Storylines: series of events that belong together, in time order.

Invariant: every event is in at most one storyline, a storyline has at least two events, and what
joins two events is said by both: the same people, or the same pair of countries on one subject.
"""

from __future__ import annotations

import hashlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from briefing.disjoint import DisjointSets
from briefing.events.comparing import cosine
from briefing.events.corpus import Terms, Weighed
from briefing.events.profile import Profile
from briefing.events.rows import Rows, batches, total
from briefing.model import Event, Storyline
from briefing.pairing import distinct

SAME_SUBJECT = 0.2
"""Least cosine of the words of two events that are on one subject."""
MOST_EVENTS = 60
"""A person or pair of countries in more events than this makes no series by itself."""
MOST_SUMMED = 1 << 10
"""Events whose words are summed at once."""


@dataclass(frozen=True, slots=True)
class _Gist:
    people: frozenset[str]
    countries: tuple[str, ...]


def find_storylines(
    events: Sequence[Event], pages: Sequence[Profile], terms: Terms
) -> tuple[Storyline, ...]:
    """The storylines of a corpus; `events` must be in time order and hold all its pages.

    Of the corpus only `pages` and `terms` are asked for: the rest can be given back before.
    """
    profiles = {p.article: p for p in pages}
    gists = [_gist(e, profiles) for e in events]
    partition = DisjointSets(range(len(events)))
    doubted = _join(gists, partition)
    for one, two in _on_one_subject(doubted, _words(events, pages, terms)):
        partition.union(one, two)
    series = [s for s in partition.sets() if len(s) > 1]
    return tuple(_storyline([events[n] for n in s], [gists[n] for n in s]) for s in series)


def _gist(event: Event, profiles: Mapping[str, Profile]) -> _Gist:
    countries: Counter[str] = Counter()
    for article in event.articles:
        countries.update(profiles[article].countries)
    main = sorted(countries, key=lambda c: (-countries[c], c))[:2]
    return _Gist(frozenset(p.entity for p in event.participants), tuple(sorted(main)))


def _join(gists: Sequence[_Gist], partition: DisjointSets[int]) -> NDArray[np.int64]:
    """Join what people and countries join; the pairs that their words must tell, as codes."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for number, gist in enumerate(gists):
        for key in (*sorted(gist.people), " & ".join(gist.countries)):
            blocks[key].append(number)
    doubted = array("q")
    for members in blocks.values():
        if len(members) > MOST_EVENTS:
            continue
        for one, two in combinations(members, 2):
            here, there = gists[one], gists[two]
            people = len(here.people & there.people)
            are_one_pair = here.countries == there.countries and len(here.countries) > 1
            if people + are_one_pair > 1:
                partition.union(one, two)
            elif people + are_one_pair == 1:
                doubted.append(one * len(gists) + two)
    return distinct(np.array(doubted, np.int64))


def _words(events: Sequence[Event], pages: Sequence[Profile], terms: Terms) -> Weighed:
    """The words of the pages of each event together, names left out."""
    number, width = {p.article: n for n, p in enumerate(pages)}, terms.rows.width
    keys, weights, lengths = [np.empty(0, np.int32)], [np.empty(0)], [np.zeros(1, np.int64)]
    # Part by part: what sorts the words of all events is several times as large as they are.
    for first in range(0, len(events), MOST_SUMMED):
        part = [sorted(number[a] for a in e.articles) for e in events[first : first + MOST_SUMMED]]
        page, place = terms.rows.spread(np.concatenate(part))
        event = np.repeat(np.arange(len(part)), [len(told) for told in part])[page]
        is_word = terms.stems[place] > 0
        event, place = event[is_word], place[is_word]
        codes, at = np.unique(event * width + terms.rows.keys[place], return_inverse=True)
        event, key = np.divmod(codes, max(1, width))
        keys.append(key.astype(np.int32))
        weights.append(total(at, terms.stems[place], len(codes)))
        lengths.append(np.bincount(event, minlength=len(part)))
    starts = np.cumsum(np.concatenate(lengths))
    rows, summed = Rows(starts, np.concatenate(keys), width), np.concatenate(weights)
    return Weighed(rows, summed, np.sqrt(rows.sum(summed**2)))


def _on_one_subject(codes: NDArray[np.int64], words: Weighed) -> list[tuple[int, int]]:
    """The pairs of events, left * events + right, whose words are alike."""
    left, right = np.divmod(codes, max(1, len(words.norms)))
    alike = np.zeros(len(codes), bool)
    for at in batches(left, right, words.rows.lengths + 1):
        one, two = left[at], right[at]
        join = words.rows.join(one, two)
        dot = join.sum(words.weights[join.here] * words.weights[join.there])
        alike[at] = cosine(dot, words.norms[one], words.norms[two]) >= SAME_SUBJECT
    return list(zip(left[alike].tolist(), right[alike].tolist(), strict=True))


def _storyline(events: Sequence[Event], gists: Sequence[_Gist]) -> Storyline:
    countries = Counter(c for gist in gists for c in gist.countries)
    main = sorted(countries, key=lambda c: (-countries[c], c))[:2]
    kinds = Counter(e.kind for e in events)
    kind = min(kinds, key=lambda k: (-kinds[k], k))
    label = f"{' – '.join(sorted(main))}: {kind}" if main else events[0].label
    digest = hashlib.sha256(events[0].id.encode()).hexdigest()
    return Storyline(f"s-{digest[:8]}", label, tuple(e.id for e in events))
