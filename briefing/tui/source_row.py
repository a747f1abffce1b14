"""The source panes beside each other: which source stands in which.

Invariant: no source of the event stands in two panes, and each of the first panes holds one.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from briefing.model import Citation, Entity, Label
from briefing.tui.arrangement import MOST_PANES
from briefing.tui.catalogue import Catalogue, NumberedSource, mentions_in
from briefing.tui.finding import find_all
from briefing.tui.messages import WordsSought
from briefing.tui.naming import Followed
from briefing.tui.source_pane import SourcePane
from briefing.tui.text_view import hideable


class SourceRow(Horizontal):
    """Up to four panes; which of them are on the screen is decided by the arrangement."""

    def __init__(self) -> None:
        super().__init__(id="sources")
        self.panes = [SourcePane(number) for number in range(MOST_PANES)]
        self._catalogue: Catalogue | None = None
        self._sources: tuple[NumberedSource, ...] = ()
        self._is_clutter_hidden = True
        self.followed: Followed | None = None

    def compose(self) -> ComposeResult:
        """All panes are there from the start; showing one costs no new widget."""
        yield from self.panes

    def show_sources(self, sources: Sequence[NumberedSource], catalogue: Catalogue) -> None:
        """Show another event: its first sources in the first panes."""
        self._sources, self._catalogue = tuple(sources), catalogue
        for pane, source in zip(self.panes, sources, strict=False):
            pane.show_source(source, catalogue)
            pane.cite(())

    def renew_sources(self, sources: Sequence[NumberedSource], catalogue: Catalogue) -> None:
        """Show the event as it is now: each source that is still there in the pane where it was."""
        panes = self.panes[: len(sources)]
        numbered = {s.document.article.id: s for s in sources}
        held = [pane.source for pane in panes[: len(self._sources)]]
        kept = [numbered.pop(s.document.article.id, None) if s else None for s in held]
        free = iter(numbered.values())
        self._sources, self._catalogue = tuple(sources), catalogue
        for pane, source in zip(panes, [*kept, *[None] * len(panes)], strict=False):
            if source is not None:
                pane.renew(source, catalogue)
            else:
                pane.show_source(next(free), catalogue)
                pane.cite(())
        self.renew_followed()

    def renew_followed(self) -> None:
        """Find the entity that the reader follows again, by its name if it has another id."""
        if self.followed and self.followed.entity is None:
            self.followed = self._placed(None, self.followed.words)
        elif self.followed and self.followed.entity and self._catalogue:
            former, entities = self.followed.entity, self._catalogue.corpus.entities
            named = [e for e in entities if (e.kind, e.name) == (former.kind, former.name)]
            entity = next((e for e in named if e.id == former.id), next(iter(named), None))
            self.followed = self._placed(entity) if entity else None
        for pane in self.panes:
            pane.renew_followed(self.followed)

    def show_panes(self, numbers: Sequence[int]) -> None:
        """Put these panes on the screen and take the others off."""
        for number, pane in enumerate(self.panes):
            pane.display = number in numbers
        self.display = bool(numbers)

    def open_source(self, number: int, pane: int) -> bool:
        """Show the source of that number in a pane; a pane that held it gets the other's."""
        wanted = next((s for s in self._sources if s.number == number), None)
        if wanted is None or self._catalogue is None:
            return False
        panes = self.panes
        there, here = panes[pane].source, panes[pane]
        for other in panes[: len(self._sources)]:
            if other is not here and other.source == wanted and there is not None:
                other.show_source(there, self._catalogue)
        here.show_source(wanted, self._catalogue)
        return True

    def open_citations(self, citations: Sequence[Citation], visible: Sequence[int]) -> int | None:
        """Show and mark cited places in the visible panes; the pane of the first, if it is known.

        Panes that already show a cited source keep it; the others take, from the left, cited
        sources that are in none.
        """
        numbers = {s.document.article.id: s.number for s in self._sources}
        cited = list(dict.fromkeys(c.article for c in citations if c.article in numbers))
        if not cited or not visible:
            return None
        panes = self.panes
        shown = {pane.source.document.article.id: i for i, pane in enumerate(panes) if pane.source}
        shown = {article: i for article, i in shown.items() if i in visible}
        free = [i for i in visible if i not in {shown.get(article) for article in cited}]
        for article in cited:
            if article not in shown and free:
                self.open_source(numbers[article], free[0])
                shown[article] = free.pop(0)
        for number in visible:
            panes[number].cite(citations)
        return next((shown[article] for article in cited if article in shown), None)

    def out_of_view(self, citations: Sequence[Citation], visible: Sequence[int]) -> list[int]:
        """The numbers of cited sources that stand in no visible pane."""
        shown = {p.source.number for i, p in enumerate(self.panes) if p.source and i in visible}
        cited = {c.article for c in citations}
        numbers = (s.number for s in self._sources if s.document.article.id in cited)
        return [number for number in numbers if number not in shown]

    def follow(self, entity: Entity | None) -> None:
        """Mark the mentions of an entity in every pane."""
        self._follow(self._placed(entity) if entity else None)

    @on(WordsSought)
    def seek(self, event: WordsSought) -> None:
        """Mark words in every pane, and go to the first of them where the reader is."""
        event.stop()
        self._follow(self._placed(None, event.words) if event.words else None)
        for pane in self.panes:
            if pane.has_focus_within:
                pane.go_to_first()

    def _follow(self, followed: Followed | None) -> None:
        self.followed = followed
        for pane in self.panes:
            pane.follow(followed)

    def _placed(self, entity: Entity | None, words: str = "") -> Followed:
        """An entity, or words, with their places in each source, but for hidden clutter."""
        places = {}
        for source in self._sources:
            hidden = hideable(source.document) if self._is_clutter_hidden else ()
            article = source.document.article
            spans = mentions_in(entity, article.id) if entity else find_all(article.text, words)
            places[article.id] = tuple(
                span for span in spans if not any(h.start <= span.start < h.end for h in hidden)
            )
        return Followed(entity, places, words)

    def show_kinds(self, kinds: frozenset[Label]) -> None:
        """Highlight names of these kinds in every pane."""
        for pane in self.panes:
            pane.view.show_kinds(kinds)

    def leave_order(self, *, is_left: bool) -> None:
        """Leave the order of right-to-left text to the terminal in every pane, or make it here."""
        for pane in self.panes:
            pane.view.leave_order(is_left=is_left)

    def hide_clutter(self, *, is_hidden: bool) -> None:
        """Leave clutter out of every pane, or show it."""
        self._is_clutter_hidden = is_hidden
        for pane in self.panes:
            pane.view.hide_clutter(is_hidden)
        if self.followed:
            self._follow(self._placed(self.followed.entity, self.followed.words))
