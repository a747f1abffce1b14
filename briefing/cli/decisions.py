"""The commands on what the reader decided and noted: to see it, and to take it back.

Invariant: nothing is decided here; what is taken back is named by its number, or is the last
decision about the pages of the corpus.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.cli.commands import Call
from briefing.cli.terminal import Column
from briefing.config import Settings
from briefing.decided import DecisionLine, decision_lines
from briefing.errors import BriefingError
from briefing.marks import Annotations, read_annotations
from briefing.model import GroupedCorpus
from briefing.store.decisions import About, Decided
from briefing.store.workspace import open_workspace, workspace_path

LAST = "last"


def corrections(call: Call, undo: str | None = None) -> int:
    """Write what was decided about the corpus' events and names, or take a decision back."""
    corpus = call.open_corpus()
    decided = _decided(call.settings)
    if undo is not None:
        _undo(call, undo, decided, corpus)
        return call.finish(corpus.rejections)
    lines = [n for n in decision_lines(decided, corpus) if n.about is not About.SPANS]
    for line in lines if call.is_json else ():
        call.terminal.write_json(_record(line))
    if not call.is_json:
        columns = (
            Column("number", is_number=True),
            Column("about"),
            Column("state"),
            Column("decision", ratio=1),
        )
        rows = ((str(n.number), n.about.value, _state(n), n.words) for n in lines)
        call.terminal.write_table(columns, rows)
    return call.finish(corpus.rejections)


def notes(call: Call) -> int:
    """Write what was noted and marked: on events, on pages, on stretches of them."""
    corpus = call.open_corpus()
    records = list(_note_records(corpus, annotations_of(call, corpus)))
    for record in records if call.is_json else ():
        call.terminal.write_json(record)
    if not call.is_json:
        columns = (
            Column("on"),
            Column("where", ratio=1),
            Column("range"),
            Column("words", ratio=2),
            Column("note", ratio=2),
        )
        rows = [[str(r[key] or "") for key in _NOTE_KEYS] for r in map(_with_range, records)]
        call.terminal.write_table(columns, rows)
    return call.finish(corpus.rejections)


_NOTE_KEYS = ("on", "where", "range", "text", "note")


def _with_range(record: dict[str, object]) -> dict[str, object]:
    start, end = record["start"], record["end"]
    if record["on"] == "span":
        return {**record, "range": "adrift" if start is None else f"{start}-{end}"}
    return {**record, "range": ""}


def annotations_of(call: Call, corpus: GroupedCorpus) -> Annotations:
    """What was noted about a corpus, without making a workspace where there is none."""
    path = workspace_path(call.settings.workspace)
    if path is None or not path.exists():
        return Annotations()
    key = "\n".join(str(Path(p).expanduser().absolute()) for p in call.paths)
    with open_workspace(call.settings.workspace) as workspace:
        return read_annotations(workspace, corpus.documents, key)


def _note_records(corpus: GroupedCorpus, noted: Annotations) -> Iterator[dict[str, object]]:
    hashes = {d.article.id: d.article.sha256 for d in corpus.documents}
    for event in corpus.events:
        note = noted.of_event([hashes[a] for a in event.articles if a in hashes])
        if note:
            yield _note_record("event", event.id, note)
    for article, hash_ in hashes.items():
        mark = noted.articles.get(hash_)
        if mark and mark.note:
            yield _note_record("page", article, mark.note)
    for placed in noted.spans.all:
        anchor, place = placed.mark.place, placed.place
        where = place.article if place else anchor.page
        record = _note_record("span", where, placed.mark.note)
        span = {"start": place.start, "end": place.end} if place else {}
        yield {**record, "text": anchor.words, **span}


def _note_record(on: str, where: str, note: str) -> dict[str, object]:
    return {"on": on, "where": where, "start": None, "end": None, "text": "", "note": note}


def _decided(settings: Settings) -> tuple[Decided, ...]:
    """All decisions, without making a workspace where there is none."""
    path = workspace_path(settings.workspace)
    if path is None or not path.exists():
        return ()
    with open_workspace(settings.workspace) as workspace:
        return workspace.decisions()


def _record(line: DecisionLine) -> dict[str, object]:
    return {
        "number": line.number,
        "about": line.about.value,
        "dormant": line.is_dormant,
        "decision": line.words,
    }


def _state(line: DecisionLine) -> str:
    return "dormant" if line.is_dormant else "in force"


def _undo(call: Call, which: str, decided: Sequence[Decided], corpus: GroupedCorpus) -> None:
    lines = [n for n in decision_lines(decided, corpus) if n.about is not About.SPANS]
    numbers = [line.number for line in lines]
    if which == LAST and numbers:
        number = numbers[-1]
    elif which.isdecimal() and int(which) in numbers:
        number = int(which)
    else:
        known = ", ".join(map(str, dict.fromkeys(numbers)))
        raise BriefingError(
            f"no decision {which!r} about these pages",
            f"there is {known}" if known else "briefing corrections CORPUS lists them",
        )
    with open_workspace(call.settings.workspace) as workspace:
        workspace.undo(number)
    for line in lines:
        if line.number == number:
            call.terminal.say(f"taken back: {line.words}")
