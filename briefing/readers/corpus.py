"""From what the user named to articles: folders, files and globs, each file to its reader.

Invariant: files come in the order of their identifiers, each once, and each yields articles or
rejections; a corpus that cannot be opened at all raises `CorpusError` before the first of them.
"""

from __future__ import annotations

import glob
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from briefing.beside import MAX_BYTES as MAX_BESIDE
from briefing.beside import Beside, name_beside, parse_beside
from briefing.errors import CorpusError
from briefing.mistyping import nearest
from briefing.model import Article, Rejection
from briefing.plugins import Reader
from briefing.readers.companions import is_companion
from briefing.readers.decoding import mark_encoding
from briefing.readers.sniffing import complete, load_readers, read_bytes

MAX_FILE_BYTES = 256 * 2**20
"""Larger files are rejected unread: a reader is handed the whole file."""


_MOST_BESIDE = 5_000
"""Names that are compared with a mistyped one."""

UNFINISHED = (".part", ".partial", ".crdownload", ".opdownload")
"""How browsers call what they are still saving; it would be read as a page cut off."""

STANDARD_INPUT = "-"
"""Names what is piped into the program, as "/dev/stdin" does; a file of that name is "./-"."""


@dataclass(frozen=True, slots=True, order=True)
class CorpusFile:
    """A file of the corpus: the path below its folder, and the path that opens it."""

    identifier: str
    path: str
    reason: str | None = None


_INPUT = CorpusFile("stdin", STANDARD_INPUT)


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
        for real, file in _expand(path):
            found[real] = min(file, found.get(real, file))
    return tuple(sorted(found.values()))


def _expand(path: str) -> list[tuple[str, CorpusFile]]:
    """The files that a path means, each with what tells it apart from all others."""
    if path in {STANDARD_INPUT, "/dev/stdin"}:
        return [(STANDARD_INPUT, _INPUT)]
    given = Path(path).expanduser()
    if given.is_dir():
        return list(_walk(given, given))
    if given.exists():
        return [_found(given, given.name)]
    if not glob.has_magic(str(given)):
        near = nearest_path(path)
        hint = f"did you mean {near}?" if near else "check the spelling of the path"
        raise CorpusError(f"{path} does not exist", hint)
    matches = sorted(glob.glob(str(given), recursive=True))  # noqa: PTH207 absolute patterns too
    if not matches:
        raise CorpusError(f"nothing matches {path}", "check the pattern, and quote it in the shell")
    base = _fixed_part(given)
    files: list[tuple[str, CorpusFile]] = []
    for match in map(Path, matches):
        if match.is_dir():
            files.extend(_walk(match, base))
        else:
            files.append(_found(match, match.relative_to(base).as_posix()))
    return files


def nearest_path(path: str) -> str | None:
    """The file or folder that is there and is called most like one that is not."""
    given = Path(path)
    try:
        with os.scandir(given.parent.expanduser()) as scanned:
            names = sorted(
                entry.name for _, entry in zip(range(_MOST_BESIDE), scanned, strict=False)
            )
    except (OSError, ValueError):
        return None
    near = nearest(given.name, (name for name in names if not name.startswith(".")))
    return str(given.parent / near) if near else None


def _found(path: Path, identifier: str, reason: str | None = None) -> tuple[str, CorpusFile]:
    return os.path.realpath(path), CorpusFile(identifier, path.as_posix(), reason)


def _fixed_part(pattern: PurePath) -> Path:
    """The folder of a pattern above its first wildcard."""
    fixed = Path()
    for part in pattern.parts[:-1]:
        if glob.has_magic(part):
            break
        fixed /= part
    return fixed


def _walk(folder: Path, base: Path) -> Iterator[tuple[str, CorpusFile]]:
    """The files below a folder, each folder entered once however many links lead to it.

    Without recursion, since folders nest deeper than calls; what belongs to a page is left out.
    """
    top = folder.relative_to(base).as_posix()
    waiting = [(folder.as_posix(), os.path.realpath(folder), "" if top == "." else f"{top}/")]
    entered: set[str] = set()
    while waiting:
        current, real, prefix = waiting.pop()
        if real in entered:
            continue
        entered.add(real)
        try:
            with os.scandir(current) as scanned:
                entries = sorted(scanned, key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            yield real, CorpusFile(prefix.rstrip("/") or ".", current, _why(error))
            continue
        shown = [entry for entry in entries if not entry.name.startswith(".")]
        folders = {entry.name for entry in shown if _is_folder(entry)}
        pages = [entry.name for entry in shown if entry.name not in folders]
        for entry in shown:
            path = Path(entry.path).as_posix()
            own = os.path.realpath(path) if entry.is_symlink() else f"{real}/{entry.name}"
            if entry.name not in folders:
                is_begun = entry.name.casefold().endswith(UNFINISHED)
                reason = "is a download that has not ended" if is_begun else None
                yield own, CorpusFile(prefix + entry.name, path, reason)
            elif not is_companion(entry.name, pages):
                waiting.append((path, own, f"{prefix}{entry.name}/"))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a loop of links: whoever opens it says so
        return False


def _read_files(files: Sequence[CorpusFile]) -> Iterator[Article | Rejection]:
    readers = load_readers()
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


def _read_file(file: CorpusFile, readers: Sequence[Reader]) -> Iterator[Article | Rejection]:
    is_piped = file.path == STANDARD_INPUT
    path = file.identifier if is_piped else _printable(file.path)
    if file.reason or (path != file.path and not is_piped):
        reason = file.reason or "has a name that is not valid UTF-8 and cannot be cited"
        yield Rejection(path, None, reason)
        return
    try:
        raw = _read_input() if is_piped else _read_bytes(Path(file.path))
    except (OSError, ValueError) as error:
        yield Rejection(path, None, _why(error))
        return
    beside = None if is_piped else _read_beside(Path(file.path))
    if beside is None:
        yield from read_bytes(readers, raw, path, file.identifier)
        return
    for found in read_bytes(readers, mark_encoding(raw, beside.charset), path, file.identifier):
        yield complete(found, beside.declared) if isinstance(found, Article) else found


def _read_beside(path: Path) -> Beside | None:
    """What stands beside a page of what is known of it, as fetching leaves it there."""
    beside = path.with_name(name_beside(path.name))
    try:
        if not beside.is_file():  # opening a pipe would wait for ever
            return None
        with beside.open("rb") as file:
            return parse_beside(file.read(MAX_BESIDE + 1))
    except (OSError, ValueError):
        return None


def _read_bytes(path: Path) -> bytes:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise ValueError("is not a regular file")
    if status.st_size > MAX_FILE_BYTES:
        raise ValueError(f"is larger than {MAX_FILE_BYTES // 2**20} MiB")
    if status.st_size == 0:
        raise ValueError("is empty")
    return path.read_bytes()


def _read_input() -> bytes:
    raw = sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
    if len(raw) > MAX_FILE_BYTES:
        raise ValueError(f"is larger than {MAX_FILE_BYTES // 2**20} MiB")
    if not raw:
        raise ValueError("is empty")
    return raw


def _printable(path: str) -> str:
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _why(error: Exception) -> str:
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)
