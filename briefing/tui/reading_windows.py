"""The windows over the reading screen that only show: why grouped, storylines, sources.

Invariant: nothing is kept here; what a window shows comes from the corpus that is read.
"""

from __future__ import annotations

from textual.screen import Screen

from briefing.tui.catalogue import Catalogue
from briefing.tui.desk import Desk
from briefing.tui.destination import Destination
from briefing.tui.dialogs import ChoiceScreen, SheetScreen
from briefing.tui.evidence import evidence_sheet
from briefing.tui.matrix_screen import MatrixScreen
from briefing.tui.messages import LeadTaken, Told
from briefing.tui.rooms import Rooms
from briefing.tui.sheets import rejection_choices, source_choices
from briefing.tui.storyline_screen import StorylineScreen


class ReadingWindows(Screen[None]):
    """A screen with rooms and the windows that tell about what stands in them."""

    _catalogue: Catalogue

    @property
    def rooms(self) -> Rooms:
        """The panes."""
        return self.query_one(Rooms)

    def action_why(self) -> None:
        """Show why the articles of the event stand together."""
        event = self.rooms.event_list.highlighted_event
        if event:
            found = self._catalogue.events[event]
            decided = self.query_one(Desk).tell_corrections(found)
            sheet = evidence_sheet(found, self._catalogue, decided)
            self.app.push_screen(SheetScreen("Why grouped", sheet))

    def action_matrix(self) -> None:
        """Show which source carries which fact; the chosen cell is opened where it stands."""
        brief = self.rooms.brief.brief
        if brief and brief.matrix:
            window = MatrixScreen(brief, self._catalogue.documents)
            self.app.push_screen(window, self._take_lead)
        elif brief:
            self.post_message(Told("One source only: there is nothing to compare."))
        else:
            self.post_message(Told("The brief is not written yet."))

    def _take_lead(self, chosen: Destination | None) -> None:
        if chosen is not None:
            self.post_message(LeadTaken(chosen))

    def action_sources(self) -> None:
        """List the sources; the chosen one is opened in the pane."""
        lines = list(source_choices(self.rooms.sources))
        self.app.push_screen(ChoiceScreen("Sources", lines), self._open_chosen)

    def action_map(self) -> None:
        """Show the storylines; the chosen event or sentence is opened."""
        window = StorylineScreen(self._catalogue, self.rooms.event_list.highlighted_event)
        self.app.push_screen(window, self._take_lead)

    def action_open_numbered(self, number: int) -> None:
        """Open the source of that number in the pane."""
        self.rooms.action_open_source(number)

    def _open_chosen(self, number: str | None) -> None:
        if number is not None:
            self.rooms.action_open_source(int(number))

    def action_rejected(self) -> None:
        """List the inputs that could not be read; the path of the chosen one is copied."""
        rejections = self._catalogue.corpus.rejections
        lines = list(rejection_choices(rejections))
        if not lines:
            self.post_message(Told("Every file could be read."))
            return
        window = ChoiceScreen(f"Rejected ({len(rejections)})", lines, "copies the path")
        self.app.push_screen(window, self._copy_rejected)

    def _copy_rejected(self, number: str | None) -> None:
        if number is not None:
            path = self._catalogue.corpus.rejections[int(number)].path
            self.app.copy_to_clipboard(path)
            self.post_message(Told(f"Copied: {path}"))
