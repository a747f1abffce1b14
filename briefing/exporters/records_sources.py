"""The JSON of what sets the sources beside each other: attendance, matrix, origin tree.

Invariant: every place that a record cites stands under `citations`, so that it can be checked
like any other.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefing.exporters.records import Record, citation_records
from briefing.model import Attendee, Brief, Document, MatrixRow, OriginNode


def source_records(brief: Brief, documents: Mapping[str, Document] | None) -> Record:
    """The fields `attendance`, `matrix` and `origin_tree` of a brief."""
    return {
        "attendance": [_attendee_record(a, documents) for a in brief.attendance],
        "matrix": [_row_record(r, documents) for r in brief.matrix],
        "origin_tree": [_node_record(n, documents) for n in brief.origin_tree],
    }


def _attendee_record(attendee: Attendee, documents: Mapping[str, Document] | None) -> Record:
    return {
        "name": attendee.name,
        "role": attendee.role,
        "country": attendee.country,
        "present": attendee.is_present,
        "origins": attendee.origins,
        "accounts": [
            {
                "article": a.article,
                "words": a.words,
                "titled": a.is_titled,
                "citations": citation_records([a.citation], documents),
            }
            for a in attendee.accounts
        ],
    }


def _row_record(row: MatrixRow, documents: Mapping[str, Document] | None) -> Record:
    return {
        "kind": row.kind,
        "fact": row.fact,
        "language": row.language,
        "origins": row.origins,
        "cells": [
            {
                "article": c.article,
                "stance": c.stance.value,
                "value": c.value or None,
                "citations": citation_records(c.citations, documents),
            }
            for c in row.cells
        ],
    }


def _node_record(node: OriginNode, documents: Mapping[str, Document] | None) -> Record:
    return {
        "article": node.article,
        "origin": node.origin,
        "depth": node.depth,
        "parent": node.parent,
        "share": node.share,
        "evidence": [
            {
                "kind": e.feature,
                "words": e.words,
                "citations": citation_records(e.citations, documents),
            }
            for e in node.evidence
        ],
    }
