"""Re-opening every citation of a brief: file, hash, range and words.

Invariant: a brief passes only if each source file still has the hash that the brief gives, each
cited range holds exactly the words quoted, and each sentence shown is the words of its first
citation. Nothing is taken on trust from the brief but what it claims.
"""

from __future__ import annotations

from collections.abc import Callable

from briefing.exporters.verification_json import check_json
from briefing.exporters.verification_markdown import check_markdown
from briefing.exporters.verification_sources import Mismatch
from briefing.model import Article

__all__ = ["Mismatch", "verify"]


def verify(text: str, open_article: Callable[[str], Article | None]) -> tuple[Mismatch, ...]:
    """All mismatches of a Markdown or JSON brief, by line; none where every citation holds.

    `open_article` gets each source's path as the brief writes it; for one record of a file that
    holds several, `path#id`. Raises `VerificationError` where the text is no brief at all.
    """
    check = check_json if text.lstrip().startswith("{") else check_markdown
    found = set(check(text, open_article))
    return tuple(sorted(found, key=lambda m: (m.line, m.reason)))
