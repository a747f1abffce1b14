"""The analyst's own words in a brief: the one section that the program leaves to a person.

Invariant: what stands under the heading is the user's; writing a brief anew never loses it.
"""

from __future__ import annotations

import re

from briefing.exporters.analyst_notes import split_notes
from briefing.exporters.layout import COMMENT

_SECTION = re.compile(rf"^## {COMMENT}\n(.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)


def keep_comment(earlier: str, text: str) -> str:
    """The Markdown brief `text` with the comment of an earlier version of it.

    Notes that `text` brings along take the place of those that were written before.
    """
    written = _SECTION.search(earlier)
    place = _SECTION.search(text)
    if written is None or place is None or not written[1].strip():
        return text
    comment, (notes, _) = written[1].strip(), split_notes(place[1])
    if notes:
        comment = "\n\n".join(part for part in (split_notes(written[1])[1], notes) if part)
    return f"{text[: place.start(1)]}\n{comment}\n\n{text[place.end(1) :]}"
