"""From what the user named to articles: folders, files and globs, each file to its reader.

Invariant: files come in the order of their identifiers, each once, and each yields articles or
rejections; a corpus that cannot be opened at all raises `CorpusError` before the first of them.
"""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import cast

from briefing.errors import CorpusError
from briefing.model import Article, Rejection
from briefing.plugins import READERS, Reader

MAX_FILE_BYTES = 256 * 2**20
"""Larger files are rejected unread: a reader is handed the whole file."""

_HEAD = 65_536
_FALLBACK = "text"


@dataclass(frozen=True, slots=True, order=True)
class CorpusFile:
    """A file of the corpus: the path below its folder, and the path that opens it."""

    identifier: str
    path: str
    reason: str | None = None


def read_articles(paths: Sequence[str]) -> Iterator[Article | Rejection]:
    """The articles of the named folders, files and globs, and what could not be read.

    Raises `CorpusError` at the call, not at the first article, for a path that is missing or a
    selection without any file.
    """
    files = expand_paths(paths)
    if not files:
        named = ", ".join(paths) or "nothing"
        raise CorpusError(f"no files to read in {named}", "name a folder, a file or a pattern")
    return _read_files(files)


def expand_paths(paths: Sequence[str]) -> tuple[CorpusFile, ...]:
    """Every file meant, sorted; one that is meant twice comes once. Hidden ones are left out."""
    found: dict[str, CorpusFile] = {}
    for path in paths:
        for file in _expand(path):
            key = os.path.realpath(file.path)
            found[key] = min(file, found.get(key, file))
    return tuple(sorted(found.values()))


def _expand(path: str) -> list[CorpusFile]:
    given = Path(path).expanduser()
    if given.is_dir():
        return list(_walk(given, given, frozenset()))
    if given.exists():
        return [_corpus_file(given, given.name)]
    if not glob.has_magic(str(given)):
        raise CorpusError(f"{path} does not exist", "check the spelling of the path")
    matches = sorted(glob.glob(str(given), recursive=True))  # noqa: PTH207 absolute patterns too
    if not matches:
        raise CorpusError(f"nothing matches {path}", "check the pattern, and quote it in the shell")
    base = _fixed_part(given)
    files: list[CorpusFile] = []
    for match in map(Path, matches):
        if match.is_dir():
            files.extend(_walk(match, base, frozenset()))
        else:
            files.append(_corpus_file(match, match.relative_to(base).as_posix()))
    return files


def _fixed_part(pattern: PurePath) -> Path:
    """The folder of a pattern above its first wildcard."""
    fixed = Path()
    for part in pattern.parts[:-1]:
        if glob.has_magic(part):
            break
        fixed /= part
    return fixed


def _walk(folder: Path, base: Path, above: frozenset[str]) -> Iterator[CorpusFile]:
    """The files below a folder; a link back to a folder above is not followed."""
    real = os.path.realpath(folder)
    if real in above:
        return
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield _corpus_file(folder, folder.relative_to(base).as_posix(), _why(error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _walk(entry, base, above | {real})
        else:
            yield _corpus_file(entry, entry.relative_to(base).as_posix())


def _corpus_file(path: Path, identifier: str, reason: str | None = None) -> CorpusFile:
    return CorpusFile(identifier, path.as_posix(), reason)


def _read_files(files: Sequence[CorpusFile]) -> Iterator[Article | Rejection]:
    readers = _load_readers()
    taken: set[str] = set()
    for file in files:
        for result in _read_file(file, readers):
            yield _with_free_id(result, taken) if isinstance(result, Article) else result


def _with_free_id(article: Article, taken: set[str]) -> Article:
    """The article, its id followed by "#2", "#3" … where an earlier one has it already."""
    identifier, number = article.id, 1
    while identifier in taken:
        number += 1
        identifier = f"{article.id}#{number}"
    taken.add(identifier)
    return article if number == 1 else replace(article, id=identifier)


def _load_readers() -> list[Reader]:
    """All readers in the order of the registry, the one that takes any file last."""
    names = [name for name in READERS.names() if name != _FALLBACK]
    return [cast("Reader", READERS.load(name)()) for name in (*names, _FALLBACK)]


def _read_file(file: CorpusFile, readers: Sequence[Reader]) -> Iterator[Article | Rejection]:
    path = _printable(file.path)
    if file.reason or path != file.path:
        reason = file.reason or "has a name that is not valid UTF-8 and cannot be cited"
        yield Rejection(path, None, reason)
        return
    try:
        raw = _read_bytes(Path(file.path))
    except (OSError, ValueError) as error:
        yield Rejection(path, None, _why(error))
        return
    reader = next(r for r in readers if r.accepts(raw[:_HEAD], path))
    try:
        yield from reader.read(raw, path, file.identifier)
    except Exception as error:  # noqa: BLE001 a reader may be a plug-in; one file must not end a run
        yield Rejection(path, None, f"broke its reader: {type(error).__name__}: {error}")


def _read_bytes(path: Path) -> bytes:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise ValueError("is not a regular file")
    if status.st_size > MAX_FILE_BYTES:
        raise ValueError(f"is larger than {MAX_FILE_BYTES // 2**20} MiB")
    if status.st_size == 0:
        raise ValueError("is empty")
    return path.read_bytes()


def _printable(path: str) -> str:
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _why(error: Exception) -> str:
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)
