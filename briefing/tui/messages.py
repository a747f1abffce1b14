"""What the panes, screens and workers of the reader tell one another.

Invariant: a message carries frozen values only; its name says what has happened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.errors import BriefingError
    from briefing.model import Brief, Citation, Entity, Progress, Span
    from briefing.tui.arrangement import Arrangement
    from briefing.tui.catalogue import Catalogue
    from briefing.tui.destination import Destination


class ProgressMade(Message):
    """The opening of the corpus has come so far; `left` are the seconds it may still take."""

    def __init__(self, progress: Progress, left: float | None = None) -> None:
        super().__init__()
        self.progress = progress
        self.left = left


class StopAsked(Message):
    """The reader wants no more pages to be analysed."""


class CorpusOpened(Message):
    """The corpus is read, analysed and grouped: as a whole, or as far as the reader wished."""

    def __init__(self, catalogue: Catalogue, *, is_whole: bool = True) -> None:
        super().__init__()
        self.catalogue = catalogue
        self.is_whole = is_whole


class CorpusGrown(Message):
    """Part of the corpus is analysed and grouped; the rest goes on."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.catalogue = catalogue


class CorpusRenewed(Message):
    """Files of a corpus that is followed came, changed or went; `words` say which."""

    def __init__(self, catalogue: Catalogue, words: str) -> None:
        super().__init__()
        self.catalogue = catalogue
        self.words = words


class OpeningFailed(Message):
    """The corpus cannot be opened, or the reader stopped its opening."""

    def __init__(self, error: BriefingError) -> None:
        super().__init__()
        self.error = error


class OriginsCounted(Message):
    """It is known how many independent origins the articles of each event have."""

    def __init__(self, origins: Mapping[str, int]) -> None:
        super().__init__()
        self.origins = origins


class EventHighlighted(Message):
    """The cursor in the list of events came to an event."""

    def __init__(self, event_id: str) -> None:
        super().__init__()
        self.event_id = event_id


class EventChosen(EventHighlighted):
    """The reader wants to read the sources of an event."""


class BriefReady(Message):
    """The brief of an event is composed."""

    def __init__(self, brief: Brief) -> None:
        super().__init__()
        self.brief = brief


class BriefFailed(Message):
    """The brief of an event cannot be composed."""

    def __init__(self, event_id: str, error: BriefingError) -> None:
        super().__init__()
        self.event_id = event_id
        self.error = error


class CitationsChosen(Message):
    """The reader wants to see the places on which a line of the brief rests."""

    def __init__(self, citations: tuple[Citation, ...]) -> None:
        super().__init__()
        self.citations = citations


class PlaceClicked(Message):
    """A character of a page was clicked."""

    def __init__(self, offset: int) -> None:
        super().__init__()
        self.offset = offset


class SpanDragged(Message):
    """The mouse was dragged from one character of a page to another."""

    def __init__(self, one: int, other: int) -> None:
        super().__init__()
        self.one = one
        self.other = other


class LeadTaken(Message):
    """The reader wants to go where a line of a window leads."""

    def __init__(self, destination: Destination) -> None:
        super().__init__()
        self.destination = destination


class NameChosen(Message):
    """The reader follows a person, place or organisation; None: no longer."""

    def __init__(self, entity: Entity | None) -> None:
        super().__init__()
        self.entity = entity


class WordsSought(Message):
    """The reader looks for words in all sources of the event; empty: no longer."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


class StepAsked(Message):
    """The reader wants the next mention (direction 1) of whom they follow, or the previous (-1)."""

    def __init__(self, direction: int) -> None:
        super().__init__()
        self.direction = direction


class SentenceReached(Message):
    """The reader came to a sentence of a source."""

    def __init__(self, article: str, sentence: Span) -> None:
        super().__init__()
        self.article = article
        self.sentence = sentence


class GroupingCorrected(Message):
    """The reader decided something about events or names: the grouping has to be made anew.

    `card` is a place that names whom the reader was looking at in the window of names.
    """

    def __init__(self, words: str, card: Citation | None = None) -> None:
        super().__init__()
        self.words = words
        self.card = card


class RoomsArranged(Message):
    """The rooms stand in another way, or the reader is in another of them."""

    def __init__(self, plan: Arrangement) -> None:
        super().__init__()
        self.plan = plan


class Told(Message):
    """There is something to say in one line."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


class BriefExported(Message):
    """A brief was written to a file; `brief` None: only its dates were."""

    def __init__(self, path: str, brief: Brief | None = None) -> None:
        super().__init__()
        self.path = path
        self.brief = brief


class ExportFailed(Message):
    """A brief could not be written."""

    def __init__(self, error: BriefingError) -> None:
        super().__init__()
        self.error = error


class RoomClicked(Message):
    """A tab was clicked: the room, and for sources the number of the pane."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
