"""Why two pages stand together, or do not: the features that decided, each in words.

Invariant: a reason is shown with its contribution to the log-odds, and has its sign.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from briefing.events.features import TABLE
from briefing.events.profile import Profile
from briefing.events.reasons import Names
from briefing.model import Evidence

LEAST = 0.1
"""Contributions to the log-odds below this are not worth a word."""


def explain(
    one: Profile,
    two: Profile,
    features: Sequence[float],
    contributions: Sequence[float],
    names: Names,
) -> tuple[Evidence, ...]:
    """The reasons for and against, the weightiest first.

    `features` and what they contribute are in the order of `TABLE`.
    """
    # Much is said of many pairs in the same words, which are kept once.
    told = [
        Evidence(feature.name, round(weight, 3), sys.intern(feature.words(one, two, names, value)))
        for feature, value, weight in zip(TABLE, features, contributions, strict=True)
        if abs(weight) >= LEAST
    ]
    return tuple(sorted(told, key=lambda e: (-abs(e.weight), e.feature)))
