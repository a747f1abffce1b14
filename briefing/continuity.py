"""What has become of a corpus between two groupings of it: ids that stay, pages that came or went.

Invariant: pure. Articles are known again by their id, or by their text under another one; an event
is the same one as long as no other holds more of its articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefing.model import Document, Event, GroupedCorpus, Rejection

_UNDATED = "9999"
"""Sorts events without a date behind the others, as the grouping does."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs: ids of articles that are new, changed or gone, and what became of events.

    `joined` gives each event of before that has new articles now with their number. `begun` are
    events that were not there, `ended` the ids of those that are there no more, `altered` all
    that say something else now. `rejected` are inputs that were not rejected before; `is_mended`
    says that some which were are not any more.
    """

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    joined: tuple[tuple[Event, int], ...] = ()
    begun: tuple[Event, ...] = ()
    ended: tuple[str, ...] = ()
    altered: tuple[Event, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    is_mended: bool = False

    @property
    def is_any(self) -> bool:
        """Whether anything differs: else the two groupings show the same."""
        return self != Changes()


def keep_ids(before: GroupedCorpus, after: GroupedCorpus) -> GroupedCorpus:
    """The later grouping, each event under the id by which it was known before.

    An event is named after its first report, so that an earlier page which comes late would name
    it anew; whoever is reading must not lose it for that.
    """
    known = _successors(before, after)
    taken = set(known.values())
    names = dict(known)
    for event in after.events:
        if event.id not in names:
            names[event.id] = _free(event.id, taken)
            taken.add(names[event.id])
    if all(old == new for old, new in names.items()):
        return after
    events = [replace(event, id=names[event.id]) for event in after.events]
    events.sort(key=lambda e: (e.date.value if e.date else _UNDATED, e.id))
    storylines = tuple(
        replace(s, events=tuple(names.get(e, e) for e in s.events)) for s in after.storylines
    )
    return replace(after, events=tuple(events), storylines=storylines)


def _successors(before: GroupedCorpus, after: GroupedCorpus) -> dict[str, str]:
    """The former id of each event that goes on; the one with most articles in common keeps it."""
    formerly = _known_again(before, after)
    event_of = {a: event.id for event in before.events for a in event.articles}
    shared = Counter(
        (event_of[formerly[a]], event.id)
        for event in after.events
        for a in event.articles
        if formerly.get(a) in event_of
    )
    found: dict[str, str] = {}
    kept: set[str] = set()
    for (old, new), _ in sorted(shared.items(), key=lambda s: (-s[1], s[0][0] != s[0][1], s[0])):
        if new not in found and old not in kept:
            found[new] = old
            kept.add(old)
    return found


def _known_again(before: GroupedCorpus, after: GroupedCorpus) -> dict[str, str]:
    """The former id of each article that was there before, under this id or another."""
    former = {d.article.id for d in before.documents}
    here = {d.article.id for d in after.documents}
    moved = {d.article.sha256: d.article.id for d in before.documents if d.article.id not in here}
    known = {}
    for document in after.documents:
        article = document.article
        if article.id in former:
            known[article.id] = article.id
        elif article.sha256 in moved:
            known[article.id] = moved[article.sha256]
    return known


def _free(identifier: str, taken: set[str]) -> str:
    """The id, or the id with the first number that makes it one of its own."""
    number, free = 1, identifier
    while free in taken:
        number += 1
        free = f"{identifier}-{number}"
    return free


def compare_groupings(before: GroupedCorpus, after: GroupedCorpus) -> Changes:
    """What is new, changed and gone; the events of both must go by the same ids."""
    old, new = _documents(before), _documents(after)
    formerly = _known_again(before, after)
    came = tuple(a for a in new if a not in formerly)
    left = set(old) - set(formerly.values())
    events, here = {e.id: e for e in before.events}, {e.id for e in after.events}
    fresh = set(came)
    joined = [(e, len(fresh.intersection(e.articles))) for e in after.events if e.id in events]
    rejected = set(before.rejections)
    return Changes(
        new=came,
        changed=tuple(a for a in new if a in formerly and _differs(new[a], old[formerly[a]])),
        gone=tuple(a for a in old if a in left),
        joined=tuple((event, number) for event, number in joined if number),
        begun=tuple(e for e in after.events if e.id not in events),
        ended=tuple(e.id for e in before.events if e.id not in here),
        altered=tuple(e for e in after.events if e.id in events and _tells_other(e, events[e.id])),
        rejected=tuple(r for r in after.rejections if r not in rejected),
        is_mended=bool(rejected - set(after.rejections)),
    )


def _documents(corpus: GroupedCorpus) -> Mapping[str, Document]:
    return {document.article.id: document for document in corpus.documents}


def _differs(document: Document, former: Document) -> bool:
    one, two = document.article, former.article
    return (one.id, one.sha256, one.path) != (two.id, two.sha256, two.path)


def _tells_other(event: Event, former: Event) -> bool:
    """Whether an event says something else; with every page all scores shift a little."""
    return replace(event, evidence=(), storyline=None) != replace(
        former, evidence=(), storyline=None
    )
