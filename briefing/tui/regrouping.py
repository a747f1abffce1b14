"""What a reader can decide about the grouping where they are, and what it means as corrections.

Invariant: pure; articles go by the hash of their text, and every act is undone as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from textual.content import Content

from briefing.escaping import one_line
from briefing.exporters.layout import count
from briefing.model import Correction, CorrectionKind, Document, Event
from briefing.tui.catalogue import Catalogue
from briefing.tui.event_entries import shown_date
from briefing.tui.signs import hashes_of
from briefing.tui.source_pane import source_name


class Act(StrEnum):
    """What can be done to the grouping."""

    SPLIT = "split"
    MOVE = "move"
    MERGE = "merge"
    LOCK = "lock"
    UNLOCK = "unlock"
    UNDO = "undo"


NEEDS_EVENT = frozenset({Act.MOVE, Act.MERGE})
"""Acts that ask for a second event."""


def offered_acts(
    event: Event, document: Document | None, *, is_locked: bool, can_undo: bool, events: int
) -> Iterator[tuple[str, Content]]:
    """The acts that make sense for the event and the source in the reader's pane."""
    name = source_name(document.article) if document else ""
    if document and len(event.articles) > 1:
        yield _offer(Act.SPLIT, f"Split {name} off", "it reports an event of its own")
    if document and events > 1:
        yield _offer(Act.MOVE, f"Move {name} …", "it reports another of the events")
    if events > 1:
        yield _offer(Act.MERGE, "Merge this event …", "another event of the list is the same one")
    if is_locked:
        yield _offer(Act.UNLOCK, "Unlock this event", "articles may join it again")
    else:
        articles = count(len(event.articles), "article")
        yield _offer(Act.LOCK, "Lock this event", f"its {articles} and no others, for good")
    if can_undo:
        yield _offer(Act.UNDO, "Undo", "take back the last of these decisions")


def _offer(act: Act, words: str, meaning: str) -> tuple[str, Content]:
    return act.value, Content.assemble((words, "bold"), (f"\n{meaning}", ".list--quiet"))


def other_events(event: Event, catalogue: Catalogue) -> Iterator[tuple[str, Content]]:
    """The events to choose from, those of the same storyline first."""
    others = [e for e in catalogue.corpus.events if e.id != event.id]
    is_near = {e.id: bool(event.storyline) and e.storyline == event.storyline for e in others}
    for other in sorted(others, key=lambda e: not is_near[e.id]):
        date = shown_date(other.date.value if other.date else None) or "no date"
        told = " · ".join((date, count(len(other.articles), "article")))
        yield (
            other.id,
            Content.assemble(
                (one_line(other.label) or other.id, "bold"), (f"\n{told}", ".list--quiet")
            ),
        )


def corrections_of(
    act: Act, event: Event, document: Document | None, other: Event | None, catalogue: Catalogue
) -> Sequence[Correction]:
    """What an act says of articles; empty where it says nothing."""
    own = hashes_of(event, catalogue)
    if act is Act.LOCK:
        return (Correction(CorrectionKind.LOCKED, own),)
    if act is Act.UNLOCK:
        return (Correction(CorrectionKind.UNLOCKED, own),)
    if act is Act.MERGE and other:
        joined = (*own, *hashes_of(other, catalogue))
        return (Correction(CorrectionKind.TOGETHER, joined),)
    if act in (Act.SPLIT, Act.MOVE) and document:
        return _taken_out(document.article.sha256, event, other, catalogue)
    return ()


def _taken_out(
    article: str, event: Event, other: Event | None, catalogue: Catalogue
) -> Sequence[Correction]:
    """An article taken out of its event: into another one, or to stand by itself.

    Nothing else is to change: without its article the rest of the event, and alone the article,
    would join the nearest other event, so both are kept from it.
    """
    kinds = CorrectionKind
    rest = tuple(h for h in hashes_of(event, catalogue) if h != article)
    near = tuple(h for e in _near_events(event, catalogue) for h in hashes_of(e, catalogue))
    decided = []
    if rest:
        away = rest if other else (*rest, *near)
        decided = [Correction(kinds.APART, (article,), away), Correction(kinds.TOGETHER, rest)]
        if near:
            decided.append(Correction(kinds.APART, rest, near))
    if other:
        decided.append(Correction(kinds.TOGETHER, (article, *hashes_of(other, catalogue))))
    return tuple(decided)


def _near_events(event: Event, catalogue: Catalogue) -> Iterator[Event]:
    """The other events that the event was compared with, and those of its storyline."""
    compared = {a for score in event.evidence for a in (score.left, score.right)}
    for other in catalogue.corpus.events:
        is_kin = event.storyline is not None and other.storyline == event.storyline
        if other.id != event.id and (is_kin or compared.intersection(other.articles)):
            yield other
