"""What each command does, given values; the arguments were read elsewhere.

Invariant: a command writes its result to the terminal's standard output, returns its exit code,
and leaves every error that a person can mend to be raised as a `BriefingError`. It imports the
pipeline when it calls it, since the reader's first picture waits for whatever this module imports.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.examples import EXAMPLES
from briefing.cli.piping import keyboard_kept
from briefing.cli.terminal import Column, Terminal
from briefing.config import Settings
from briefing.errors import BriefingError
from briefing.lexicon.folding import fold
from briefing.mistyping import nearest

if TYPE_CHECKING:
    from briefing.model import Document, Entity, Event, GroupedCorpus, Rejection

DONE = 0
FOUND_WRONG = 1
USAGE = 2
FAULT = 70
"""A fault of the program itself; EX_SOFTWARE of sysexits.h."""
INTERRUPTED = 130
ENTITY_KINDS = ("PER", "ORG", "LOC")
"""The kinds of entities, in the order in which they are listed."""

ARTICLE_COLUMNS = (
    Column("article", ratio=2),
    Column("language"),
    Column("published"),
    Column("source"),
    Column("headline", ratio=3),
)
EVENT_COLUMNS = (
    Column("event"),
    Column("date"),
    Column("place", ratio=1),
    Column("articles", is_number=True),
    Column("label", ratio=3),
)


@dataclass(frozen=True, slots=True)
class Call:
    """What every command over a corpus is given."""

    paths: tuple[str, ...]
    settings: Settings
    terminal: Terminal
    is_json: bool = False
    is_strict: bool = False

    def open_corpus(self) -> GroupedCorpus:
        """The corpus grouped, with progress shown."""
        from briefing import pipeline

        progress = self.terminal.on_progress
        return pipeline.open_corpus(self.paths, self.settings, on_progress=progress)

    def finish(self, rejections: Sequence[Rejection]) -> int:
        """List what was rejected, and say with the exit code whether that matters."""
        self.terminal.finish()
        self.terminal.say_rejected(rejections)
        return FOUND_WRONG if rejections and self.is_strict else DONE


def corpus_paths(named: Sequence[str], settings: Settings, terminal: Terminal) -> tuple[str, ...]:
    """What to open: the paths named, else the configured corpus, else the sample pages."""
    if named or settings.corpus:
        return tuple(named) or settings.corpus
    from briefing import pipeline

    terminal.say("no corpus named: these are the sample pages")
    return pipeline.sample_paths()


def analyse(call: Call, *, is_streamed: bool = False, is_watched: bool = False) -> int:
    """Write every article with what was found in it.

    Who a mention names is known only when all pages are read: "Ms Lorn" on the first may be the
    Ada Lorn of the last, and an id that changes is worse than one that comes late. So records wait
    for the last page (progress is shown meanwhile), unless they are to be streamed: then each is
    written as soon as its page is done, its entities null. The table names nobody and always
    comes line by line where it is piped.
    """
    if is_watched:
        from briefing.cli.following import follow_articles

        follow_articles(call)
        return DONE
    rejections: list[Rejection] = []
    found = _analysed(call, rejections)
    if call.is_json and is_streamed:
        from briefing.exporters.records import analyse_record

        for document in found:
            call.terminal.write_json(analyse_record(document, {}))
            call.terminal.flush()
    elif call.is_json:
        from briefing import pipeline

        write_articles(call, *pipeline.name_documents(list(found), call.settings))
    else:
        write_articles(call, found)
    return call.finish(rejections)


def _analysed(call: Call, rejections: list[Rejection]) -> Iterator[Document]:
    """The articles as they are done; what is rejected goes to `rejections`."""
    from briefing import pipeline
    from briefing.model import Rejection

    progress = call.terminal.on_progress
    for found in pipeline.analyse_corpus(call.paths, call.settings, on_progress=progress):
        if isinstance(found, Rejection):
            rejections.append(found)
        else:
            yield found


def write_articles(
    call: Call,
    documents: Iterable[Document],
    entities: Iterable[Entity] = (),
    *,
    is_first: bool = True,
) -> None:
    """Articles as records or as rows; `is_first` begins the table."""
    if call.is_json:
        from briefing.exporters.records import analyse_record
        from briefing.indexing import index_mentions

        entity_ids = index_mentions(entities)
        for document in documents:
            call.terminal.write_json(analyse_record(document, entity_ids))
    elif is_first:
        call.terminal.write_table(ARTICLE_COLUMNS, map(_article_row, documents))
    else:
        for document in documents:
            call.terminal.write_row(_article_row(document))


def _article_row(document: Document) -> tuple[str, ...]:
    article = document.article
    return (
        article.id,
        article.language or "",
        article.published or "",
        article.source or "",
        article.headline or "",
    )


def events(call: Call, *, is_watched: bool = False) -> int:
    """Write the events, by date."""
    if is_watched:
        from briefing.cli.following import follow_events

        follow_events(call)
        return DONE
    corpus = call.open_corpus()
    if call.is_json:
        from briefing.exporters.records import events_record

        call.terminal.write_json(events_record(corpus))
    else:
        call.terminal.write_table(EVENT_COLUMNS, map(event_row, corpus.events))
    return call.finish(corpus.rejections)


def event_row(event: Event) -> tuple[str, ...]:
    """An event as a row under `EVENT_COLUMNS`."""
    date = event.date.value if event.date else ""
    return event.id, date, event.place.words, str(len(event.articles)), event.label


def entities(call: Call, kinds: Sequence[str] = (), fragment: str = "") -> int:
    """Write people, organisations and places, those in most pages first.

    `kinds` are labels, `fragment` is part of any form of the name.
    """
    from briefing.exporters.records import entities_record, events_of

    corpus = call.open_corpus()
    chosen = [e for e in _by_prominence(corpus.entities) if _is_wanted(e, kinds, fold(fragment))]
    if call.is_json:
        call.terminal.write_json(entities_record(corpus, chosen))
    else:
        columns = (
            Column("kind"),
            Column("name", ratio=4),
            Column("role", ratio=5),
            Column("country", ratio=3),
            Column("mentions", is_number=True),
            Column("articles", is_number=True),
            Column("events", is_number=True),
        )
        documents = {d.article.id: d for d in corpus.documents}
        rows = ((*_entity_row(e), str(len(events_of(e, documents, corpus.events)))) for e in chosen)
        call.terminal.write_table(columns, rows)
    return call.finish(corpus.rejections)


def _by_prominence(found: Sequence[Entity]) -> list[Entity]:
    order = list(ENTITY_KINDS)
    return sorted(
        found,
        key=lambda e: (
            order.index(e.kind.value),
            -len({c.article for c in e.mentions}),
            -len(e.mentions),
            e.id,
        ),
    )


def _is_wanted(entity: Entity, kinds: Sequence[str], fragment: str) -> bool:
    if kinds and entity.kind.value not in kinds:
        return False
    return any(fragment in fold(form) for form in (entity.name, *entity.variants))


def _entity_row(entity: Entity) -> tuple[str, ...]:
    articles = {citation.article for citation in entity.mentions}
    return (
        entity.kind.value,
        entity.name,
        (entity.office if entity.organisation else entity.role) or "",
        entity.country or "",
        str(len(entity.mentions)),
        str(len(articles)),
    )


def search(call: Call, query: str) -> int:
    """Write every line that meets the query, with its event and the range it stands at."""
    from briefing.query_help import suggest
    from briefing.search import parse_query
    from briefing.search import search as search_corpus
    from briefing.store.search_index import search_index_path

    clauses = parse_query(query)
    corpus = call.open_corpus()
    hits = search_corpus(corpus, clauses, search_index_path(call.settings.cache))
    for hit in hits if call.is_json else ():
        where = {"article": hit.citation.article, "start": hit.citation.start}
        record = {"event": hit.event, **where, "end": hit.citation.end, "text": hit.words}
        call.terminal.write_json(record)
    if not call.is_json:
        columns = (Column("event"), Column("article"), Column("range"), Column("line"))
        rows = (
            (h.event, h.citation.article, f"{h.citation.start}-{h.citation.end}", h.words)
            for h in hits
        )
        call.terminal.write_passages(columns, rows)
    meant = None if hits else suggest(query, corpus)
    if meant:
        call.terminal.say(f"nothing found; did you mean {meant}?")
    return call.finish(corpus.rejections)


def read(call: Call, *, is_watched: bool = False) -> int:
    """Open the reader."""
    if is_watched:
        from briefing.watching import check_watchable

        check_watchable(call.paths)
    with keyboard_kept(call.paths) as paths:
        for path in paths:
            _check_there(path)
        if not call.terminal.is_interactive:
            raise BriefingError(
                "the reader needs a terminal, and standard output is none",
                "briefing events CORPUS lists the events as text",
            )
        from briefing.tui.app import BriefingApp

        reader = BriefingApp(paths, call.settings, is_watching=is_watched)
        reader.run()
        return reader.return_code or DONE


def _check_there(path: str) -> None:
    """Say what is missing here rather than in a dialogue of the reader."""
    from glob import has_magic

    if has_magic(path) or Path(path).expanduser().exists():
        return
    from briefing.readers.corpus import nearest_path

    command = nearest(path, EXAMPLES)
    meant = f"briefing {command}" if command else nearest_path(path)
    help_lists = "briefing --help lists the commands"
    raise BriefingError(
        f"{path} is neither a command nor a file or folder",
        f"did you mean {meant}? {help_lists}" if meant else help_lists,
    )
