"""The sources that a brief claims, opened once each.

Invariant: an article is trusted for a citation only if its text has the hash that the brief gives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing.lexicon.citing import cite_words, hash_text, trim_range
from briefing.model import Article


@dataclass(frozen=True, slots=True)
class Mismatch:
    """What does not hold, at a 1-based line of the brief."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class ClaimedSource:
    """A source as the brief lists it, and the line that does so."""

    number: int
    article: str
    path: str
    language: str
    sha256: str
    line: int

    @property
    def location(self) -> str:
        """What opens the article: its path, for one of several in a file `path#id`."""
        is_whole_file = self.path == self.article or self.path.endswith("/" + self.article)
        is_inside = self.article.endswith("/" + self.path)
        return self.path if is_whole_file or is_inside else f"{self.path}#{self.article}"


@dataclass(frozen=True, slots=True)
class SourceShelf:
    """The texts of the claimed sources that opened with the right hash, by source number."""

    texts: Mapping[int, str]
    mismatches: tuple[Mismatch, ...]

    @classmethod
    def open_all(
        cls, claimed: Iterable[ClaimedSource], open_article: Callable[[str], Article | None]
    ) -> SourceShelf:
        """Open every source and compare hashes."""
        texts: dict[int, str] = {}
        mismatches: list[Mismatch] = []
        for source in claimed:
            article = open_article(source.location)
            problem = _find_problem(source, article, texts)
            if problem is None and article is not None:
                texts[source.number] = article.text
            else:
                mismatches.append(Mismatch(source.line, problem or "cannot be opened"))
        return cls(texts, tuple(mismatches))

    def words(self, number: int, start: int, end: int) -> str | None:
        """The words of a range, or None where the source failed or the range lies outside it."""
        text = self.texts.get(number)
        if text is None or not 0 <= start < end <= len(text):
            return None
        return cite_words(text, start, end)


def _find_problem(
    source: ClaimedSource, article: Article | None, texts: Mapping[int, str]
) -> str | None:
    if source.number in texts:
        return f"source {source.number} is listed twice"
    if article is None:
        reason = f"source {source.number} cannot be opened: {source.path}"
        return f"{reason} (if the pages have moved: --corpus FOLDER)"
    found = hash_text(article.text)
    if found != source.sha256:
        reason = f"source {source.number} has changed: {source.path} does not have the hash given"
        return f"{reason} (briefing brief … --since this brief tells what is different)"
    return None


def check_range(shelf: SourceShelf, number: int, start: int, end: int) -> Iterator[str]:
    """Why a range cannot be quoted from a source, if so."""
    text = shelf.texts.get(number)
    if text is None:
        yield f"source {number} could not be checked"
    elif not 0 <= start < end <= len(text):
        yield f"characters {start}–{end} lie outside source {number}"
    elif trim_range(text, start, end) != (start, end):
        yield f"characters {start}–{end} of source {number} begin or end with a blank"
