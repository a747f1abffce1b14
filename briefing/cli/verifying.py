"""The command that checks written briefs against the pages they cite.

Invariant: a brief is believed in nothing: the pages it names are only read, inside the folder
given if one is given, and what is printed of it cannot steer the terminal.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from briefing.cli.commands import DONE, FOUND_WRONG
from briefing.cli.terminal import Terminal
from briefing.errors import BriefingError, CorpusError, VerificationError
from briefing.escaping import one_line
from briefing.exporters.layout import count
from briefing.model import Article

_FOOTNOTE = re.compile(r"^\[\^\d+\]: \[\d+\] ", re.MULTILINE)
_REPEATED = re.compile(r"#\d+$")
_CITATION_KEYS = {"article", "start", "end"}


def verify(briefs: Sequence[str], corpus: str | None, terminal: Terminal) -> int:
    """Re-open every citation; write each mismatch as `FILE:LINE: reason`, or how many hold."""
    if not briefs:
        raise BriefingError("which briefs?", "briefing verify BRIEF.md")
    if corpus is not None and not Path(corpus).is_dir():
        raise CorpusError(f"{corpus} is no folder", "--corpus names the folder with the pages")
    files = [(name, _read_file(name)) for name in briefs]
    wrong = 0
    for name, raw in files:
        lines = list(_check(name, raw, corpus))
        wrong += bool(lines)
        for line in lines or [f"{name}: {_count_citations(raw)} citations hold"]:
            terminal.write_text(one_line(line) + "\n")
    terminal.finish()
    if wrong:
        terminal.say(
            f"{count(wrong, 'file')} did not pass; a brief written anew passes, and keeps what"
            " stands under Comment"
        )
    return FOUND_WRONG if wrong else DONE


@dataclass(frozen=True, slots=True)
class ArticleFinder:
    """Finds the articles that briefs cite, in folders that are tried in turn.

    Confined to the folders, a path may also be only the end of the one that the brief gives, for
    pages that have moved. A file is read once for all the records that are cited from it.
    """

    folders: tuple[Path, ...]
    is_confined: bool
    _read: dict[Path, tuple[Article, ...]] = field(default_factory=dict)

    def find(self, location: str) -> Article | None:
        """The article meant by a path, or by `path#id` for one record of a file."""
        for path, identifier in _readings(location):
            for folder in self.folders:
                for end in _ends(path) if self.is_confined else [path]:
                    found = _pick(self._articles(folder / end), identifier)
                    if found is not None:
                        return found
        return None

    def _articles(self, path: Path) -> tuple[Article, ...]:
        if path not in self._read:
            self._read[path] = _read_articles(path)
        return self._read[path]


def _check(name: str, raw: bytes, corpus: str | None) -> Iterator[str]:
    from briefing.exporters.verification import verify as find_mismatches

    above = Path(name).resolve().parents
    # Paths are those seen from where the brief was written: mostly here, or above the brief.
    folders = (Path(corpus),) if corpus else (Path(), *above)
    finder = ArticleFinder(folders, is_confined=corpus is not None)
    try:
        for mismatch in find_mismatches(raw.decode("utf-8-sig"), finder.find):
            yield f"{name}:{mismatch.line}: {mismatch.reason}"
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        yield f"{name}:{line}: this is no brief: it is not UTF-8"
    except VerificationError as error:
        yield f"{name}:1: {error}"


def _read_file(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise BriefingError(f"{name}: {error.strerror or error}") from error


def _readings(location: str) -> Iterator[tuple[str, str | None]]:
    """The location split at each "#", which paths and ids may also contain, then as a path."""
    for match in re.finditer("#", location):
        yield location[: match.start()], location[match.end() :]
    # Last, since in a folder named by the user the end of an id may be the path of another page.
    yield location, None


def _ends(path: str) -> Iterator[str]:
    parts = [part for part in PurePosixPath(path).parts if part not in ("/", "..")]
    for start in range(len(parts)):
        yield "/".join(parts[start:])


def _read_articles(path: Path) -> tuple[Article, ...]:
    from briefing.readers.corpus import read_articles

    try:
        if not path.is_file():
            return ()
    except (OSError, ValueError):
        return ()
    return tuple(a for a in read_articles([str(path)]) if isinstance(a, Article))


def _pick(articles: Sequence[Article], identifier: str | None) -> Article | None:
    if identifier is None:
        return articles[0] if articles else None
    # "#2" is a record's place in its file, or tells apart two articles of one corpus with the
    # same id; opened alone the second kind has its own id.
    wanted = (identifier, _REPEATED.sub("", identifier))
    return next((a for w in wanted if (a := _named(articles, w))), None)


def _named(articles: Sequence[Article], identifier: str) -> Article | None:
    """The article with an id, or with its end: the corpus had folders above the file."""
    exact = (a for a in articles if a.id == identifier)
    ending = (a for a in articles if identifier.endswith("/" + a.id))
    return next(exact, None) or max(ending, key=lambda a: len(a.id), default=None)


def _count_citations(raw: bytes) -> int:
    text = raw.decode("utf-8-sig")
    if not text.lstrip().startswith("{"):
        return len(_FOOTNOTE.findall(text))
    try:
        return _count_records(json.loads(text))
    except ValueError:
        return sum(_count_records(json.loads(line)) for line in text.split("\n") if line.strip())


def _count_records(record: Any) -> int:
    if isinstance(record, list):
        return sum(map(_count_records, record))
    if isinstance(record, dict):
        return (record.keys() >= _CITATION_KEYS) + sum(map(_count_records, record.values()))
    return 0
