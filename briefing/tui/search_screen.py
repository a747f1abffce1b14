"""The window that searches all pages: a query, what helps to write it, and the lines found.

Invariant: the query language is that of `briefing.search`; the search runs in a thread that
touches no widget, and a result opens the place where it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.visual import Visual
from textual.widgets import Footer, Input, Static
from textual.widgets.option_list import Option

from briefing.escaping import one_line
from briefing.exporters.layout import count
from briefing.model import Span
from briefing.query_help import suggest
from briefing.search import FIELDS, Clause, Hit, QueryError, parse_query, search
from briefing.tui.catalogue import Catalogue
from briefing.tui.completing import complete
from briefing.tui.destination import Destination
from briefing.tui.event_entries import shown_date
from briefing.tui.finding import find_all
from briefing.tui.keys import Place, bindings
from briefing.tui.marked_list import MarkedList, indented
from briefing.tui.signs import STAR
from briefing.tui.source_pane import source_name

MOST_SHOWN = 500
_QUERY = "q"
"""Begins the ids of lines that are queries; those of results are numbers."""
"""Lines listed at once."""

_HELP = Content.assemble(
    "words begin words · ",
    ('"words in a row"', "bold"),
    " · ",
    ("-without", "bold"),
    " · ",
    ("/expression/", "bold"),
    " · ",
    (" ".join(f"{field}:" for field in FIELDS), "bold"),
    " · tab completes, enter searches, ^s saves",
)


@dataclass(frozen=True, slots=True)
class Searched:
    """A query with what it found, and the result under the cursor."""

    query: str = ""
    clauses: tuple[Clause, ...] = ()
    hits: tuple[Hit, ...] = ()
    index: int | None = None
    meant: str | None = None


@dataclass(frozen=True, slots=True)
class SearchShelf:
    """Queries of before: the latest ones, and those saved for good; `keep` saves one, or not."""

    former: tuple[str, ...] = ()
    saved: tuple[str, ...] = ()
    keep: Callable[[str, bool], tuple[str, ...]] | None = None


@runtime_checkable
class HasIndex(Protocol):
    """An application that knows where an index of words may be kept."""

    @property
    def search_index(self) -> Path | None:
        """The file of the index; None: nothing is kept."""
        ...


class HitsFound(Message):
    """A search has ended."""

    def __init__(self, found: Searched) -> None:
        super().__init__()
        self.found = found


class SearchFailed(Message):
    """A query could not be read."""

    def __init__(self, query: str, error: QueryError) -> None:
        super().__init__()
        self.query = query
        self.error = error


class QueryLine(Input):
    """The query; keys that go to the results or complete it are the screen's."""

    BINDINGS = bindings(Place.QUERY)


