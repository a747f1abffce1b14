"""A brief as one line of JSON.

Invariant: the shape is that of `records.brief_record` with the fields of `records_sources`;
characters beyond ASCII that could hide or reorder text are written as escapes.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping

from briefing.exporters.escaping import HIDDEN_CATEGORIES
from briefing.exporters.layout import relative_path
from briefing.exporters.records import brief_record
from briefing.exporters.records_delta import delta_record
from briefing.exporters.records_sources import source_records
from briefing.exporters.seal import SEAL, seal_record
from briefing.model import Brief, Document


class JsonExporter:
    """Writes a brief as one JSON object on one line; the citations carry their words."""

    suffix = ".json"

    def export(self, brief: Brief, documents: Mapping[str, Document], root: str) -> str:
        """The file's text; `root` is what the paths of the sources are relative to."""
        record = {**brief_record(brief, documents), **source_records(brief, documents)}
        for source in record["sources"]:
            source["path"] = relative_path(source["path"], root)
        if brief.delta:
            record["delta"] = delta_record(brief.delta, documents)
        record[SEAL] = seal_record(record)
        return "".join(map(_escape, json.dumps(record, ensure_ascii=False))) + "\n"


def _escape(character: str) -> str:
    if unicodedata.category(character) not in HIDDEN_CATEGORIES:
        return character
    return json.dumps(character)[1:-1]
