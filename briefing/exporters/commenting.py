"""The analyst's own words in a brief: the one section that the program leaves to a person.

Invariant: what stands under the heading is the user's; writing a brief anew never loses it.
"""

from __future__ import annotations

import re

from briefing.exporters.layout import COMMENT

_SECTION = re.compile(rf"^## {COMMENT}\n(.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)


def keep_comment(earlier: str, text: str) -> str:
    """The Markdown brief `text` with the comment of an earlier version of it."""
    written = _SECTION.search(earlier)
    place = _SECTION.search(text)
    if written is None or place is None or not written[1].strip():
        return text
    return f"{text[: place.start(1)]}\n{written[1].strip()}\n\n{text[place.end(1) :]}"
