"""The window of names: a list of people, places and organisations, and a card of one of them.

Invariant: it changes nothing; what is opened or decided in it comes back as a `Destination`.
"""

from __future__ import annotations

from collections.abc import Collection

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.visual import Visual
from textual.widgets import Footer, Input
from textual.widgets.option_list import Option

from briefing.escaping import one_line
from briefing.exporters.layout import count
from briefing.model import Entity, Label
from briefing.tui.catalogue import Catalogue
from briefing.tui.correcting import NameDecision, Subject
from briefing.tui.destination import Destination
from briefing.tui.highlight import LABEL_NAMES
from briefing.tui.keys import Place, bindings
from briefing.tui.marked_list import MarkedList, indented
from briefing.tui.name_corrector import NameCorrector
from briefing.tui.naming import CardLine, NameEntry, name_card, name_entries
from briefing.tui.status_line import KIND_CYCLE

_NARROW = 100
_MOST_SHOWN = 500
"""Entries drawn at once; a filter finds the others."""


class NamesScreen(ModalScreen[Destination | None]):
    """Who and what the pages name; the list on the left, the card of the entry on the right."""

    BINDINGS = bindings(Place.NAMES)

    def __init__(
        self,
        catalogue: Catalogue,
        articles: Collection[str],
        kinds: frozenset[Label],
        first: Entity | None = None,
        *,
        can_undo: bool = False,
    ) -> None:
        super().__init__()
        self._catalogue, self._articles = catalogue, articles
        self._kind = next(n for n, (_, k) in enumerate(KIND_CYCLE) if k == kinds)
        self._is_event_only = bool(articles)
        self._first, self._can_undo = first, can_undo
        self._by_id = {e.id: e for e in catalogue.corpus.entities}
        self._shown: list[Entity] = []
        self._lines: tuple[CardLine, ...] = ()

    def compose(self) -> ComposeResult:
        """Two lists, and a line to narrow the first."""
        with Container(classes="names"):
            with Vertical(classes="pane", id="name-list"):
                yield MarkedList()
                yield Input(placeholder="part of a name", classes="find", compact=True)
            with Vertical(classes="pane", id="name-card"):
                yield MarkedList()
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """List the names; show the card that was asked for, else the first."""
        self.query_one(Input).display = False
        self._arrange(self.app.size.width)
        self._fill()
        if self._first:
            self._show_card(self._first)
            self._card.focus()
        else:
            self._list.focus()

    def on_resize(self, event: events.Resize) -> None:
        """List and card beside each other, or one above the other."""
        self._arrange(event.size.width)

    def _arrange(self, width: int) -> None:
        self.set_class(width < _NARROW, "narrow")

    @property
    def _list(self) -> MarkedList:
        return self.query_one("#name-list MarkedList", MarkedList)

    @property
    def _card(self) -> MarkedList:
        return self.query_one("#name-card MarkedList", MarkedList)

    def _fill(self) -> None:
        words, kinds = KIND_CYCLE[self._kind]
        articles = self._articles if self._is_event_only else None
        sought = self.query_one(Input).value
        entries = name_entries(self._catalogue.corpus.entities, kinds, articles, sought)
        self._list.set_options(
            Option(_prompt(entry), id=entry.entity.id) for entry in entries[:_MOST_SHOWN]
        )
        scope = "this event" if self._is_event_only else "all pages"
        pane = self.query_one("#name-list", Vertical)
        pane.border_title = Content(f"{words.capitalize()} of {scope} ({len(entries)})")
        self._list.action_first()
        if not entries:
            self._card.clear_options()

    @on(MarkedList.OptionHighlighted, "#name-list MarkedList")
    def show_highlighted(self, event: MarkedList.OptionHighlighted) -> None:
        """Show the card of the entry under the cursor."""
        event.stop()
        if event.option_id and not (self._first and self._shown):
            self._shown.clear()
            self._show_card(self._by_id[event.option_id])
        self._first = None

    def _show_card(self, entity: Entity) -> None:
        self._shown.append(entity)
        self._lines = name_card(entity, self._catalogue)
        self._card.set_options(
            Option(_line(line), id=str(n), disabled=not line.leads_somewhere)
            for n, line in enumerate(self._lines)
        )
        self._card.scroll_to(y=0, animate=False)
        self._card.action_first()
        self.query_one("#name-card", Vertical).border_title = Content(one_line(entity.name))

    @on(MarkedList.OptionSelected, "#name-list MarkedList")
    def follow_entry(self, event: MarkedList.OptionSelected) -> None:
        """Follow the entity from its first mention on, in this event if it is named there."""
        event.stop()
        entity = self._by_id[event.option_id or ""]
        named = {m.article for m in entity.mentions}
        place = None
        if not named.intersection(self._articles):
            known = (a for e in self._catalogue.corpus.events for a in e.articles if a in named)
            first = next(known)
            place = min(m for m in entity.mentions if m.article == first)
        self.dismiss(Destination(place=place, entity=entity))

    @on(MarkedList.OptionSelected, "#name-card MarkedList")
    def open_line(self, event: MarkedList.OptionSelected) -> None:
        """Open the event, the card or the place to which the line leads."""
        event.stop()
        line, entity = self._lines[event.option_index], self._shown[-1]
        if line.entity:
            self._show_card(self._by_id[line.entity])
        elif line.event:
            self.dismiss(Destination(event=line.event, entity=entity))
        else:
            self.dismiss(Destination(place=line.place, entity=entity))

    @on(MarkedList.OptionHighlighted, "#name-card MarkedList")
    def keep_highlight(self, event: MarkedList.OptionHighlighted) -> None:
        """Where the cursor is on the card concerns nobody else."""
        event.stop()

    @on(Input.Changed)
    def narrow_list(self, event: Input.Changed) -> None:
        """Narrow the list to what is typed so far."""
        event.stop()
        self._fill()

    @on(Input.Submitted)
    def end_filter(self, event: Input.Submitted) -> None:
        """Back to the list."""
        event.stop()
        self.query_one(Input).display = bool(event.value)
        self._list.focus()

    def action_select(self) -> None:
        """Open the line under the cursor."""
        if isinstance(self.focused, MarkedList):
            self.focused.action_select()

    def action_filter(self) -> None:
        """Ask for a part of the name."""
        line = self.query_one(Input)
        line.display = True
        line.focus()

    def action_kind(self) -> None:
        """All names, or one kind of them."""
        self._kind = (self._kind + 1) % (len(KIND_CYCLE) - 1)
        self._fill()

    def action_scope(self) -> None:
        """Names of the event, or of all pages."""
        self._is_event_only = not self._is_event_only and bool(self._articles)
        self._fill()

    def action_turn(self) -> None:
        """From the list to the card and back."""
        (self._list if self._card.has_focus else self._card).focus()

    def action_correct(self) -> None:
        """Correct the name under the cursor of the list, on the card that of the card."""
        entity = self._chosen
        if entity is None:
            return
        corrector = NameCorrector(self.app, self._catalogue, self._decide)
        corrector.ask(Subject(entity), can_undo=self._can_undo)

    def action_undo(self) -> None:
        """Take back the last correction."""
        self._decide(NameDecision(""))

    def _decide(self, decision: NameDecision) -> None:
        self.dismiss(Destination(entity=self._chosen, decision=decision))

    @property
    def _chosen(self) -> Entity | None:
        """The entity one is at; the card follows the list only after the key."""
        number = self._list.highlighted
        if self._card.has_focus or number is None:
            return self._shown[-1] if self._shown else None
        return self._by_id[self._list.get_option_at_index(number).id or ""]

    def action_back(self) -> None:
        """The card that was shown before."""
        if len(self._shown) > 1:
            self._shown.pop()
            self._show_card(self._shown.pop())

    def action_close(self) -> None:
        """Out of the filter; else back to where one was."""
        line = self.query_one(Input)
        if line.display:
            line.value = ""
            line.display = False
            self._list.focus()
        else:
            self.dismiss(None)


def _prompt(entry: NameEntry) -> Visual:
    entity = entry.entity
    who = [entity.role or LABEL_NAMES[entity.kind], entity.country or ""]
    told = [one_line(part) for part in who if part and part != entity.name]
    details = " · ".join((*told, count(entry.articles, "article")))
    return Content.assemble(
        (one_line(entity.name), "bold"), f"  {entry.mentions}", (f"\n{details}", ".list--quiet")
    )


def _line(line: CardLine) -> Visual:
    if line.is_heading:
        return Content("\n") + Content.styled(line.words, ".list--heading")
    parts = (
        Content.styled(line.lead, "bold"),
        Content(line.words),
        Content.styled(line.tail, ".list--quiet"),
    )
    shown = Content("  ").join(part for part in parts if part)
    return indented(shown, 2) if line.leads_somewhere else shown
