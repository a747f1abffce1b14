"""Re-opening every citation of a brief: file, hash, range and words.

Invariant: a brief passes only if each source file still has the hash that the brief gives, each
cited range holds exactly the words quoted, and each sentence shown is the words of its first
citation. Nothing is taken on trust from the brief but what it claims.
"""

from __future__ import annotations

from collections.abc import Callable

from briefing.errors import VerificationError
from briefing.exporters.markdown_forms import split_brief
from briefing.exporters.seal import broken_lines
from briefing.exporters.verification_json import check_json, is_json, is_sealed
from briefing.exporters.verification_markdown import check_markdown
from briefing.exporters.verification_sources import Mismatch
from briefing.model import Article

_OTHERS = {
    "<!doctype html": "an HTML brief",
    "<html": "an HTML page",
    "begin:vcalendar": "a calendar",
}
"""How files of other formats begin."""

__all__ = ["Mismatch", "is_as_written", "verify"]


def verify(text: str, open_article: Callable[[str], Article | None]) -> tuple[Mismatch, ...]:
    """All mismatches of a Markdown or JSON brief, by line; none where every citation holds.

    `open_article` gets each source's path as the brief writes it; for one record of a file that
    holds several, `path#id`. Raises `VerificationError` where the text is no brief at all.
    """
    for opening, form in _OTHERS.items():
        if text.lstrip("\ufeff \t\r\n")[: len(opening)].lower() == opening:
            raise VerificationError(
                f"this is {form}, which cannot be verified",
                "Markdown and JSON briefs can: write it with --format markdown or json too",
            )
    check = check_json if is_json(text) else check_markdown
    found = set(check(text, open_article))
    return tuple(sorted(found, key=lambda m: (m.line, m.reason)))


def is_as_written(text: str) -> bool:
    """Whether a brief is as the program wrote it, whatever has become of the pages it cites."""
    if is_json(text):
        return is_sealed(text)
    return next(broken_lines(split_brief(text)), None) is None
