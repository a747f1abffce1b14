"""The commands that write briefs and check them again.

Invariant: a brief that was written can be verified: the paths in it are those of the pages as seen
from where the command ran.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing import pipeline
from briefing.cli.commands import Call
from briefing.cli.export import create_folder, write_file
from briefing.errors import BriefingError, ExportError
from briefing.exporters.layout import count
from briefing.exporters.naming import file_name
from briefing.model import Event, GroupedCorpus
from briefing.plugins import EXPORTERS, Exporter

_IDS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class BriefRequest:
    """Which briefs to write, how and where; no `output` means standard output."""

    events: tuple[str, ...] = ()
    is_all: bool = False
    format: str = "markdown"
    output: str | None = None
    is_forced: bool = False


def brief(call: Call, request: BriefRequest) -> int:
    """Write the briefs of the events asked for."""
    if bool(request.events) == request.is_all:
        raise BriefingError("which events?", "--event ID, or --all; briefing events lists the ids")
    exporter: Exporter = EXPORTERS.load(request.format)()
    corpus = call.open_corpus()
    chosen = corpus.events if request.is_all else _named_events(corpus, request.events)
    target = _Target.prepare(request, exporter.suffix)
    documents = {d.article.id: d for d in corpus.documents}
    for event in chosen:
        composed = pipeline.compose_brief(corpus, event)
        text = exporter.export(composed, documents, str(Path.cwd()))
        if target is None:
            call.terminal.write_text(text)
        else:
            write_file(target.path_for(event), text, is_forced=request.is_forced)
    if target is not None:
        call.terminal.say(f"wrote {count(len(chosen), 'brief')}: {target.path}")
    return call.finish(corpus.rejections)


def _named_events(corpus: GroupedCorpus, names: Sequence[str]) -> list[Event]:
    by_id = {event.id: event for event in corpus.events}
    for name in names:
        if name not in by_id:
            shown = ", ".join(list(by_id)[:_IDS_SHOWN])
            more = " …" if len(by_id) > _IDS_SHOWN else ""
            raise BriefingError(f"no event {name!r} in this corpus", f"there is {shown}{more}")
    return [by_id[name] for name in dict.fromkeys(names)]


@dataclass(frozen=True, slots=True)
class _Target:
    """A folder that takes one file per event, or one file."""

    path: Path
    suffix: str
    is_folder: bool

    @classmethod
    def prepare(cls, request: BriefRequest, suffix: str) -> _Target | None:
        if request.output is None:
            return None
        path = Path(request.output).expanduser()
        is_folder = request.is_all or len(request.events) > 1 or path.is_dir()
        if is_folder or request.output.endswith("/"):
            return cls(create_folder(request.output), suffix, is_folder=True)
        if not path.parent.is_dir():
            raise ExportError(f"{path.parent} is not a folder", "make it first")
        return cls(path, suffix, is_folder=False)

    def path_for(self, event: Event) -> Path:
        return self.path / file_name(event, self.suffix) if self.is_folder else self.path
