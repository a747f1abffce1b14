"""What has changed in a brief since the last that was made, as signs beside its lines.

Invariant: pure; a change shows by a character, never by a colour alone. A line is known by what it
is and by the place where its words stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from briefing.exporters.layout import (
    AGREED,
    BACKGROUND,
    BOTTOM_LINE,
    CIRCUMSTANCES,
    DISPUTED,
    FACTS,
    KEY_POINTS,
    NEXT,
    QUOTES,
    SINGLE_SOURCE,
    SOURCES,
    TIMELINE,
)
from briefing.exporters.side_by_side import ATTENDANCE
from briefing.model import BriefDelta, ChangeKind, Citation, ClaimKind

ADDED, ALTERED = "+", "~"
_SIGNS = {ChangeKind.NEW: ADDED, ChangeKind.CHANGED: ALTERED}
_KINDS = {
    CIRCUMSTANCES: ClaimKind.FACT,
    FACTS: ClaimKind.FACT,
    BOTTOM_LINE: ClaimKind.POINT,
    AGREED: ClaimKind.POINT,
    SINGLE_SOURCE: ClaimKind.POINT,
    KEY_POINTS: ClaimKind.POINT,
    DISPUTED: ClaimKind.VALUE,
    QUOTES: ClaimKind.QUOTE,
    TIMELINE: ClaimKind.DATE,
    NEXT: ClaimKind.NEXT,
    BACKGROUND: ClaimKind.BACKGROUND,
}
_TOLD = (ChangeKind.NEW, ChangeKind.CHANGED, ChangeKind.WITHDRAWN)

Signs = Mapping[tuple[str, Citation | str], str]
"""The sign of each changed line, by what it is and its first citation; of people by their names."""


def change_signs(delta: BriefDelta | None) -> Signs:
    """The signs of the lines and sources that are new or changed."""
    signs: dict[tuple[str, Citation | str], str] = {}
    for source in delta.sources if delta else ():
        if source.kind in _SIGNS:
            signs[SOURCES, Citation(source.article, 0, 0)] = _SIGNS[source.kind]
    for change in delta.changes if delta else ():
        if change.kind in _SIGNS and change.citations:
            signs[change.claim, change.citations[0]] = _SIGNS[change.kind]
            if change.claim is ClaimKind.FACT and change.about == "who":
                signs[ATTENDANCE, change.text.partition(",")[0]] = _SIGNS[change.kind]
    return signs


def sign_of(section: str, citations: tuple[Citation, ...], signs: Signs, lead: str = "") -> str:
    """The sign of a row of a section; empty where it is as it was."""
    if section == ATTENDANCE:
        return signs.get((ATTENDANCE, lead.removesuffix(",")), "")
    kind = _KINDS.get(section, section)
    return signs.get((kind, citations[0]), "") if citations else ""


def tell_changes(delta: BriefDelta | None, *, is_shown_alone: bool) -> str:
    """How much has changed, in one line; empty where there is nothing to compare with."""
    if delta is None:
        return ""
    found = Counter(c.kind for c in delta.changes) + Counter(s.kind for s in delta.sources)
    gaps = len(delta.new_gaps) + len(delta.closed_gaps)
    parts = [f"{found[kind]} {kind.value}{_shown(kind)}" for kind in _TOLD if found[kind]]
    parts += [f"{gaps} {'gap' if gaps == 1 else 'gaps'}"] if gaps else []
    if not parts and delta.changes:
        parts = ["other lines of the same pages"]
    told = ", ".join(parts)
    if not told:
        return f"Nothing has changed since {delta.since}"
    if is_shown_alone:
        return f"Only changes since {delta.since}: {told} · d: the whole brief"
    return f"Since {delta.since}: {told} · d: only these"


def _shown(kind: ChangeKind) -> str:
    return f" ({_SIGNS[kind]})" if kind in _SIGNS else ""
