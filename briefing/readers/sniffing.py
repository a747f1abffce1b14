"""Which reader a file goes to, and the files inside files.

Invariant: a format is known by content first, by ending second, and what nobody knows goes to the
text reader, which says why it cannot be read. Containers are opened to a bounded depth, number and
size, however they are nested; a file that breaks its reader costs itself only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, cast, runtime_checkable

from briefing.model import Article, Rejection
from briefing.plugins import READERS, Declared, Member, Reader
from briefing.readers.decoding import UnreadableError

MAX_MEMBER_BYTES = 256 * 2**20
"""What one file may hold once unpacked: a reader is handed the whole of it."""

MAX_UNPACKED_BYTES = 2**30
"""What all the files inside one file may hold together."""

MAX_MEMBERS = 100_000
MAX_DEPTH = 3
"""An attachment of a message in an archive lies two deep."""

_HEAD = 65_536
_FALLBACK = "text"


@runtime_checkable
class Metered(Protocol):
    """A reader that counts what it costs to read one file of the corpus with all that is in it."""

    def renew(self) -> None:
        """Another file of the corpus begins."""
        ...


@dataclass(slots=True)
class _Allowance:
    """What may still be unpacked from one file of the corpus."""

    members: int
    size: int


def load_readers() -> list[Reader]:
    """All readers in the order of the registry, the one that takes any file last."""
    factories = READERS.load_all()
    last = factories.pop(_FALLBACK)
    return [cast("Reader", factory()) for factory in (*factories.values(), last)]


def reader_of(readers: Sequence[Reader], head: bytes, path: str) -> Reader:
    """The reader for a file that begins with `head`; the last of the readers takes any."""
    name = path.casefold()
    fallback = readers[-1]
    by_content = (r for r in readers[:-1] if r.accepts(head, path))
    by_ending = (r for r in readers[:-1] if name.endswith(r.endings))
    return next(by_content, None) or next(by_ending, fallback)


def read_bytes(
    readers: Sequence[Reader], raw: bytes, path: str, identifier: str
) -> Iterator[Article | Rejection]:
    """The articles of one file and of the files inside it, and why some are not there."""
    allowance = _Allowance(MAX_MEMBERS, MAX_UNPACKED_BYTES)
    for reader in readers:
        if isinstance(reader, Metered):
            reader.renew()
    is_silent = True
    for found in _read(readers, Member(path, raw), path, identifier, (0, allowance)):
        is_silent = False
        yield found
    if is_silent:
        yield Rejection(path, None, "holds no page")


def _read(
    readers: Sequence[Reader],
    file: Member,
    path: str,
    identifier: str,
    within: tuple[int, _Allowance],
) -> Iterator[Article | Rejection]:
    try:
        reader = reader_of(readers, file.raw[:_HEAD], file.name)
        for found in reader.read(file.raw, path, identifier):
            if isinstance(found, Member):
                yield from _read_member(readers, found, path, identifier, within)
            else:
                yield found
    except UnreadableError as error:
        yield Rejection(path, None, str(error))
    except UnicodeDecodeError as error:
        yield Rejection(path, None, f"holds bytes that are no characters ({error.reason})")
    except Exception as error:  # noqa: BLE001 a reader may be a plug-in; one file must not end a run
        yield Rejection(path, None, f"broke its reader: {type(error).__name__}: {error}")


def _read_member(
    readers: Sequence[Reader],
    member: Member,
    path: str,
    identifier: str,
    within: tuple[int, _Allowance],
) -> Iterator[Article | Rejection]:
    depth, allowance = within
    allowance.members -= 1
    allowance.size -= len(member.raw)
    if allowance.members < 0 or allowance.size < 0:
        raise UnreadableError(
            f"unpacks to more than {MAX_MEMBERS:,} files or {MAX_UNPACKED_BYTES // 2**20} MiB;"
            " the rest is left out"
        )
    if depth == MAX_DEPTH:
        yield Rejection(f"{path}/{member.name}", None, "lies too deep in files inside files")
        return
    inner = _read(readers, member, path, f"{identifier}/{member.name}", (depth + 1, allowance))
    for found in inner:
        if isinstance(found, Rejection):
            yield replace(found, path=f"{path}/{member.name}{found.path.removeprefix(path)}")
        else:
            yield complete(found, member.declared)


def complete(article: Article, declared: Declared) -> Article:
    """The article with what its container says of it where it says nothing itself."""
    return replace(
        article,
        headline=article.headline or declared.headline,
        source=article.source or declared.source,
        published=article.published or declared.published,
        url=article.url or declared.url,
        language=article.language or declared.language,
    )
