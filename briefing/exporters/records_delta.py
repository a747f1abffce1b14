"""The JSON shape of what has changed since an earlier brief.

Invariant: beside the whole brief, never in its place; every change that is not withdrawn has its
citations with their words.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefing.exporters.records import Record, citation_records
from briefing.model import BriefDelta, Document


def delta_record(delta: BriefDelta, documents: Mapping[str, Document]) -> Record:
    """What is new, changed or withdrawn."""
    return {
        "since": delta.since,
        "sources": [
            {"change": s.kind.value, "article": s.article, "name": s.name, "reason": s.reason}
            for s in delta.sources
        ],
        "changes": [
            {
                "change": c.kind.value,
                "kind": c.claim.value,
                "about": c.about,
                "text": c.text,
                "before": c.before,
                "note": c.note,
                "citations": citation_records(c.citations, documents),
            }
            for c in delta.changes
        ],
        "gaps": {"new": list(delta.new_gaps), "closed": list(delta.closed_gaps)},
    }
