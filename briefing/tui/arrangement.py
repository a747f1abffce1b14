"""Which rooms of the reader stand beside each other at a given width.

Invariant: a pure function of the terminal's width and the reader's wishes; the room in which the
reader is always stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

MEASURE = 80
"""The widest column of text, in cells: longer lines tire the eye."""

MOST_PANES = 4
_WIDE = 120
_NARROW = 80
_NARROWEST_PANE = 28


class Form(Enum):
    """How much stands side by side."""

    WIDE = "wide"
    MEDIUM = "medium"
    SINGLE = "single"


class Room(Enum):
    """A place of the reader in which keys mean something."""

    EVENTS = "events"
    SOURCES = "sources"
    BRIEF = "brief"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the reader asked for: where they are, how many panes, what is folded away."""

    room: Room = Room.EVENTS
    pane: int = 0
    panes: int = 2
    is_zoomed: bool = False
    is_brief_shown: bool = True


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What stands on the screen; widths in cells, `panes` the numbers of the source panes."""

    form: Form
    events_width: int
    panes: tuple[int, ...]
    brief_width: int

    @property
    def has_events(self) -> bool:
        """Whether the list of events stands."""
        return self.events_width > 0

    @property
    def has_brief(self) -> bool:
        """Whether the brief stands."""
        return self.brief_width > 0


def form_of(width: int, *, is_zoomed: bool = False) -> Form:
    """Three columns from 120 cells on, two below, one at 80 and under or when zoomed."""
    if is_zoomed or width <= _NARROW:
        return Form.SINGLE
    return Form.WIDE if width >= _WIDE else Form.MEDIUM


def arrange(width: int, sources: int, wishes: Wishes) -> Arrangement:
    """The rooms that stand at `width` cells when the event has so many `sources`."""
    form = form_of(width, is_zoomed=wishes.is_zoomed)
    pane = min(wishes.pane, max(0, min(sources, MOST_PANES) - 1))
    if form is Form.SINGLE:
        return Arrangement(
            form,
            width if wishes.room is Room.EVENTS else 0,
            (pane,) if wishes.room is Room.SOURCES else (),
            width if wishes.room is Room.BRIEF else 0,
        )
    events = max(27, min(42, width * 24 // 100))
    if form is Form.MEDIUM:
        brief = width - events if wishes.room is Room.BRIEF else 0
        room_for_panes = 0 if brief else width - events
    else:
        is_brief_there = wishes.is_brief_shown or wishes.room is Room.BRIEF
        brief = max(34, min(60, width * 27 // 100)) if is_brief_there else 0
        room_for_panes = width - events - brief
    return Arrangement(form, events, _panes(room_for_panes, sources, wishes.panes, pane), brief)


def _panes(width: int, sources: int, wished: int, pane: int) -> tuple[int, ...]:
    """The panes that fit, a window around the one in which the reader is."""
    if not width:
        return ()
    fitting = max(1, min(wished, sources, MOST_PANES, width // _NARROWEST_PANE))
    first = max(0, pane - fitting + 1)
    return tuple(range(first, first + fitting))


def stops(width: int, sources: int, wishes: Wishes) -> tuple[tuple[Room, int], ...]:
    """The rooms one goes through in turn, each source pane a stop of its own."""
    panes = max(1, min(wishes.panes, sources, MOST_PANES))
    is_wide = form_of(width, is_zoomed=wishes.is_zoomed) is Form.WIDE
    has_brief = wishes.is_brief_shown or wishes.room is Room.BRIEF or not is_wide
    rooms = [(Room.EVENTS, 0), *((Room.SOURCES, pane) for pane in range(panes))]
    return (*rooms, (Room.BRIEF, 0)) if has_brief else tuple(rooms)
