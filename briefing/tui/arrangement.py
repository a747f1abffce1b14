"""Which rooms of the reader stand beside each other at a given width.

Invariant: a pure function of the terminal's width and the reader's wishes; the room in which the
reader is always stands, and no text is squeezed: a room that would leave another less than it
needs is not shown, and comes as a tab.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

MEASURE = 80
"""The widest column of text, in cells: longer lines tire the eye."""

MOST_PANES = 4
_NARROW = 80
_EVENTS, _PANE, _BRIEF = 27, 38, 40
"""The fewest cells in which a list, a page and a brief can be read; 38 hold 34 of text."""
_EVENTS_SHARE, _BRIEF_SHARE = 24, 27
_WIDEST_EVENTS, _WIDEST_BRIEF = 42, 64


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
    """What the reader asked for: where they are, how many panes, what is folded away.

    `events_cells` and `brief_cells` are the widths they gave to list and brief; 0: its share.
    """

    room: Room = Room.EVENTS
    pane: int = 0
    panes: int = 2
    is_zoomed: bool = False
    is_brief_shown: bool = True
    is_list_shown: bool = True
    events_cells: int = 0
    brief_cells: int = 0


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


def arrange(width: int, sources: int, wishes: Wishes) -> Arrangement:
    """The rooms that stand at `width` cells when the event has so many `sources`.

    The room in which the reader is comes first, then the sources, the list and the brief.
    """
    panes = max(1, min(wishes.panes, sources, MOST_PANES))
    pane = min(wishes.pane, max(0, min(sources, MOST_PANES) - 1))
    room = wishes.room
    if wishes.is_zoomed or width <= _NARROW:
        return Arrangement(
            Form.SINGLE,
            width if room is Room.EVENTS else 0,
            (pane,) if room is Room.SOURCES else (),
            width if room is Room.BRIEF else 0,
        )
    has_events, has_brief = room is Room.EVENTS, room is Room.BRIEF
    left = width - _EVENTS * has_events - _BRIEF * has_brief
    fitting = max(1, min(panes, left // _PANE))
    left -= fitting * _PANE
    if not has_events and wishes.is_list_shown and left >= _EVENTS:
        has_events, left = True, left - _EVENTS
    if not has_brief and wishes.is_brief_shown and left >= _BRIEF:
        has_brief, left = True, left - _BRIEF
    events, brief = _widths(width, wishes, has_events=has_events, has_brief=has_brief, spare=left)
    first = max(0, pane - fitting + 1)
    is_whole = (has_events or not wishes.is_list_shown) and (has_brief or not wishes.is_brief_shown)
    form = Form.WIDE if is_whole and fitting == panes else Form.MEDIUM
    return Arrangement(form, events, tuple(range(first, first + fitting)), brief)


def _widths(
    width: int, wishes: Wishes, *, has_events: bool, has_brief: bool, spare: int
) -> tuple[int, int]:
    """The widths of list and brief: as wished, else their share, as far as cells are to spare."""
    brief = _BRIEF if has_brief else 0
    if has_brief:
        wished = wishes.brief_cells or min(_WIDEST_BRIEF, width * _BRIEF_SHARE // 100)
        brief += min(spare, max(0, wished - _BRIEF))
        spare -= brief - _BRIEF
    events = _EVENTS if has_events else 0
    if has_events:
        wished = wishes.events_cells or min(_WIDEST_EVENTS, width * _EVENTS_SHARE // 100)
        events += min(spare, max(0, wished - _EVENTS))
    return events, brief


def stops(width: int, sources: int, wishes: Wishes) -> tuple[tuple[Room, int], ...]:
    """The rooms one goes through in turn, each source pane a stop of its own."""
    panes = max(1, min(wishes.panes, sources, MOST_PANES))
    is_folded = not wishes.is_brief_shown and wishes.room is not Room.BRIEF
    reading = replace(wishes, room=Room.SOURCES, is_brief_shown=True)
    has_brief = not is_folded or not arrange(width, sources, reading).has_brief
    rooms = [(Room.EVENTS, 0), *((Room.SOURCES, pane) for pane in range(panes))]
    return (*rooms, (Room.BRIEF, 0)) if has_brief else tuple(rooms)


def divider_at(plan: Arrangement, width: int, column: int) -> Room | None:
    """The room whose inner edge stands at a column: the list or the brief, if it can be moved."""
    if plan.form is Form.SINGLE or not plan.panes:
        return None
    if plan.has_events and column in (plan.events_width - 1, plan.events_width):
        return Room.EVENTS
    edge = width - plan.brief_width
    return Room.BRIEF if plan.has_brief and column in (edge - 1, edge) else None


def moved_to(wishes: Wishes, room: Room, width: int, column: int) -> Wishes:
    """The wishes once the inner edge of list or brief was put at a column."""
    if room is Room.EVENTS:
        return replace(wishes, events_cells=max(1, column + 1))
    return replace(wishes, brief_cells=max(1, width - column))


def widened(wishes: Wishes, plan: Arrangement, cells: int) -> Wishes:
    """The wishes once the reader's room was made so much wider; for sources at the others' cost."""
    events, brief = plan.events_width, plan.brief_width
    if wishes.room is Room.EVENTS:
        return replace(wishes, events_cells=max(1, events + cells))
    if wishes.room is Room.BRIEF:
        return replace(wishes, brief_cells=max(1, brief + cells))
    return replace(
        wishes,
        events_cells=max(1, events - cells) if events else wishes.events_cells,
        brief_cells=max(1, brief - cells) if brief else wishes.brief_cells,
    )
