"""Which way a line runs, and in which order its characters stand on the screen.

Invariant: pure; the order is a permutation of the line's graphemes, and what runs from left to
right only keeps its order. The implicit rules of the Unicode Bidirectional Algorithm (UAX 9, W1 to
L4); explicit marks never get here, `escaping.visible` shows them as arrows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import groupby

_RIGHT = frozenset({"R", "AL"})
_STRONG = frozenset({"L", "R", "AL"})
_NUMBERS = frozenset({"EN", "AN"})
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Where all letters stand that run from right to left, and others: a page is looked through."""
_OLDEST_VTE = 5800
"""VTE 0.58 is the first that orders characters by itself."""


def orders_by_itself(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is known to put right-to-left text in order; most do not."""
    vte = environ.get("VTE_VERSION", "")
    return (
        (vte.isdecimal() and int(vte) >= _OLDEST_VTE)
        or "KONSOLE_VERSION" in environ
        or environ.get("TERM", "").startswith("mlterm")
        or environ.get("TERM_PROGRAM") == "Apple_Terminal"
    )


def is_right_to_left(paragraph: str) -> bool:
    """Whether the first letter of a paragraph is of a script that runs from right to left."""
    kinds = map(unicodedata.bidirectional, paragraph)
    return next((kind in _RIGHT for kind in kinds if kind in _STRONG), False)


def has_right_to_left(text: str) -> bool:
    """Whether any letter runs from right to left; most pages have none."""
    found = _FROM_RIGHT.search(text)
    return found is not None and any(
        unicodedata.bidirectional(c) in _RIGHT for c in text[found.start() :]
    )


def visual_order(graphemes: Sequence[str], *, is_rtl: bool) -> list[int]:
    """The graphemes of a line from left to right as they stand on the screen."""
    kinds = _resolved([unicodedata.bidirectional(g[0]) or "L" for g in graphemes], is_rtl=is_rtl)
    levels = [_level(kind, is_rtl=is_rtl) for kind in kinds]
    order = list(range(len(graphemes)))
    for level in range(max(levels, default=0), 0, -1):
        reordered: list[int] = []
        for is_high, run in groupby(order, key=lambda i: levels[i] >= level):
            indices = list(run)
            reordered += reversed(indices) if is_high else indices
        order = reordered
    return order


def mirrored(grapheme: str) -> str:
    """A bracket or quotation mark as it looks from the other side."""
    return grapheme.translate(_MIRRORED)


def is_reversed(graphemes: Sequence[str], *, is_rtl: bool) -> list[bool]:
    """For each grapheme whether it stands in text that runs from right to left."""
    kinds = _resolved([unicodedata.bidirectional(g[0]) or "L" for g in graphemes], is_rtl=is_rtl)
    return [_level(kind, is_rtl=is_rtl) % 2 == 1 for kind in kinds]


def _level(kind: str, *, is_rtl: bool) -> int:
    """The embedding level of a resolved kind (I1 and I2)."""
    if is_rtl:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _resolved(kinds: list[str], *, is_rtl: bool) -> list[str]:
    """Every kind as L, R, EN or AN."""
    base = "R" if is_rtl else "L"
    return _neutral(_weak(kinds, base), base)


def _weak(kinds: list[str], base: str) -> list[str]:
    """Numbers and what belongs to them (W1 to W7)."""
    found: list[str] = []
    strong = base
    for kind in kinds:
        if kind == "NSM":
            kind = found[-1] if found else base  # noqa: PLW2901 - W1 renames it
        elif kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "AL":
            kind = "AN"  # noqa: PLW2901 - W2
        elif kind == "EN" and strong == "L":
            kind = "L"  # noqa: PLW2901 - W7
        found.append(kind)
    for i in range(1, len(found) - 1):
        before, after = found[i - 1], found[i + 1]
        if before == after and before in _NUMBERS and found[i] in ("CS", "ES"):
            found[i] = before if found[i] == "CS" or before == "EN" else found[i]
    for i, kind in enumerate(found):
        beside = found[max(0, i - 1) : i] + found[i + 1 : i + 2]
        if kind == "ET" and "EN" in beside:
            found[i] = "EN"
    return ["R" if kind == "AL" else kind for kind in found]


def _neutral(kinds: list[str], base: str) -> list[str]:
    """What has no direction takes that of both its neighbours, else the paragraph's (N1, N2)."""
    known = frozenset({"L", "R", "EN", "AN"})
    found: list[str] = []
    runs = [(is_known, list(run)) for is_known, run in groupby(kinds, key=lambda k: k in known)]
    for number, (is_known, run) in enumerate(runs):
        if is_known:
            found += run
            continue
        before = _side(runs[number - 1][1][-1]) if number else base
        after = _side(runs[number + 1][1][0]) if number + 1 < len(runs) else base
        found += [before if before == after else base] * len(run)
    return found


def _side(kind: str) -> str:
    return "L" if kind == "L" else "R"
