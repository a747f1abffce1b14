"""What each command does, given values; the arguments were read elsewhere.

Invariant: a command writes its result to the terminal's standard output, returns its exit code,
and leaves every error that a person can mend to be raised as a `BriefingError`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from statistics import mean

from briefing import pipeline
from briefing.cli.terminal import Column, Terminal
from briefing.config import Settings
from briefing.errors import BriefingError
from briefing.indexing import index_mentions
from briefing.model import Document, Entity, Event, GroupedCorpus, Rejection
from briefing.plugins import TAGGERS

DONE = 0
FOUND_WRONG = 1
USAGE = 2
FAULT = 70
"""A fault of the program itself; EX_SOFTWARE of sysexits.h."""
INTERRUPTED = 130


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


def entities(call: Call) -> int:
    """Write the people, places and organisations, the most named first."""
    corpus = call.open_corpus()
    if call.is_json:
        from briefing.exporters.records import entities_record

        call.terminal.write_json(entities_record(corpus))
    else:
        columns = (
            Column("kind"),
            Column("name", ratio=2),
            Column("role", ratio=2),
            Column("country", ratio=1),
            Column("mentions", is_number=True),
            Column("articles", is_number=True),
        )
        ordered = sorted(corpus.entities, key=lambda e: (-len(e.mentions), e.id))
        call.terminal.write_table(columns, map(_entity_row, ordered))
    return call.finish(corpus.rejections)


def _entity_row(entity: Entity) -> tuple[str, ...]:
    articles = {citation.article for citation in entity.mentions}
    return (
        entity.kind.value,
        entity.name,
        entity.role or "",
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


def models(terminal: Terminal) -> int:
    """Write the entity models that can be chosen, with what is known of the shipped one."""
    rows = []
    for name in TAGGERS.names():
        try:
            version = str(getattr(TAGGERS.load(name)(), "name", ""))
        except Exception as error:  # noqa: BLE001 - a plug-in that cannot load is shown as such
            version = f"cannot be loaded: {error}"
        rows.append((name, version, _languages() if name in TAGGERS.builtin else ""))
    columns = (Column("model"), Column("version", ratio=1), Column("F1 by language", ratio=2))
    terminal.write_table(columns, rows)
    terminal.finish()
    terminal.say(f"a package with an entry point in {TAGGERS.group!r} adds another model")
    return DONE


def _languages() -> str:
    """The mean F1 over each language's sets, by the scores that training wrote down."""
    path = resources.files("briefing.models") / "scores.json"
    by_language: dict[str, list[float]] = {}
    try:
        sets = json.loads(path.read_text(encoding="utf-8"))["sets"]
        for name, figures in sets.items():
            by_language.setdefault(name.rpartition(".")[2], []).append(figures["mentions"]["f1"])
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return ""
    return ", ".join(f"{k} {mean(v):.2f}" for k, v in sorted(by_language.items()))


def read(call: Call) -> int:
    """Open the reader."""
    if not call.terminal.is_interactive:
        raise BriefingError(
            "the reader needs a terminal, and standard output is none",
            "briefing events CORPUS lists the events as text",
        )
    for path in call.paths:
        _check_there(path)
    from briefing.tui.app import BriefingApp

    reader = BriefingApp(call.paths, call.settings)
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
