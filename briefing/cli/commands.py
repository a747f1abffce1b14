"""What each command does, given values; the arguments were read elsewhere.

Invariant: a command writes its result to the terminal's standard output, returns its exit code,
and leaves every error that a person can mend to be raised as a `BriefingError`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing import pipeline
from briefing.cli.piping import keyboard_kept
from briefing.cli.terminal import Column, Terminal
from briefing.config import Settings
from briefing.errors import BriefingError
from briefing.indexing import index_mentions
from briefing.lexicon.folding import fold
from briefing.model import Document, Entity, Event, GroupedCorpus, Rejection

DONE = 0
FOUND_WRONG = 1
USAGE = 2
FAULT = 70
"""A fault of the program itself; EX_SOFTWARE of sysexits.h."""
INTERRUPTED = 130
ENTITY_KINDS = ("PER", "ORG", "LOC")
"""The kinds of entities, in the order in which they are listed."""


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
    terminal.say("no corpus named: these are the sample pages")
    return pipeline.sample_paths()


def analyse(call: Call) -> int:
    """Write every article with what was found in it."""
    documents: list[Document] = []
    rejections: list[Rejection] = []
    progress = call.terminal.on_progress
    for found in pipeline.analyse_corpus(call.paths, call.settings, on_progress=progress):
        if isinstance(found, Rejection):
            rejections.append(found)
        else:
            documents.append(found)
    if call.is_json:
        from briefing.exporters.records import analyse_record

        entity_ids = index_mentions(pipeline.resolve_entities(documents))
        for document in documents:
            call.terminal.write_json(analyse_record(document, entity_ids))
    else:
        columns = (
            Column("article", ratio=2),
            Column("language"),
            Column("published"),
            Column("source"),
            Column("headline", ratio=3),
        )
        call.terminal.write_table(columns, map(_article_row, documents))
    return call.finish(rejections)


def _article_row(document: Document) -> tuple[str, ...]:
    article = document.article
    return (
        article.id,
        article.language or "",
        article.published or "",
        article.source or "",
        article.headline or "",
    )


def events(call: Call) -> int:
    """Write the events, by date."""
    corpus = call.open_corpus()
    if call.is_json:
        from briefing.exporters.records import events_record

        call.terminal.write_json(events_record(corpus))
    else:
        columns = (
            Column("event"),
            Column("date"),
            Column("place", ratio=1),
            Column("articles", is_number=True),
            Column("label", ratio=3),
        )
        call.terminal.write_table(columns, map(_event_row, corpus.events))
    return call.finish(corpus.rejections)


def _event_row(event: Event) -> tuple[str, ...]:
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
    from briefing.search import parse_query
    from briefing.search import search as search_corpus

    clauses = parse_query(query)
    corpus = call.open_corpus()
    hits = search_corpus(corpus, clauses)
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
    return call.finish(corpus.rejections)


def read(call: Call) -> int:
    """Open the reader."""
    with keyboard_kept(call.paths) as paths:
        if not call.terminal.is_interactive:
            raise BriefingError(
                "the reader needs a terminal, and standard output is none",
                "briefing events CORPUS lists the events as text",
            )
        for path in paths:
            _check_there(path)
        from briefing.tui.app import BriefingApp

        reader = BriefingApp(paths, call.settings)
        reader.run()
        return reader.return_code or DONE


def _check_there(path: str) -> None:
    """Say what is missing here rather than in a dialogue of the reader."""
    from glob import has_magic

    if not has_magic(path) and not Path(path).expanduser().exists():
        raise BriefingError(
            f"{path} is neither a command nor a file or folder",
            "briefing --help lists the commands",
        )
