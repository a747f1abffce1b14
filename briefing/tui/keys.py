"""Every key and command of the reader, in one table.

Invariant: bindings, footer, help screen and command palette are all made from `COMMANDS`; a key
that is not here does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from textual.binding import Binding, BindingType


class Place(Enum):
    """Where a command can be given; the value is its heading on the help screen."""

    ANYWHERE = "Anywhere"
    READING = "While reading"
    LIST = "In the events, the brief and other lists"
    EVENTS = "In the list of events"
    BRIEF = "In the brief"
    SOURCE = "In a source"
    TEXT = "In the text of a source"
    OPENING = "While a corpus is opened"
    DIALOG = "In a window"
    CHOICE = "In a window with a list"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can be told to do.

    `keys` are Textual's names of keys, `shown` how a person writes them, `label` the two words
    for the footer, `tells` the sentence for help and palette.
    """

    place: Place
    action: str
    keys: str
    shown: str
    label: str
    tells: str
    is_in_footer: bool = False
    is_listed: bool = True


_A, _R, _L = Place.ANYWHERE, Place.READING, Place.LIST
_S, _T, _D = Place.SOURCE, Place.TEXT, Place.DIALOG

COMMANDS: tuple[Command, ...] = (
    Command(
        Place.EVENTS, "select", "enter", "⏎", "Read", "Read the event's sources", is_in_footer=True
    ),
    Command(
        Place.BRIEF, "select", "enter", "⏎", "Open", "Open the cited places", is_in_footer=True
    ),
    Command(_S, "find", "slash", "/", "Find", "Find words in this source", is_in_footer=True),
    Command(_S, "step(1)", "n", "n", "Next", "Next match, or mention of the chosen name"),
    Command(_S, "step(-1)", "N", "N", "Previous", "Previous match or mention"),
    Command(_S, "next_name(1)", "m", "m", "Name", "Choose the next name in the text"),
    Command(_S, "next_name(-1)", "M", "M", "Name back", "Choose the name before"),
    Command(_S, "forget", "escape", "esc", "Clear", "Clear matches, marks and the chosen name"),
    Command(
        _R,
        "next_room(1)",
        "tab,l,right",
        "tab l →",
        "Pane",
        "Go to the next pane",
        is_in_footer=True,
    ),
    Command(_R, "next_room(-1)", "shift+tab,h,left", "⇧tab h ←", "Back", "Go to the pane before"),
    *(
        Command(
            _R,
            f"open_source({number})",
            str(number),
            "1-9" if number == 1 else str(number),
            "Source",
            f"Open source {number}{' (2, 3 … 9)' if number == 1 else ''} in this pane",
            is_listed=number == 1,
        )
        for number in range(1, 10)
    ),
    Command(_R, "brief", "b", "b", "Brief", "Show or fold away the brief", is_in_footer=True),
    Command(
        _R,
        "cycle_names",
        "e",
        "e",
        "Names",
        "Highlight all names, one kind, or none",
        is_in_footer=True,
    ),
    Command(
        _R,
        "clutter",
        "c",
        "c",
        "Clutter",
        "Show or hide menus and other clutter",
        is_in_footer=True,
    ),
    Command(
        _R, "zoom", "z", "z", "Zoom", "Give this pane the whole screen, or stop", is_in_footer=True
    ),
    Command(_R, "panes(-1)", "left_square_bracket", "[", "Fewer", "One source pane fewer"),
    Command(_R, "panes(1)", "right_square_bracket", "]", "More", "One source pane more"),
    Command(_R, "why", "w", "w", "Why", "Why these articles are grouped", is_in_footer=True),
    Command(_R, "sources", "s", "s", "Sources", "List the sources of the event"),
    Command(_R, "rejected", "r", "r", "Rejected", "List the files that could not be read"),
    Command(_R, "export", "x", "x", "Export", "Export the brief to Markdown", is_in_footer=True),
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
    Command(
        Place.OPENING, "stop", "escape", "esc", "Stop", "Stop opening the corpus", is_in_footer=True
    ),
    Command(
        _D, "close", "escape,q,enter", "esc q", "Close", "Close this window", is_in_footer=True
    ),
    Command(_D, "lines(1)", "j,down", "j ↓", "Down", "A line down"),
    Command(_D, "lines(-1)", "k,up", "k ↑", "Up", "A line up"),
    Command(_D, "pages(1)", "pagedown,ctrl+d,space", "pgdn ^d", "Page", "A page down"),
    Command(_D, "pages(-1)", "pageup,ctrl+u", "pgup ^u", "Page up", "A page up"),
    Command(Place.CHOICE, "select", "enter", "⏎", "Open", "Open this line", is_in_footer=True),
    Command(
        Place.CHOICE, "close", "escape,q", "esc q", "Close", "Close this window", is_in_footer=True
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
    Command(_A, "command_palette", "colon", ":", "Commands", "Search every command"),
    Command(_A, "light", "t", "t", "Light", "Switch between light and dark"),
    Command(_A, "quit", "q", "q", "Quit", "Leave the reader", is_in_footer=True),
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
        )
        for command in COMMANDS
        if command.place in places
    ]
