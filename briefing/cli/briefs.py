"""The command that writes briefs.

Invariant: a brief that was written can be verified: the paths in it are those of the pages as seen
from where the command ran. What was written to a file is remembered as made, whatever shows it on
a screen or in a pipe is not.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from briefing import editions, pipeline
from briefing.cli.commands import Call
from briefing.cli.decisions import annotations_of
from briefing.cli.export import create_folder, write_file
from briefing.cli.since import Memory, concerned_events, read_editions
from briefing.editions import Edition
from briefing.errors import BriefingError, ExportError
from briefing.exporters.analyst_notes import add_notes
from briefing.exporters.layout import count
from briefing.exporters.naming import CHANGES, file_name
from briefing.exporters.writing import write_beside
from briefing.marks import Annotations, notes_of
from briefing.mistyping import did_you_mean
from briefing.model import Brief, BriefDelta, Event, GroupedCorpus
from briefing.plugins import EXPORTERS, Exporter

_IDS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class BriefRequest:
    """Which briefs to write, how and where; no `output` means standard output.

    With `is_since_last`, or `since` which names earlier briefs, only what has changed is written.
    """

    events: tuple[str, ...] = ()
    is_all: bool = False
    formats: tuple[str, ...] = ("markdown",)
    output: str | None = None
    is_forced: bool = False
    is_since_last: bool = False
    since: tuple[str, ...] = ()
    has_notes: bool = False

    @property
    def is_comparing(self) -> bool:
        """Whether what has changed is asked for."""
        return self.is_since_last or bool(self.since)


def brief(call: Call, request: BriefRequest) -> int:
    """Write the briefs of the events asked for, or what has changed in them."""
    _check(request)
    exporters = [EXPORTERS.load(name)() for name in dict.fromkeys(request.formats)]
    earlier = read_editions(request.since, call.terminal)
    corpus = call.open_corpus()
    if request.events:
        chosen = _named_events(corpus, request.events)
    else:
        chosen = list(corpus.events) if request.is_all else concerned_events(corpus, earlier)
    target = _Target.prepare(request)
    with closing(Memory(call.settings, call.terminal)) as memory:
        noted = annotations_of(call, corpus) if request.has_notes else None
        composer = pipeline.BriefComposer(corpus, call.settings.language)
        _Writer(call, request, composer, exporters, target, memory, earlier, noted).write(chosen)
    return call.finish(corpus.rejections)


def _check(request: BriefRequest) -> None:
    if request.is_since_last and request.since:
        raise BriefingError(
            "compared with which briefs?", "--since-last, or --since FILE, not both"
        )
    if bool(request.events) == request.is_all and not (request.since and not request.events):
        raise BriefingError("which events?", "--event ID, or --all; briefing events lists the ids")


def _named_events(corpus: GroupedCorpus, names: Sequence[str]) -> list[Event]:
    by_id = {event.id: event for event in corpus.events}
    for name in names:
        if name not in by_id:
            shown = ", ".join(list(by_id)[:_IDS_SHOWN])
            more = " …" if len(by_id) > _IDS_SHOWN else ""
            hint = did_you_mean(name, by_id, f"there is {shown}{more}")
            raise BriefingError(f"no event {name!r} in this corpus", hint)
    return [by_id[name] for name in dict.fromkeys(names)]


@dataclass(slots=True)
class _Writer:
    """One run: briefs composed, compared, written, remembered and counted."""

    call: Call
    request: BriefRequest
    composer: pipeline.BriefComposer
    exporters: Sequence[Exporter]
    target: _Target | None
    memory: Memory
    earlier: Sequence[Edition]
    annotations: Annotations | None = None
    _written: int = 0
    _unchanged: int = 0
    _undated: int = 0

    def write(self, events: Sequence[Event]) -> None:
        """Write the briefs, and say where they are and what was left out."""
        for event in events:
            self._write_event(event)
        told = []
        if self.target is not None:
            told.append(f"wrote {count(self._written, 'brief')}: {self.target.path}")
        if self._unchanged:
            told.append(f"nothing has changed in {count(self._unchanged, 'other')}")
        if self._undated:
            told.append(f"no date is known for {count(self._undated, 'event')}")
        if told:
            self.call.terminal.say("; ".join(told))

    def _write_event(self, event: Event) -> None:
        composed = self.composer.compose(event)
        delta = self._compare(composed) if self.request.is_comparing else None
        if delta is not None and delta.is_empty and not self.request.events:
            self._unchanged += 1
            return
        shown = replace(composed, delta=delta)
        is_written, is_made = False, False
        for exporter in self.exporters:
            text = exporter.export(shown, self.composer.documents, str(Path.cwd()))
            if not text:
                self._tell_nothing(event)
                continue
            if self.annotations is not None:
                notes = notes_of(composed, self.annotations)
                text = add_notes(text, exporter.suffix, notes)
            self._put(shown, exporter, text)
            is_written = True
            # A calendar holds some dates of a brief: whoever has it was not briefed.
            is_made = is_made or getattr(exporter, "is_whole", True)
        self._written += is_written
        if is_made and (self.target is not None or _is_written_to_file()):
            self.memory.keep(composed, self.composer.corpus)

    def _compare(self, brief: Brief) -> BriefDelta | None:
        corpus = self.composer.corpus
        if self.request.is_since_last:
            delta = self.memory.compare(brief, corpus)
        else:
            delta = editions.compare_with(self.earlier, brief, corpus)
        if delta is None:
            self.call.terminal.say(f"{brief.event.id}: no earlier brief, this is a whole one")
        return delta

    def _tell_nothing(self, event: Event) -> None:
        if self.request.events:
            raise ExportError(
                f"{event.id}: no date is known, there is nothing to put in a calendar"
            )
        self._undated += 1

    def _put(self, brief: Brief, exporter: Exporter, text: str) -> None:
        if self.target is None:
            self.call.terminal.write_text(text)
        elif brief.delta is not None and self.target.is_folder:
            stem = file_name(brief.event, CHANGES)
            try:
                write_beside(self.target.path, stem, exporter.suffix, text)
            except OSError as error:
                raise ExportError(f"{self.target.path}: {error.strerror or error}") from error
        else:
            path = self.target.path_for(brief.event, exporter.suffix)
            if brief.delta is not None and path.exists() and not self.request.is_forced:
                hint = "changes are never written over a brief: name another file, or --force"
                raise ExportError(f"{path} exists", hint)
            write_file(path, text, is_forced=self.request.is_forced)


def _is_written_to_file() -> bool:
    """Whether standard output is a file, as after ">"; a screen or a pipe only shows the brief."""
    try:
        return stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError, AttributeError):
        return False


@dataclass(frozen=True, slots=True)
class _Target:
    """A folder that takes one file per event, or one file."""

    path: Path
    is_folder: bool

    @classmethod
    def prepare(cls, request: BriefRequest) -> _Target | None:
        if request.output is None:
            return None
        path = Path(request.output).expanduser()
        is_many = len(request.events) != 1 or len(set(request.formats)) > 1
        if is_many or path.is_dir() or request.output.endswith("/"):
            return cls(create_folder(request.output), is_folder=True)
        if not path.parent.is_dir():
            raise ExportError(f"{path.parent} is not a folder", "make it first")
        return cls(path, is_folder=False)

    def path_for(self, event: Event, suffix: str) -> Path:
        return self.path / file_name(event, suffix) if self.is_folder else self.path
