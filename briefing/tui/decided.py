"""What the reader's own corrections made of an event, in words.

Invariant: pure; only what still holds is told: a correction that a later one overrides, or that
was taken back, is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.events.corrections import constrain
from briefing.model import Correction, CorrectionKind, Event
from briefing.tui.catalogue import Catalogue
from briefing.tui.source_pane import source_name


def tell_corrections(
    event: Event, corrections: Sequence[Correction], catalogue: Catalogue
) -> tuple[str, ...]:
    """Which articles of the event were moved, joined, split off or locked by the reader."""
    if not corrections:
        return ()
    hashes = {i: d.article.sha256 for i, d in catalogue.documents.items()}
    rules, members = constrain(corrections, hashes), set(event.articles)
    taken = {c.articles[0] for c in corrections if _takes_out(c)}
    moved = [a for a in event.articles if hashes.get(a) in taken]
    joined = [sorted(members.intersection(group)) for group in rules.together]
    told = [*_tell_joined([g for g in joined if len(g) > 1], moved, catalogue)]
    together = {article for group in joined if len(group) > 1 for article in group}
    outside = {one for pair in rules.apart for one in pair if set(pair) & members} - members
    if outside:
        alone = (article for article in moved if article not in together)
        told += [f"{_name(article, catalogue)} was split off by you" for article in alone]
        told.append(f"kept apart by you: {_names(sorted(outside), catalogue)}")
    if any(members & set(group) for group in rules.closed):
        told.append("locked by you: no other article joins")
    return tuple(dict.fromkeys(told))


def _takes_out(correction: Correction) -> bool:
    return correction.kind is CorrectionKind.APART and len(correction.articles) == 1


def _tell_joined(
    groups: Sequence[Sequence[str]], moved: Sequence[str], catalogue: Catalogue
) -> Iterator[str]:
    for group in groups:
        here = [a for a in group if a in moved]
        for article in here:
            yield f"{_name(article, catalogue)} was moved here by you"
        if not here:
            yield f"joined by you: {_names(group, catalogue)}"


def _names(articles: Sequence[str], catalogue: Catalogue) -> str:
    return ", ".join(_name(article, catalogue) for article in articles)


def _name(article: str, catalogue: Catalogue) -> str:
    document = catalogue.documents.get(article)
    return source_name(document.article) if document else article
