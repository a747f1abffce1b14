"""Reports of one event for tests of the ledger, with the figures and dates that analysis finds.

Invariant: each report is a headline and body sentences; entities are those that the test names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.analysis.dates import find_dates
from briefing.analysis.figures import find_figures
from briefing.briefs.background import find_background
from briefing.briefs.comparing import build_comparer
from briefing.briefs.differences import find_differences
from briefing.briefs.material import Material, gather
from briefing.model import (
    Citation,
    Difference,
    Document,
    Entity,
    Event,
    EventDate,
    Label,
    Place,
    Title,
)
from tests.builders import build_document

DAY = "2031-05-05"


def report(
    identifier: str,
    language: str,
    *sentences: str,
    people: Sequence[str] = (),
    titles: dict[str, Title] | None = None,
) -> Document:
    """A report published the day after the event."""
    text = "\n".join(("***", *sentences))
    document = build_document(
        identifier, text, language=language, published="2031-05-06", people=people, titles=titles
    )
    article = document.article
    dates = find_dates(text, article.blocks, article.published)
    return replace(document, dates=dates, figures=find_figures(text, article.blocks, dates))


def material_of(*documents: Document, same: Sequence[Sequence[str]] = ()) -> Material:
    """The material of one event; `same` lists names that are one person."""
    by_id = {d.article.id: d for d in documents}
    names = sorted({m.text for d in documents for m in d.mentions})
    groups = [tuple(g) for g in same] + [(n,) for n in names if not any(n in g for g in same)]
    entities = [
        Entity(
            id=f"per-{group[0].lower().replace(' ', '-')}",
            name=group[0],
            kind=Label.PER,
            variants=tuple(group),
            role=None,
            country=None,
            mentions=tuple(
                Citation(d.article.id, m.start, m.end)
                for d in documents
                for m in d.mentions
                if m.text in group
            ),
        )
        for group in groups
    ]
    event = Event(
        "e", "Ferry sinks", "accident", EventDate(DAY), Place("Port Alva"), (), (),
        tuple(sorted(by_id)),
    )  # fmt: skip
    return gather(event, by_id, entities)


def differences(*documents: Document, same: Sequence[Sequence[str]] = ()) -> list[Difference]:
    """What the ledger reports of some documents."""
    material = material_of(*documents, same=same)
    return list(find_differences(material, build_comparer(material), find_background(material)))


def rivals(found: Sequence[Difference]) -> list[list[str]]:
    """The words of each difference's values."""
    return [[v.text for v in d.values] for d in found]
