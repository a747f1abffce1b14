"""Storylines: series of events that belong together, in time order.

Invariant: every event is in at most one storyline, a storyline has at least two events, and what
joins two events is said by both: the same people, or the same pair of countries on one subject.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefing.disjoint import DisjointSets
from briefing.events.features import Vector, as_vector, cosine
from briefing.events.profile import Profile
from briefing.model import Event, Storyline

SAME_SUBJECT = 0.2
"""Least cosine of the words of two events that are on one subject."""
MOST_EVENTS = 60
"""A person or pair of countries in more events than this makes no series by itself."""


@dataclass(frozen=True, slots=True)
class _Gist:
    people: frozenset[str]
    countries: tuple[str, ...]
    stems: Vector


def find_storylines(
    events: Sequence[Event], profiles: Mapping[str, Profile]
) -> tuple[Storyline, ...]:
    """The storylines of a corpus; `events` must be in time order."""
    gists = {e.id: _gist(e, profiles) for e in events}
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for event in events:
        for key in (*sorted(gists[event.id].people), " & ".join(gists[event.id].countries)):
            blocks[key].append(event.id)
    partition = DisjointSets(gists)
    for members in blocks.values():
        if len(members) <= MOST_EVENTS:
            for one, two in combinations(members, 2):
                if _is_one_series(gists[one], gists[two]):
                    partition.union(one, two)
    order = {e.id: n for n, e in enumerate(events)}
    series = [sorted(s, key=lambda i: order[i]) for s in partition.sets() if len(s) > 1]
    return tuple(
        _storyline([events[order[i]] for i in ids], gists)
        for ids in sorted(series, key=lambda s: order[s[0]])
    )


def _gist(event: Event, profiles: Mapping[str, Profile]) -> _Gist:
    countries: Counter[str] = Counter()
    stems: Counter[str] = Counter()
    for article in event.articles:
        countries.update(profiles[article].countries)
        stems.update(profiles[article].stems)
    main = sorted(countries, key=lambda c: (-countries[c], c))[:2]
    people = frozenset(p.entity for p in event.participants)
    return _Gist(people, tuple(sorted(main)), as_vector(stems))


def _is_one_series(one: _Gist, two: _Gist) -> bool:
    if len(one.people & two.people) > 1:
        return True
    if one.countries != two.countries or len(one.countries) < 2:  # noqa: PLR2004 - a pair
        return bool(one.people & two.people) and cosine(one.stems, two.stems) >= SAME_SUBJECT
    return bool(one.people & two.people) or cosine(one.stems, two.stems) >= SAME_SUBJECT


def _storyline(events: Sequence[Event], gists: Mapping[str, _Gist]) -> Storyline:
    countries = Counter(c for e in events for c in gists[e.id].countries)
    main = sorted(countries, key=lambda c: (-countries[c], c))[:2]
    kinds = Counter(e.kind for e in events)
    kind = min(kinds, key=lambda k: (-kinds[k], k))
    label = f"{' – '.join(sorted(main))}: {kind}" if main else events[0].label
    digest = hashlib.sha256(events[0].id.encode()).hexdigest()
    return Storyline(f"s-{digest[:8]}", label, tuple(e.id for e in events))
