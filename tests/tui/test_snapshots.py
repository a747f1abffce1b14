"""Pictures of the reader, each looked at by a person when it changed.

Invariant: the corpus is made up, and nothing of the machine, its clock or its folders is shown.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.config import Settings
from briefing.errors import Cancelled
from briefing.model import GroupedCorpus, Progress, Stage
from briefing.store.listings import ListedLine, Listing, keep_listing
from briefing.tui.app import BriefingApp
from briefing.tui.brief_pane import Composer
from briefing.tui.corpus_names import corpus_place
from tests.tui.reading import build_app, press, screen_text, settle
from tests.tui.sample import compare_facts, fake_brief

Compare = Callable[..., bool]

PICTURES = Path(__file__).parent / "__snapshots__" / "test_snapshots"

HUGE, WIDE, MIDDLE, MEDIUM, NARROW = (200, 50), (160, 45), (120, 35), (100, 30), (80, 24)


@dataclass(frozen=True, slots=True)
class View:
    """One picture: the terminal, the keys that lead to it, the theme, whether colours are off."""

    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    theme: str | None = None
    is_colourless: bool = False
    composer: Composer = fake_brief


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
    "facts_narrow": View(NARROW, ("F", "j", "j"), composer=compare_facts),
    "facts_middle": View(MIDDLE, ("F", "j", "l"), composer=compare_facts),
    "facts_huge": View(HUGE, ("F", "j", "j", "v"), composer=compare_facts),
    "facts_no_colour": View(NARROW, ("F",), None, is_colourless=True, composer=compare_facts),
    "export_narrow": View(NARROW, ("x",)),
    "export_middle_light": View(MIDDLE, ("x",), "briefing-light"),
    "decisions_middle": View(MIDDLE, ("enter", "R", "enter", "E")),
    "note_narrow": View(NARROW, ("a", *"ask the port")),
    "note_huge": View(HUGE, ("a", *"ask the port")),
    "sources_narrow": View(NARROW, ("s",)),
    "why_narrow": View(NARROW, ("w",)),
    "why_huge_light": View(HUGE, ("w",), "briefing-light"),
    "names_huge": View(HUGE, ("p",)),
    "search_huge": View(HUGE, ("f", *"ilse", "enter")),
    "marks_narrow": View(NARROW, (*SPANS, "A")),
    "brief_narrow_no_colour": View(NARROW, ("b",), None, is_colourless=True),
}


@pytest.mark.parametrize("name", VIEWS)
def test_view(name: str, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    view = VIEWS[name]
    if view.is_colourless:
        monkeypatch.setenv("NO_COLOR", "1")

    async def prepare(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await press(pilot, *view.keys)

    app = build_app(view.theme, view.composer)
    assert snap_compare(app, terminal_size=view.size, run_before=prepare)


OPENINGS = {
    "narrow": View(NARROW),
    "middle_light": View(MIDDLE, theme="briefing-light"),
    "huge": View(HUGE),
    "narrow_no_colour": View(NARROW, is_colourless=True),
    "narrow_unknown": View(NARROW),
    "middle_unknown": View(MIDDLE),
}
"""The corpus is being opened: as it was left, or never read before."""

LEFT = Listing(
    3,
    (
        ListedLine("Harbours of Lund (2)", is_heading=True),
        ListedLine(
            "Ostrava and Lund sign harbour accord",
            ("7 Apr 2031 · Varna", "3 articles · 3 origins · en fr es"),
            is_within=True,
            is_here=True,
        ),
        ListedLine(
            "★ Lund ferry line opens",
            ("no date · Lund", "1 article · en"),
            is_within=True,
            is_read=True,
        ),
        ListedLine("[bold red]Not markup[/]", ("no date · no place", "1 article · en")),
    ),
)


def opening(
    *_: object,
    on_progress: Callable[[Progress], None],
    is_cancelled: Callable[[], bool],
    **__: object,
) -> GroupedCorpus:
    """An opening that has come so far, and no further."""
    on_progress(Progress(Stage.ANALYSE, 12, 40, "pages/harbour.txt"))
    while not is_cancelled():
        threading.Event().wait(0.005)
    raise Cancelled("stopped")


def test_no_picture_is_left_of_a_view_that_is_gone() -> None:
    """The plug-in that compares pictures sees this only where one process runs all tests."""
    named = {f"test_view[{name}]" for name in VIEWS} | {f"test_opening[{n}]" for n in OPENINGS}
    assert {picture.stem for picture in PICTURES.iterdir()} == named


@pytest.mark.parametrize("name", OPENINGS)
def test_opening(
    name: str, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    view = OPENINGS[name]
    if view.is_colourless:
        monkeypatch.setenv("NO_COLOR", "1")
    if not name.endswith("unknown"):
        keep_listing(str(tmp_path), corpus_place(["corpus"]), LEFT)

    async def prepare(pilot: Pilot[None]) -> None:
        while "12 of 40" not in screen_text(pilot.app):
            await pilot.pause()

    settings = Settings(theme=view.theme, workspace="off", cache=str(tmp_path))
    app = BriefingApp(["corpus"], settings, opening, fake_brief)
    assert snap_compare(app, terminal_size=view.size, run_before=prepare)
