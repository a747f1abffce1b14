"""Where a window leads when it is closed.

Invariant: a frozen value; what is None is left as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model import Citation, Entity

if TYPE_CHECKING:
    from briefing.tui.correcting import NameDecision


@dataclass(frozen=True, slots=True)
class Destination:
    """An event to read, a place to open, an entity to follow, a decision about that entity."""

    event: str | None = None
    place: Citation | None = None
    entity: Entity | None = None
    decision: NameDecision | None = None
