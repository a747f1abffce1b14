"""Every key and command of the reader, in one table.

Invariant: bindings, footer, help screen and command palette are all made from `COMMANDS`; a key
that is not here does not exist.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from textual.binding import Binding, BindingType

from briefing.errors import ConfigError


class Place(Enum):
    """Where a command can be given; the value is its heading on the help screen."""

    ANYWHERE = "Anywhere"
    READING = "While reading"
    ROOMS = "From pane to pane"
    DESK = "Your own work"
    LIST = "In the events, the brief and other lists"
    EVENTS = "In the list of events"
    BRIEF = "In the brief"
    SOURCE = "In a source"
    TEXT = "In the text of a source"
    OPENING = "While a corpus is opened"
    DIALOG = "In a window"
    CHOICE = "In a window with a list"
    NAMES = "In the window of names"
    QUERY = "In the query of a search"
    SEARCH = "In the results of a search"
    NOTE = "In a note"


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

    @property
    def name(self) -> str:
        """What the command is called in the configuration: "source.next"."""
        own = self.label.lower().replace(" ", "_")
        return f"{self.place.name.lower()}.{own}" + ("" if self.is_listed else f"_{self.shown}")

    def shown_with(self, keymap: Mapping[str, str]) -> str:
        """The keys of the command as a person writes them, the user's own instead of ours."""
        return keymap[self.name].replace(",", " ") if self.name in keymap else self.shown


_A, _R, _L, _P = Place.ANYWHERE, Place.READING, Place.LIST, Place.ROOMS
_S, _T, _D, _N = Place.SOURCE, Place.TEXT, Place.DIALOG, Place.NAMES

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
    *(
        Command(
            _P,
            f"open_source({number})",
            str(number),
            "1-9" if number == 1 else str(number),
            "Source",
            f"Open source {number}{' (2, 3 … 9)' if number == 1 else ''} in this pane",
            is_listed=number == 1,
        )
        for number in range(1, 10)
    ),
    Command(_P, "brief", "b", "b", "Brief", "Show or fold away the brief", is_in_footer=True),
    Command(_P, "list", "L", "L", "List", "Show or fold away the list of events"),
    Command(
        _P, "zoom", "z", "z", "Zoom", "Give this pane the whole screen, or stop", is_in_footer=True
    ),
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
    Command(Place.DESK, "note", "a", "a", "Note", "Write a note on the source or event"),
    Command(Place.DESK, "unread", "U", "U", "Unread", "Count as unread, or as read"),
    Command(
        Place.DESK,
        "regroup",
        "R",
        "R",
        "Regroup",
        "Split, move, merge or lock: correct the grouping",
    ),
    Command(Place.DESK, "undo", "u", "u", "Undo", "Take back the last correction"),
    Command(Place.DESK, "copy", "y", "y", "Copy", "Copy the sentence or line"),
    Command(Place.DESK, "copy_cited", "Y", "Y", "Cite", "Copy it with its source and range"),
    Command(Place.DESK, "open_original", "o", "o", "Original", "Open the original in the browser"),
    Command(
        Place.NOTE, "keep", "escape,ctrl+s", "esc ^s", "Keep", "Keep the note", is_in_footer=True
    ),
    Command(
        Place.NOTE, "edit", "ctrl+o", "^o", "Editor", "Write in your own editor", is_in_footer=True
    ),
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
        _N,
        "select",
        "enter",
        "⏎",
        "Go",
        "In the list: step through the mentions; on the card: open the line",
        is_in_footer=True,
    ),
    Command(_N, "filter", "slash", "/", "Filter", "Narrow the list", is_in_footer=True),
    Command(_N, "kind", "e", "e", "Kind", "All names, or one kind of them", is_in_footer=True),
    Command(
        _N, "scope", "a", "a", "Scope", "Names of this event, or of all pages", is_in_footer=True
    ),
    Command(
        _N,
        "turn",
        "tab,shift+tab,h,l,left,right",
        "tab h l",
        "Card",
        "Between the list and the card",
        is_in_footer=True,
    ),
    Command(_N, "back", "backspace", "⌫", "Back", "The card that was shown before"),
    Command(_N, "close", "escape,q", "esc q", "Close", "Close this window", is_in_footer=True),
    Command(
        Place.QUERY,
        "screen.complete",
        "tab",
        "tab",
        "Complete",
        "Complete the word, again for the next way",
        is_in_footer=True,
    ),
    Command(Place.QUERY, "screen.results", "down", "↓", "Results", "On to what was found"),
    Command(
        Place.SEARCH, "select", "enter", "⏎", "Open", "Open where it stands", is_in_footer=True
    ),
    Command(
        Place.SEARCH,
        "query",
        "slash,f,tab,shift+tab",
        "/ f",
        "Query",
        "Change the query",
    ),
    Command(
        Place.SEARCH, "close", "escape,q", "esc q", "Close", "Close this window", is_in_footer=True
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