class SearchScreen(ModalScreen[tuple[Searched, Destination | None]]):
    """A query over the corpus; the result chosen comes back with what was found."""

    BINDINGS = bindings(Place.SEARCH)

    def __init__(self, catalogue: Catalogue, last: Searched, shelf: SearchShelf) -> None:
        super().__init__()
        self._catalogue, self._found = catalogue, last
        self._shelf, self._saved = shelf, shelf.saved
        self._queries: tuple[str, ...] = ()
        self._offered: tuple[str, ...] = ()
        self._taken = 0

    def compose(self) -> ComposeResult:
        """The query, a line of help, the results."""
        with Vertical(classes="sheet search") as box:
            box.border_title = Content("Search all pages")
            yield QueryLine(value=self._found.query, placeholder="words, who:name …", compact=True)
            yield Static(_HELP, id="search-help", markup=False)
            yield MarkedList()
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Begin with the query, or with what was found last."""
        if self._found.query:
            self._show_hits()
        else:
            self._show_queries()
        self._offer(self._found.query)
        (self._list if self._found.hits else self.query_one(QueryLine)).focus()

    @property
    def _list(self) -> MarkedList:
        return self.query_one(MarkedList)

    def _tell(self, words: Content) -> None:
        self.query_one("#search-help", Static).update(words)

    @on(Input.Changed)
    def offer_completions(self, event: Input.Changed) -> None:
        """Show how the query may go on; after a completion was taken, the others stay."""
        event.stop()
        if not (self._taken and event.value in self._offered):
            self._offer(event.value)
        if not event.value:
            self._show_queries()

    def _offer(self, query: str) -> None:
        """Offer ways to go on; without a query, those of former searches."""
        ways = complete(query, self._catalogue.corpus) if query else self._all_queries()
        self._offered, self._taken = ways, 0
        if query != self._found.query or not query:
            self._tell(_completions(ways, query) if ways else _HELP)

    def action_complete(self) -> None:
        """Take the first completion; the next one where one was taken already."""
        if self._offered:
            line = self.query_one(QueryLine)
            line.value = self._offered[self._taken % len(self._offered)]
            line.cursor_position = len(line.value)
            self._taken += 1
            if len(self._offered) == 1:
                self._offered, self._taken = (), 0

    @on(Input.Submitted)
    def start_search(self, event: Input.Submitted) -> None:
        """Search, unless the query cannot be read."""
        event.stop()
        self._tell(Content("Searching …"))
        self._search(event.value)

    @work(thread=True, exclusive=True, group="search", description="search")
    def _search(self, query: str) -> None:
        try:
            clauses = parse_query(query)
        except QueryError as error:
            self.post_message(SearchFailed(query, error))
            return
        index = self.app.search_index if isinstance(self.app, HasIndex) else None
        hits = search(self._catalogue.corpus, clauses, index)
        meant = None if hits else suggest(query, self._catalogue.corpus)
        self.post_message(HitsFound(Searched(query, clauses, hits, meant=meant)))

    @on(HitsFound)
    def take_hits(self, event: HitsFound) -> None:
        """Show what was found, if the query is still the same."""
        if event.found.query == self.query_one(QueryLine).value:
            self._found = event.found
            self._show_hits()
            if event.found.hits:
                self._list.focus()
            elif event.found.meant:
                self._offered, self._taken = (event.found.meant,), 0

    @on(SearchFailed)
    def tell_error(self, event: SearchFailed) -> None:
        """Say what is wrong with the query and how it would be right."""
        if event.query == self.query_one(QueryLine).value:
            hint = f" — {event.error.hint}" if event.error.hint else ""
            self._tell(Content.assemble((one_line(event.error.message), "bold"), one_line(hint)))

    def _show_hits(self) -> None:
        hits = self._found.hits[:MOST_SHOWN]
        options: list[Option] = []
        for number, hit in enumerate(hits):
            if not number or hits[number - 1].event != hit.event:
                options.append(Option(_heading(hit, self._catalogue), disabled=True))
            options.append(Option(_line(hit, self._found.clauses, self._catalogue), id=str(number)))
        self._list.set_options(options)
        if self._found.query:
            self._tell(self._counts())
        if self._found.index is not None and self._found.index < len(hits):
            self._list.highlighted = self._list.get_option_index(str(self._found.index))
        else:
            self._list.action_first()

    def _all_queries(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self._saved, *self._shelf.former)))

    def _show_queries(self) -> None:
        """List the queries of before, the saved ones first."""
        self._queries = self._all_queries()
        options: list[Option] = []
        for number, query in enumerate(self._queries):
            if number in (0, len(self._saved)):
                heading = "Saved searches" if number < len(self._saved) else "Latest searches"
                options.append(Option(_title(heading), disabled=True))
            shown = Content(f"{STAR} " if query in self._saved else "  ") + Content(one_line(query))
            options.append(Option(indented(shown, 2), id=f"{_QUERY}{number}"))
        self._list.set_options(options)
        self._list.action_first()

    def action_save(self) -> None:
        """Save the query for good, or save it no longer."""
        query = self.query_one(QueryLine).value.strip()
        number = self._list.highlighted
        if not query and number is not None:
            key = self._list.get_option_at_index(number).id or ""
            query = self._queries[int(key[1:])] if key.startswith(_QUERY) else ""
        if not query or self._shelf.keep is None:
            self._tell(Content("Write a query first, then save it."))
            return
        is_saved = query not in self._saved
        self._saved = self._shelf.keep(query, is_saved)
        if not self.query_one(QueryLine).value:
            self._show_queries()
        words = "Saved" if is_saved else "No longer saved"
        self._tell(Content(f"{words}: {one_line(query)} (an empty query lists the saved ones)"))

    def _counts(self) -> Content:
        hits = self._found.hits
        if self._found.meant:
            return Content.assemble(
                "Nothing found. Did you mean ",
                (one_line(self._found.meant), "bold"),
                "? Tab takes it.",
            )
        if not hits:
            return Content("Nothing found: fewer or shorter words find more.")
        articles, events = {h.citation.article for h in hits}, {h.event for h in hits}
        counted = (
            count(len(hits), "line"),
            count(len(articles), "article"),
            count(len(events), "event"),
        )
        more = f" · the first {MOST_SHOWN} are shown" if len(hits) > MOST_SHOWN else ""
        return Content(" · ".join(counted) + more)

    @on(MarkedList.OptionSelected)
    def open_hit(self, event: MarkedList.OptionSelected) -> None:
        """Open the place where the line stands."""
        event.stop()
        if event.option_id and event.option_id.startswith(_QUERY):
            line = self.query_one(QueryLine)
            line.value = self._queries[int(event.option_id[1:])]
            line.cursor_position = len(line.value)
            self._tell(Content("Searching …"))
            self._search(line.value)
        elif event.option_id:
            number = int(event.option_id)
            hit = self._found.hits[number]
            kept = Searched(self._found.query, self._found.clauses, self._found.hits, number)
            self.dismiss((kept, Destination(event=hit.event, place=hit.citation)))

    @on(MarkedList.OptionHighlighted)
    def keep_highlight(self, event: MarkedList.OptionHighlighted) -> None:
        """Where the cursor is among the results concerns nobody else."""
        event.stop()

    def action_select(self) -> None:
        """Open the result under the cursor."""
        self._list.action_select()

    def action_query(self) -> None:
        """Back to the query."""
        self.query_one(QueryLine).focus()

    def action_results(self) -> None:
        """On to the results."""
        if self._list.option_count:
            self._list.focus()

    def action_close(self) -> None:
        """Back, with what was found kept for the next time."""
        self.dismiss((self._found, None))


def _completions(offered: Sequence[str], query: str) -> Content:
    """The ways to go on, without what stands already."""
    begun = len(query) - len(query.rsplit(" ", 1)[-1])
    words = [Content.styled(one_line(offer[begun:]), "bold") for offer in offered]
    return Content("tab  ") + Content("  ").join(words)


def _title(words: str) -> Visual:
    return Content("\n") + Content.styled(words, ".list--heading")


def _heading(hit: Hit, catalogue: Catalogue) -> Visual:
    event = catalogue.events[hit.event]
    date = shown_date(event.date.value if event.date else None) or "no date"
    label = one_line(event.label) or event.id
    return Content.assemble("\n", (label, ".list--heading"), (f"  {date}", ".list--quiet"))


def _line(hit: Hit, clauses: Sequence[Clause], catalogue: Catalogue) -> Visual:
    article = catalogue.documents[hit.citation.article].article
    words = Content(one_line(hit.words))
    for clause in clauses:
        if clause.field in (None, "who", "place") and not clause.is_negated:
            found = find_all(words.plain, clause.value)
            if clause.pattern is not None:
                matches = clause.pattern.finditer(words.plain)
                found = tuple(Span(m.start(), m.end()) for m in matches if m.end() > m.start())
            for span in found:
                words = words.stylize("bold underline", span.start, span.end)
    source = Content.styled(f"{source_name(article)} · {article.language or '?'}  ", ".list--quiet")
    return indented(source + words, 2)
