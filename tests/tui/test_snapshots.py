"""Pictures of the reader, each looked at by a person when it changed.

Invariant: the corpus is made up, and nothing of the machine, its clock or its folders is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from textual.pilot import Pilot

from tests.tui.reading import build_app, press, settle

Compare = Callable[..., bool]

WIDE, MIDDLE, MEDIUM, NARROW = (160, 45), (120, 35), (100, 30), (80, 24)


@dataclass(frozen=True, slots=True)
class View:
    """One picture: the terminal, the keys that lead to it, the theme, whether colours are off."""

    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    theme: str | None = None
    is_colourless: bool = False


SPANS = (
    *("enter", "J", "J", "H", "J", "v", "a", *"ask the port", "escape"),
    *("J", "v", "shift+left"),
)
"""A sentence marked, one with a note, and most of another selected."""

VIEWS = {
    "wide": View(WIDE),
    "wide_citation": View(WIDE, ("tab", "tab", "tab", "enter")),
    "wide_name": View(WIDE, ("enter", "m", "m", "m")),
    "wide_light": View(WIDE, ("tab", "tab", "tab", "enter"), "briefing-light"),
    "wide_no_colour": View(WIDE, ("tab", "tab", "tab", "enter"), None, is_colourless=True),
    "wide_clutter": View(WIDE, ("c",)),
    "wide_hostile": View(WIDE, ("G",)),
    "wide_zoom": View(WIDE, ("enter", "z")),
    "wide_why": View(WIDE, ("w",)),
    "wide_sources": View(WIDE, ("s",)),
    "wide_help": View(WIDE, ("question_mark",)),
    "wide_sentence": View(WIDE, ("enter", "J", "J")),
    "wide_sentence_no_colour": View(WIDE, ("enter", "J", "J"), None, is_colourless=True),
    "wide_names": View(WIDE, ("p",)),
    "wide_search": View(WIDE, ("f", *"ilse lang:en", "enter")),
    "wide_marks": View(WIDE, ("asterisk", "a", *"ask the port", "escape", "enter")),
    "wide_spans": View(WIDE, SPANS),
    "wide_spans_no_colour": View(WIDE, SPANS, None, is_colourless=True),
    "middle_marks": View(MIDDLE, (*SPANS, "A")),
    "middle_asked": View(MIDDLE, ("enter", "m", "m", "m", "C", "j", "enter", "t")),
    "middle_saved": View(MIDDLE, ("f", *"ferry", "ctrl+s", *["backspace"] * 5)),
    "narrow_correct": View(NARROW, ("enter", "m", "m", "m", "C")),
    "huge_pick": View((200, 50), ("p", "slash", *"ilse", "enter", "C", "j", "j", "enter", "space")),
    "huge": View((200, 50), ("enter", "m", "m", "m")),
    "middle": View(MIDDLE),
    "middle_brief": View(MIDDLE, ("b", "enter")),
    "middle_grouping": View(MIDDLE, ("enter", "R")),
    "middle_folded": View(MIDDLE, ("b", "enter")),
    "middle_find": View(MIDDLE, ("enter", "slash", "h", "a", "r")),
    "map_narrow": View(NARROW, ("T",)),
    "map_middle_light": View(MIDDLE, ("T",), "briefing-light"),
    "map_huge": View((200, 50), ("T",)),
    "map_no_colour": View(NARROW, ("T", "j"), None, is_colourless=True),
    "count_middle": View(MIDDLE, ("enter", "1", "2")),
    "medium": View(MEDIUM, ("enter",)),
    "narrow_events": View(NARROW),
    "narrow_source": View(NARROW, ("enter",)),
    "narrow_brief": View(NARROW, ("b",)),
    "narrow_rejected": View(NARROW, ("r",)),
    "narrow_help": View(NARROW, ("question_mark",)),
    "narrow_names": View(NARROW, ("p",)),
    "narrow_search": View(NARROW, ("f", *"who:")),
    "narrow_light": View(NARROW, ("enter", "m", "m", "m"), "briefing-light"),
}


@pytest.mark.parametrize("name", VIEWS)
def test_view(name: str, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    view = VIEWS[name]
    if view.is_colourless:
        monkeypatch.setenv("NO_COLOR", "1")

    async def prepare(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await press(pilot, *view.keys)

    assert snap_compare(build_app(view.theme), terminal_size=view.size, run_before=prepare)
