"""What the commands write of a corpus that is followed, until they are interrupted.

Invariant: what is written first is what the command writes without --watch; each later line says
what has changed since, and no line is ever taken back.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.cli.commands import EVENT_COLUMNS, Call, event_row, write_articles
from briefing.cli.terminal import Column
from briefing.continuity import Changes
from briefing.model import GroupedCorpus
from briefing.watching import Renewal, Watch, check_watchable, tell_changes


def follow_articles(call: Call) -> None:
    """Write every article, then each that comes or changes, with the names known by then.

    A mention's entity is that of the corpus as it stood when its line was written.
    """
    watch, corpus = _begin(call)
    write_articles(call, corpus.documents, corpus.entities)
    for renewal in _renewals(call, watch):
        shown = {*renewal.changes.new, *renewal.changes.changed}
        documents = [d for d in renewal.corpus.documents if d.article.id in shown]
        write_articles(call, documents, renewal.corpus.entities, is_first=False)


def follow_events(call: Call) -> None:
    """Write the events, then those that begin or change; ids stay as they were first written.

    With --json each later line is an object of the same shape with the events that are new or
    changed, the ids of those that are "gone", and what is rejected now.
    """
    watch, corpus = _begin(call)
    if call.is_json:
        from briefing.exporters.records import events_record, followed_record

        call.terminal.write_json(events_record(corpus))
        for renewal in _renewals(call, watch):
            begun, altered = renewal.changes.begun, renewal.changes.altered
            ended = renewal.changes.ended
            call.terminal.write_json(followed_record((*begun, *altered), ended, renewal.corpus))
        return
    first = (("found", *event_row(event)) for event in corpus.events)
    call.terminal.write_table((Column("what"), *EVENT_COLUMNS), first)
    for renewal in _renewals(call, watch):
        for row in _event_rows(renewal.changes):
            call.terminal.write_row(row)


def _begin(call: Call) -> tuple[Watch, GroupedCorpus]:
    check_watchable(call.paths)
    watch = Watch()
    progress = call.terminal.on_progress
    corpus = watch.open(call.paths, call.settings, on_progress=progress)
    call.terminal.say_rejected(corpus.rejections)
    return watch, corpus


def _renewals(call: Call, watch: Watch) -> Iterator[Renewal]:
    """What changes, each time said in one line with what has gone and what was rejected."""
    terminal = call.terminal
    terminal.finish()
    terminal.say("watching; Ctrl-C ends")
    progress = terminal.on_progress
    for renewal in watch.renewals(call.paths, call.settings, on_progress=progress):
        terminal.say(tell_changes(renewal.changes))
        for identifier in renewal.changes.gone:
            terminal.say(f"gone {identifier}")
        terminal.say_rejected(renewal.changes.rejected)
        yield renewal
        terminal.finish()


def _event_rows(changes: Changes) -> Iterator[tuple[str, ...]]:
    joined = {event.id for event, _ in changes.joined}
    for event in changes.begun:
        yield "new", *event_row(event)
    for event in changes.altered:
        yield "joined" if event.id in joined else "changed", *event_row(event)
    for identifier in changes.ended:
        yield "gone", identifier, "", "", "", ""
