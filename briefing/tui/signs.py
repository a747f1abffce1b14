"""What the reader's own marks make the lists and panes show.

Invariant: pure functions from marks to signs; each sign is a character or a word, never a colour
alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from briefing.escaping import one_line
from briefing.model import Correction, Event
from briefing.store.workspace import ArticleMark, EventMark, find_event_mark
from briefing.tui.catalogue import Catalogue

STAR, NOTE, LOCK, HIGHLIGHT = "★", "✎", "⊘", "◆"


@dataclass(frozen=True, slots=True)
class EventSigns:
    """What is shown of an event beside its title."""

    is_starred: bool = False
    has_note: bool = False
    is_locked: bool = False
    unread: int = 0

    @property
    def prefix(self) -> str:
        """The signs before the title."""
        signs = ((STAR, self.is_starred), (NOTE, self.has_note), (LOCK, self.is_locked))
        shown = "".join(sign for sign, is_shown in signs if is_shown)
        return f"{shown} " if shown else ""


def hashes_of(event: Event, catalogue: Catalogue) -> tuple[str, ...]:
    """The content hashes of an event's articles."""
    known = (catalogue.documents[a].article for a in event.articles if a in catalogue.documents)
    return tuple(article.sha256 for article in known)


@dataclass(frozen=True, slots=True)
class Marks:
    """All that the reader did: with articles, with events, and which articles are locked in."""

    articles: Mapping[str, ArticleMark]
    events: Mapping[frozenset[str], EventMark]
    locked: frozenset[str]

    def article(self, hash_: str) -> ArticleMark:
        """The mark of the article with this text."""
        return self.articles.get(hash_, ArticleMark())

    def event(self, hashes: Collection[str]) -> tuple[tuple[str, ...], EventMark]:
        """The mark of the event of these articles, with the hashes under which it is kept."""
        found = find_event_mark(hashes, self.events) if self.events else None
        return (tuple(sorted(found[0])), found[1]) if found else (tuple(hashes), EventMark())


def locked_articles(catalogue: Catalogue, corrections: Iterable[Correction]) -> frozenset[str]:
    """The articles whose events the reader locked."""
    from briefing.events.corrections import constrain

    hashes = {i: d.article.sha256 for i, d in catalogue.documents.items()}
    return frozenset(a for group in constrain(corrections, hashes).closed for a in group)


def event_signs(event: Event, catalogue: Catalogue, marks: Marks) -> EventSigns:
    """What is shown of an event beside its title."""
    own = hashes_of(event, catalogue)
    mark = marks.event(own)[1]
    return EventSigns(
        mark.is_starred,
        bool(mark.note),
        bool(marks.locked.intersection(event.articles)),
        sum(not marks.article(h).is_read for h in own),
    )


def find_event(hashes: Collection[str], catalogue: Catalogue) -> Event | None:
    """The event that has most of these articles now; the earlier one of equals."""
    wanted = set(hashes)
    found = [
        (len(wanted.intersection(hashes_of(event, catalogue))), -number, event)
        for number, event in enumerate(catalogue.corpus.events)
    ]
    best = max(found, key=lambda f: f[:2], default=None)
    return best[2] if best and best[0] else None


def successor(event: Event | None, former: Catalogue, now: Catalogue) -> Event | None:
    """What an event of a former grouping is now: the one of its id, else with its articles."""
    if event is None:
        return None
    return now.events.get(event.id) or find_event(hashes_of(event, former), now)


def shown_note(note: str) -> str:
    """A note in one line, behind its sign; empty without one."""
    return f"{NOTE} {one_line(note)}" if note.strip() else ""
