"""Saved messages: one by one (EML), and in boxes (mbox).

Invariant: each message is an article of its subject and its words; what is attached to it is read
as a file of its own. In a box a message that holds nothing is a rejection with its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.model import Article, Rejection
from briefing.plugins import Member
from briefing.readers.decoding import UnreadableError
from briefing.readers.messages import attachments_of, declared_by, parse_message, text_of
from briefing.readers.pages import page_article

_SNIFFED = 16_384
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]?")
_TELLING = frozenset(
    (b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to", b"x-mailer",
     b"dkim-signature", b"reply-to", b"authentication-results", b"content-transfer-encoding")
)  # fmt: skip
_USUAL = frozenset((b"from", b"date", b"subject", b"to"))
_BOX = re.compile(rb"From [^\r\n]{1,300}\d{4}[^\r\n]{0,20}\r?\n[A-Za-z][A-Za-z0-9-]{1,60}:")
_SEPARATOR = re.compile(rb"From [^\r\n]{1,300}\d{4}[^\r\n]{0,20}\r?\n")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


class MessageReader:
    """Reads one message and the files attached to it."""

    endings = (".eml", ".emlx")

    def accepts(self, head: bytes, path: str) -> bool:
        """Headers of a message: one that only mail has, and one that all mail has."""
        del path
        names = set(_header_names(head[:_SNIFFED]))
        return not names.isdisjoint(_TELLING) and not names.isdisjoint(_USUAL)

    def read(
        self, raw: bytes, path: str, identifier: str
    ) -> Iterator[Article | Rejection | Member]:
        """Yield the message, then its attachments."""
        yield from _read_message(_without_count(raw), path, identifier, "")


class MailboxReader:
    """Reads a box of messages."""

    endings = (".mbox", ".mbx")

    def accepts(self, head: bytes, path: str) -> bool:
        """The line that opens each message of a box, and a header below it."""
        del path
        return bool(_BOX.match(head))

    def read(
        self, raw: bytes, path: str, identifier: str
    ) -> Iterator[Article | Rejection | Member]:
        """Yield each message as `identifier#number`, and its attachments."""
        starts = list(_separators(raw))
        if not starts:
            raise UnreadableError("is no box of messages: no line begins a message")
        ends = [start for start, _ in starts[1:]] + [len(raw)]
        line, counted = 1, 0
        for number, ((start, body), end) in enumerate(zip(starts, ends, strict=True), start=1):
            line += raw.count(b"\n", counted, start)
            counted = start
            message = _QUOTED.sub(rb"\1", raw[body:end])
            try:
                yield from _read_message(message, path, f"{identifier}#{number}", f"{number}/")
            except UnreadableError as error:
                yield Rejection(path, line, f"message {number} {error}")
            except Exception as error:  # noqa: BLE001 the library may raise anything; others are whole
                what = f"{type(error).__name__}: {error}"
                yield Rejection(path, line, f"message {number} broke its reader: {what}")


def _separators(raw: bytes) -> Iterator[tuple[int, int]]:
    """Where each message's opening line begins and ends."""
    at = 0 if raw.startswith(b"From ") else raw.find(b"\nFrom ") + 1
    while at or raw.startswith(b"From "):
        if match := _SEPARATOR.match(raw, at):
            yield match.span()
        at = raw.find(b"\nFrom ", at) + 1
        if not at:
            return


def _read_message(
    raw: bytes, path: str, identifier: str, prefix: str
) -> Iterator[Article | Rejection | Member]:
    message = parse_message(raw)
    attachments = attachments_of(message, prefix)
    first = next(attachments, None)
    text = text_of(message)
    # A message that only hands on a file has nothing to say itself.
    if text.strip() or first is None:
        if not text.strip():
            raise UnreadableError("holds no text")
        yield page_article(text, path, identifier, declared_by(message))
    if first is not None:
        yield first
    yield from attachments


def _without_count(raw: bytes) -> bytes:
    """Apple Mail writes the message's length on a line before it."""
    count, found, rest = raw.partition(b"\n")
    return rest if found and count.strip().isdigit() else raw


def _header_names(head: bytes) -> Iterator[bytes]:
    for line in _without_count(head).removeprefix(b"\xef\xbb\xbf").splitlines():
        if line[:1] in {b" ", b"\t"}:
            continue
        match = _HEADER.match(line)
        if match is None:
            return
        yield match.group(1).lower()
