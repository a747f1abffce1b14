"""The rooms with the workspace at hand: what all that the reader does to pages has in common.

Invariant: every change is in the workspace before it is shown; a workspace that fails is told of
once and replaced by one that lasts as long as the program, so that reading goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical

from briefing.errors import StoreError
from briefing.model import Document, Event
from briefing.store.workspace import ReadingPlace, Workspace
from briefing.tui.arrangement import Room
from briefing.tui.catalogue import Catalogue
from briefing.tui.messages import Told
from briefing.tui.rooms import Rooms
from briefing.tui.signs import hashes_of

_T = TypeVar("_T")


class Bench(Vertical):
    """The rooms, the corpus that stands in them, and the workspace."""

    def __init__(self, catalogue: Catalogue, workspace: Workspace, corpus: str) -> None:
        super().__init__(id="desk")
        self._catalogue, self._workspace, self._corpus = catalogue, workspace, corpus

    def compose(self) -> ComposeResult:
        """The rooms fill it."""
        yield Rooms()

    @property
    def rooms(self) -> Rooms:
        """The panes."""
        return self.query_one(Rooms)

    @property
    def _event(self) -> Event | None:
        return self._catalogue.events.get(self.rooms.event_list.highlighted_event or "")

    @property
    def _document(self) -> Document | None:
        """The page in the reader's pane."""
        source = self.rooms.pane.source if self.rooms.sources else None
        return source.document if source else None

    def _is_at_source(self) -> bool:
        return self.rooms.wishes.room is Room.SOURCES

    def _ask(self, work: Callable[[Workspace], _T]) -> _T:
        """Have the workspace do something; go on without its file if it cannot."""
        try:
            return work(self._workspace)
        except StoreError as error:
            self._tell(f"Workspace: {error.message}; what you mark now is not kept.")
            self._workspace = Workspace(None)
            return work(self._workspace)

    def _tell(self, words: str) -> None:
        self.post_message(Told(words))

    def keep_place(self) -> None:
        """Keep where the reader is."""
        event, document = self._event, self._document
        if event is None:
            return
        source = document.article.sha256 if document and self._is_at_source() else None
        offset = self.rooms.pane.view.top_offset if source else 0
        place = ReadingPlace(hashes_of(event, self._catalogue), source, offset)
        self._ask(lambda w: w.keep_place(self._corpus, place))
