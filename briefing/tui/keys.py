"""Every key and command of the reader, in one table.

Invariant: bindings, footer, help screen and command palette are all made from `COMMANDS`; a key
that is not here does not exist.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import Binding, BindingType

from briefing.errors import ConfigError
from briefing.tui.command import Command, Place
from briefing.tui.window_keys import WINDOW_COMMANDS

__all__ = ["COMMANDS", "Command", "Place", "bindings", "check_keymap"]


_A, _R, _L, _P = Place.ANYWHERE, Place.READING, Place.LIST, Place.ROOMS
_S, _T = Place.SOURCE, Place.TEXT
_M = Place.MATRIX

COMMANDS: tuple[Command, ...] = (
    Command(
        Place.EVENTS, "select", "enter", "⏎", "Read", "Read the event's sources", is_in_footer=True
    ),
    Command(
        Place.BRIEF, "select", "enter", "⏎", "Open", "Open the cited places", is_in_footer=True
    ),
    Command(_S, "find", "slash", "/", "Find", "Find words in this source", is_in_footer=True),
    Command(
        _S,
        "find('all')",
        "backslash",
        "\\",
        "Find all",
        "Find words in all sources of the event",
    ),
    Command(_S, "step(1)", "n", "n", "Next", "Next match, or mention of the chosen name"),
    Command(_S, "step(-1)", "N", "N", "Previous", "Previous match or mention"),
    Command(_S, "next_name(1)", "m", "m", "Name", "Choose the next name in the text"),
    Command(_S, "next_name(-1)", "M", "M", "Name back", "Choose the name before"),
    Command(
        _S,
        "next_sentence(1)",
        "J",
        "J",
        "Sentence",
        "Next sentence, and what says the same in the other sources",
        is_in_footer=True,
    ),
    Command(_S, "next_sentence(-1)", "K", "K", "Sentence back", "Sentence before"),
    Command(_S, "select", "v", "v", "Select", "Select the sentence, or nothing"),
    Command(_S, "extend('word',1)", "shift+right", "⇧→", "Word more", "Select a word more"),
    Command(_S, "extend('word',-1)", "shift+left", "⇧←", "Word less", "Select a word less"),
    Command(_S, "extend('sentence',1)", "shift+down", "⇧↓", "More", "Select a sentence more"),
    Command(_S, "extend('sentence',-1)", "shift+up", "⇧↑", "Less", "Select a sentence less"),
    Command(_S, "other_end", "O", "O", "Other end", "Move the other end of what is selected"),
    Command(_S, "forget", "escape", "esc", "Clear", "Clear matches, marks and the chosen name"),
    Command(
        _P,
        "next_room(1)",
        "tab,l,right",
        "tab l →",
        "Pane",
        "Go to the next pane",
        is_in_footer=True,
    ),
    Command(_P, "next_room(-1)", "shift+tab,h,left", "⇧tab h ←", "Back", "Go to the pane before"),
    Command(_P, "brief", "b", "b", "Brief", "Show or fold away the brief", is_in_footer=True),
    Command(
        _P, "changes", "d", "d", "Changes", "In the brief: only what has changed since the last one"
    ),
    Command(_P, "list", "L", "L", "List", "Show or fold away the list of events"),
    Command(
        _P, "zoom", "z", "z", "Zoom", "Give this pane the whole screen, or stop", is_in_footer=True
    ),
    Command(
        _P, "widen(4)", "greater_than_sign", ">", "Wider", "This pane wider (or drag its edge)"
    ),
    Command(_P, "widen(-4)", "less_than_sign", "<", "Narrower", "This pane narrower"),
    Command(_P, "panes(-1)", "left_square_bracket", "[", "Fewer", "One source pane fewer"),
    Command(_P, "panes(1)", "right_square_bracket", "]", "More", "One source pane more"),
    Command(
        _R,
        "names",
        "p",
        "p",
        "People",
        "People, places, organisations: who they are and where they are named",
        is_in_footer=True,
    ),
    Command(_R, "search", "f", "f", "Search", "Search all pages, with filters", is_in_footer=True),
    Command(_R, "card", "i", "i", "Info", "Who the chosen name is, and where else"),
    Command(
        _R,
        "cycle_names",
        "e",
        "e",
        "Names",
        "Highlight all names, one kind, or none",
    ),
    Command(
        _R,
        "clutter",
        "c",
        "c",
        "Clutter",
        "Show or hide menus and other clutter",
    ),
    Command(
        _R,
        "direction",
        "D",
        "D",
        "Direction",
        "Put right-to-left text in order here, or leave it to the terminal",
    ),
    Command(_R, "why", "w", "w", "Why", "Why these articles are grouped", is_in_footer=True),
    Command(Place.DESK, "star", "asterisk", "*", "Star", "Star the source or event, or unstar it"),
    Command(
        Place.DESK,
        "note",
        "a",
        "a",
        "Note",
        "Write a note on what is selected or marked, on the source or event",
    ),
    Command(
        Place.DESK, "highlight", "H", "H", "Mark", "Mark what is selected, or the sentence; unmark"
    ),
    Command(Place.DESK, "marks", "A", "A", "Marks", "List all marks and notes of the pages"),
    Command(Place.DESK, "unread", "U", "U", "Unread", "Count as unread, or as read"),
    Command(
        Place.DESK,
        "regroup",
        "R",
        "R",
        "Regroup",
        "Split, move, merge or lock: correct the grouping",
    ),
    Command(
        Place.DESK,
        "correct",
        "C",
        "C",
        "Correct",
        "Rename, merge, split, delete, change the kind: correct the chosen name",
    ),
    Command(
        Place.DESK,
        "decisions",
        "E",
        "E",
        "Decisions",
        "List what you decided about events and names; take one back",
    ),
    Command(Place.DESK, "undo", "u", "u", "Undo", "Take back the last correction or mark"),
    Command(Place.DESK, "copy", "y", "y", "Copy", "Copy the sentence or line"),
    Command(Place.DESK, "copy_cited", "Y", "Y", "Cite", "Copy it with its source and range"),
    Command(Place.DESK, "open_original", "o", "o", "Original", "Open the original in the browser"),
    Command(_R, "matrix", "F", "F", "Facts", "Which source carries which fact"),
    Command(
        _R,
        "sources",
        "s",
        "s",
        "Sources",
        "List the sources of the event; 2s opens the second here",
    ),
    Command(
        _R, "map", "T", "T", "Map", "The storylines: their events in time, and what links them"
    ),
    Command(_R, "rejected", "r", "r", "Rejected", "List the files that could not be read"),
    Command(
        _R,
        "export",
        "x",
        "x",
        "Export",
        "Export the brief, its changes, notes or dates",
        is_in_footer=True,
    ),
    Command(_L, "cursor_down", "j,down", "j ↓", "Down", "Next line"),
    Command(_L, "cursor_up", "k,up", "k ↑", "Up", "Line before"),
    Command(_L, "first", "g,home", "g home", "First", "First line"),
    Command(_L, "last", "G,end", "G end", "Last", "Last line"),
    Command(_L, "page_down", "pagedown,ctrl+d,space", "pgdn ^d", "Page", "A page down"),
    Command(_L, "page_up", "pageup,ctrl+u", "pgup ^u", "Page up", "A page up"),
    Command(_T, "lines(1)", "j,down", "j ↓", "Down", "Scroll a line down"),
    Command(_T, "lines(-1)", "k,up", "k ↑", "Up", "Scroll a line up"),
    Command(_T, "top", "g,home", "g home", "Top", "Top of the source"),
    Command(_T, "bottom", "G,end", "G end", "Bottom", "End of the source"),
    Command(_T, "pages(1)", "pagedown,space", "pgdn", "Page", "A page down"),
    Command(_T, "pages(-1)", "pageup", "pgup", "Page up", "A page up"),
    Command(_T, "half_pages(1)", "ctrl+d", "^d", "Half", "Half a page down"),
    Command(_T, "half_pages(-1)", "ctrl+u", "^u", "Half up", "Half a page up"),
    *(
        Command(
            place,
            f"app.count({digit})",
            str(digit),
            "1-9" if digit == 1 else str(digit),
            "Count",
            "How often or how far, before a key: 5j, 3n, 12G (esc: none)",
            is_listed=digit == 1,
        )
        for place in (_L, _T, _M, Place.DIALOG)
        for digit in (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)
    ),
    Command(
        Place.OPENING, "stop", "escape", "esc", "Stop", "Stop opening the corpus", is_in_footer=True
    ),
    Command(_M, "select_cursor", "enter", "⏎", "Open", "Open where it stands", is_in_footer=True),
    Command(
        _M,
        "screen.whole",
        "v",
        "v",
        "Whole",
        "All words of the fact and of the source",
        is_in_footer=True,
    ),
    Command(_M, "cursor_right", "right,l", "→ l", "Right", "To the next source"),
    Command(_M, "cursor_left", "left,h", "← h", "Left", "To the source before"),
    Command(_M, "cursor_down", "down,j", "↓ j", "Down", "To the next fact"),
    Command(_M, "cursor_up", "up,k", "↑ k", "Up", "To the fact before"),
    Command(_M, "page_down", "pagedown,ctrl+d,space", "pgdn ^d", "Page", "A page down"),
    Command(_M, "page_up", "pageup,ctrl+u", "pgup ^u", "Page up", "A page up"),
    Command(_M, "scroll_top", "g,home", "g home", "First", "To the first fact"),
    Command(_M, "scroll_bottom", "G,end", "G end", "Last", "To the last fact"),
    Command(
        _M, "screen.close", "escape,q,F", "esc q", "Close", "Close this window", is_in_footer=True
    ),
    Command(
        _A,
        "help",
        "question_mark,f1",
        "?",
        "Help",
        "Show the keys of where you are",
        is_in_footer=True,
    ),
    Command(
        _A,
        "drop_count",
        "escape",
        "esc",
        "No count",
        "Forget the count",
        is_listed=False,
        is_priority=True,
    ),
    Command(_A, "command_palette", "colon", ":", "Commands", "Search every command"),
    Command(_A, "stop", "S", "S", "Stop", "Analyse no more pages: read what is ready"),
    Command(_A, "light", "t", "t", "Light", "Switch between light and dark"),
    Command(_A, "quit", "q", "q", "Quit", "Leave the reader", is_in_footer=True),
    *WINDOW_COMMANDS,
)


def bindings(*places: Place) -> list[BindingType]:
    """Textual bindings for the commands of the given places, in the table's order."""
    return [
        Binding(
            command.keys,
            command.action,
            command.label,
            show=command.is_in_footer,
            key_display=command.shown.split(" ")[0],
            tooltip=command.tells,
            priority=command.is_priority,
            id=command.name,
        )
        for command in COMMANDS
        if command.place in places
    ]


def check_keymap(keymap: Mapping[str, str]) -> None:
    """Raises `ConfigError` for a command that is not there, or a key of nothing."""
    names = {command.name for command in COMMANDS}
    for name, keys in sorted(keymap.items()):
        if name not in names:
            place = name.partition(".")[0] + "."
            near = sorted(n for n in names if n.startswith(place)) or sorted(
                {n.partition(".")[0] + "." for n in names}
            )
            raise ConfigError(f"keys: no command {name!r}", "one of " + ", ".join(near))
        if not all(key.strip() for key in keys.split(",")):
            raise ConfigError(f"keys: {name!r} has no key", 'as in "source.sentence" = "f8"')
