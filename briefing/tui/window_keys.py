"""The keys and commands of the windows over the reader: the second half of the table in `keys`.

Invariant: that of `keys`; no window has a key that is not here.
"""

from __future__ import annotations

from briefing.tui.command import Command, Place

_D, _N = Place.DIALOG, Place.NAMES

WINDOW_COMMANDS: tuple[Command, ...] = (
    Command(
        Place.NOTE, "keep", "escape,ctrl+s", "esc ^s", "Keep", "Keep the note", is_in_footer=True
    ),
    Command(
        Place.NOTE, "edit", "ctrl+o", "^o", "Editor", "Write in your own editor", is_in_footer=True
    ),
    Command(
        _D, "close", "escape,q,enter", "esc q", "Close", "Close this window", is_in_footer=True
    ),
    Command(_D, "lines(1)", "j,down", "j ↓", "Down", "A line down"),
    Command(_D, "lines(-1)", "k,up", "k ↑", "Up", "A line up"),
    Command(_D, "pages(1)", "pagedown,ctrl+d,space", "pgdn ^d", "Page", "A page down"),
    Command(_D, "pages(-1)", "pageup,ctrl+u", "pgup ^u", "Page up", "A page up"),
    Command(_D, "top", "g,home", "g home", "Top", "To the top"),
    Command(_D, "bottom", "G,end", "G end", "Bottom", "To the end"),
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
    Command(
        _N,
        "correct",
        "C",
        "C",
        "Correct",
        "Rename, merge, split, delete, change the kind: correct the name",
        is_in_footer=True,
    ),
    Command(_N, "undo", "u", "u", "Undo", "Take back the last correction"),
    Command(_N, "back", "backspace", "⌫", "Back", "The card that was shown before"),
    Command(_N, "close", "escape,q", "esc q", "Close", "Close this window", is_in_footer=True),
    Command(
        Place.ASK,
        "screen.complete",
        "tab",
        "tab",
        "Complete",
        "Take the first line offered, again for the next",
        is_in_footer=True,
    ),
    Command(Place.ASK, "screen.list", "down", "↓", "List", "On to the lines offered"),
    Command(Place.PICK, "screen.pick", "space,x", "space", "Pick", "Pick the line, or leave it"),
    Command(Place.PICK, "screen.keep", "enter", "⏎", "Keep", "Go on with what is picked"),
    Command(Place.MARKS, "select", "enter", "⏎", "Go", "Go where it stands", is_in_footer=True),
    Command(Place.MARKS, "note", "a,e", "a", "Note", "Write on its note", is_in_footer=True),
    Command(
        Place.MARKS, "delete", "d,delete", "d", "Delete", "Delete mark and note", is_in_footer=True
    ),
    Command(
        Place.MARKS, "undo", "u", "u", "Undo", "Bring back what was deleted", is_in_footer=True
    ),
    Command(
        Place.MARKS, "close", "escape,q", "esc q", "Close", "Close this window", is_in_footer=True
    ),
    Command(
        Place.QUERY,
        "screen.complete",
        "tab",
        "tab",
        "Complete",
        "Complete the word, again for the next way",
        is_in_footer=True,
    ),
    Command(
        Place.QUERY,
        "screen.save",
        "ctrl+s",
        "^s",
        "Save",
        "Save the query, or no longer",
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
)
"""What can be done in windows."""
