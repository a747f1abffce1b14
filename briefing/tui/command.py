"""What a command of the reader is, and where it can be given.

Invariant: a command is a value; what it does is its widget's business.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


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
    ASK = "In a window that asks for a name"
    PICK = "In a window with lines to pick"
    QUERY = "In the query of a search"
    SEARCH = "In the results of a search"
    NOTE = "In a note"
    MATRIX = "In the table of facts by source"
    MARKS = "In the window of marks"


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
    is_priority: bool = False

    @property
    def name(self) -> str:
        """What the command is called in the configuration: "source.next"."""
        own = self.label.lower().replace(" ", "_")
        return f"{self.place.name.lower()}.{own}" + ("" if self.is_listed else f"_{self.shown}")

    def shown_with(self, keymap: Mapping[str, str]) -> str:
        """The keys of the command as a person writes them, the user's own instead of ours."""
        return keymap[self.name].replace(",", " ") if self.name in keymap else self.shown
